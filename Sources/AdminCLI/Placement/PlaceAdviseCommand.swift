import Domain
import Reports
import Services

/// `kosh place advise`: the command-line face of ``AdvisePlacement``.
struct PlaceAdviseCommand: Command {
  static let words = "place advise"
  static let summary = "Advise where families that wait may go, with the reasons."
  static let details = """
    The whole queue is planned at once: the most people are placed that the free places allow, and \
    of the plans that place as many the one that is worth most. What a region is worth to a family \
    is the sum of reasons, in points for each of its people: the region it asks for, kin already \
    there, and what a file of factors gives for occupations, climate and languages. Without --factors \
    the last three count for nothing. The points are a choice and no law.

    For one family the answer tells what each region is worth to it, the free places, and what one \
    more place there would bring the plan; a region that would be worth more than the advised one is \
    told with the reason why it is not. --queue tells the whole plan, beside what the families would \
    take in their order; with --output the families are written to a file as CSV. Nothing is \
    decided, reserved or kept by advice. Planned for are at most the first 49,999 of the waiting list, \
    or with --first the first so many.

    A file of factors is CSV: region, factor (occupation, climate or language), key (an occupation or \
    the beginning of its NKZ code, the country a family comes from, a language), points from 0 to \
    100, source. kosh demo --waiting writes a made-up one.
    """
  static let examples = [
    "kosh place advise F-2026-000123-7 --factors factors.csv",
    "kosh place advise --queue --factors factors.csv --output plan.csv",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("family", "the family's number", optional: true),
      .flag("queue", "all families that wait"),
    ] + PlaceOptions.quota + [
      PlaceOptions.factors,
      .option("first", "N", "plan for the first N of the waiting list only"),
      .option("output", "FILE", "with --queue: write the families here as CSV", short: "o"),
    ]

  private let family: Number<Family>?
  private let options: PlaceOptions
  private let first: Int64?
  private let output: String?

  init(_ arguments: Arguments) throws(Failure) {
    family = try arguments.value("family") { (text) throws(Failure) in try Number<Family>(text) }
    options = try PlaceOptions(arguments)
    first = try arguments.count("first", least: 1)
    output = arguments.text("output")
    guard (family == nil) == arguments.flag("queue") else {
      throw Failure(.usage, "name a family, or say --queue")
    }
    guard family == nil || output == nil else {
      throw Failure(.usage, "--output is for the families of --queue")
    }
  }

  func run(in context: Context) throws(Failure) {
    let factors = try options.factors(in: context)
    let board = try context.answer(
      AdvisePlacement(
        kind: options.kind, year: options.year(in: context), family: family, factors: factors,
        first: first.map { Int(clamping: $0) }))
    let bar = context.console.progress("Planning", unit: "families", of: board.families.count)
    let advice = try PlacementAdvice(board)
    bar.update(board.families.count)
    bar.finish()
    let text = PlacementText(
      advice, factorsFile: options.factorsFile, language: context.global.language)
    guard let family else { return try tellQueue(advice, text, context) }
    guard let index = board.families.firstIndex(where: { $0.number == family }) else {
      throw Failure(.fault, "\(family) is not among those who are advised")
    }
    context.console.answer(text.json(ofFamily: index), text.page(ofFamily: index))
    context.console.note(
      "Next: kosh place decide \(family)"
        + (options.factorsFile.map { " --factors \($0)" } ?? ""))
  }

  private func tellQueue(
    _ advice: PlacementAdvice, _ text: PlacementText, _ context: Context
  ) throws(Failure) {
    if let output { try OutputFile.write(text.csv, to: output) }
    context.console.answer(text.json, text.totals + (output == nil ? text.list : ""))
    if let output {
      context.console.note("Wrote \(advice.board.families.count.grouped) families to \(output)")
    }
    if let first = advice.plan.placement.regions.firstIndex(where: { $0 != nil }) {
      context.console.note("Next: kosh place advise \(advice.board.families[first].number)")
    }
  }
}
