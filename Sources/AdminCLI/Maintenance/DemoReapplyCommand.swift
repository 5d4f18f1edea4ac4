import Domain
import Reports
import Services

/// `kosh demo reapply`: made-up re-applications with their truth, to try matching on.
struct DemoReapplyCommand: Command {
  static let words = "demo reapply"
  static let summary = "Make re-applications of an intake file's families, with their truth."
  static let details = """
    Draws families of an intake file and lets them apply again as other offices would write them \
    down. The truth names for every line that is a person of the intake its line there: \
    intake_family_ref, intake_line, reapply_family_ref, reapply_line; the header is line 1. \
    Lines without truth are strangers.

    plain: whole families, about half of the documents new, the other Cyrillic or Latin alone. \
    hard: pinyin, Arabic script, other alphabets and romanisations, names in another order, \
    father's name for surname, slips of the pen, dates that are partial, shifted, swapped or \
    missing, nearly all numbers new. apart: the same a little milder, but people come alone, in \
    part or as grown children with families of their own, and among strangers: relatives, \
    namesakes of the same day, twins, fathers and sons.

    The same file, seed and options give the same bytes. --notes writes what was changed on each \
    line. It acts as on 2026-11-02 unless --today says otherwise.
    """
  static let examples = [
    "kosh demo reapply families.csv --families 300 --hardness hard --csv again.csv "
      + "--truth truth.csv",
    "kosh demo reapply families.csv --hardness apart --seed 2 --csv again.csv --truth truth.csv "
      + "--notes notes.csv",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "an intake file"),
    .option("families", "N", "let this many families apply again", default: "100"),
    .option("seed", "S", "the seed of the generator", default: "1"),
    .option(
      "hardness", "KIND", "how hard they are to recognise",
      choices: ReapplicationHardness.allCases.map(\.rawValue), default: "plain"),
    .option("csv", "FILE", "where the re-applications go", required: true),
    .option("truth", "FILE", "where their truth goes", required: true),
    .option("notes", "FILE", "where the changes of each line go"),
  ]

  private let file: String
  private let families: Int
  private let seed: UInt64
  private let hardness: ReapplicationHardness
  private let csv: String
  private let truth: String
  private let notes: String?

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    families = Int(clamping: try arguments.count("families", least: 1) ?? 100)
    seed = UInt64(try arguments.count("seed") ?? 1)
    hardness = try arguments.choice("hardness", ReapplicationHardness.self) ?? .plain
    csv = try arguments.required("csv")
    truth = try arguments.required("truth")
    notes = arguments.text("notes")
  }

  func run(in context: Context) throws(Failure) {
    guard let day = context.global.today ?? LocalDate(year: 2026, month: 11, day: 2) else { return }
    let generator = ReapplicationGenerator(
      seed: seed, today: day, names: try DemoNames.embedded(), hardness: hardness)
    let batch = try generator.make(
      from: InputFile.read(file), named: file, families: families)
    try OutputFile.write(batch.intake, to: csv)
    try OutputFile.write(batch.truth, to: truth)
    if let notes { try OutputFile.write(batch.notes, to: notes) }
    let changes = PaperChange.allCases.compactMap { change in
      batch.changes[change].map { (change.rawValue, JSONValue.count($0)) }
    }
    context.console.answer(
      [
        "hardness": .string(hardness.rawValue), "families": .count(batch.families),
        "lines": .count(batch.lines), "pairs": .count(batch.pairs), "csv": .string(csv),
        "truth": .string(truth), "changes": .object(changes),
      ],
      "\(batch.families.grouped) applications with \(batch.lines.grouped) people, "
        + "\(batch.pairs.grouped) of whom stand in \(file)\n")
  }
}
