import Domain
import Reports
import Services

/// `kosh region eligible`: the list of settlement regions in force on a day.
struct RegionEligibleCommand: Command {
  static let words = "region eligible"
  static let summary = "Show which regions receive kandas or settlers on a day, and by which act."
  static let details = """
    Kandas and settlers have a list each. Of some days no list is known, which does not mean that \
    no region received anyone. The lists before and after are shown beside that of the day.
    """
  static let examples = [
    "kosh region eligible --kind kandas",
    "kosh region eligible --kind settlers --on 2016-03-01 --json",
  ]
  static let parameters: [CommandParameter] = [
    .option(
      "kind", "KIND", "who is received", required: true,
      choices: SettlementRegions.kinds.map(\.rawValue)),
    .option("on", "DATE", "the day; without it, today"),
  ]

  private let kind: QuotaKind
  private let day: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    guard let kind = try arguments.choice("kind", QuotaKind.self) else {
      throw Failure(.usage, "--kind is required")
    }
    self.kind = kind
    day = try arguments.date("on")
  }

  private typealias List = (entry: SettlementRegions.Entry, period: Period)

  func run(in context: Context) throws(Failure) {
    let on = day ?? context.today
    let register = try Reference.regions()
    let settlement = try Reference.settlement()
    let text = RegionText(register: register, day: on, language: context.global.language)
    let lists = settlement.lists(kind: kind)
    let list = lists.last { $0.period.contains(on) }
    let before = lists.last { $0.period.to.map { $0 <= (list?.period.from ?? on) } ?? false }
    let after = lists.first { $0.period.from > on }
    let undecided = settlement.undecided(kind: kind, on: on, register)
    context.console.answer(
      [
        "kind": .string(kind.rawValue), "on": .date(on), "known": .bool(list != nil),
        "list": Self.json(list, text), "undecided": text.json(undecided),
        "before": Self.json(before, text), "after": Self.json(after, text),
      ],
      words(list, undecided, text)
        + RegionText.block("before", Self.neighbour(before, "no earlier list is known"))
        + RegionText.block("after", Self.neighbour(after, "no later list is known")))
  }

  private func words(_ list: List?, _ undecided: [String], _ text: RegionText) -> String {
    let name = kind.name[text.language]
    guard let list else {
      return """
        \(name), \(text.day): no list of regions is known for this day
        That does not mean that no region received them.

        """
    }
    var words = "\(name), \(text.day): \(list.entry.codes.count) regions\n"
    words += list.entry.codes.map { "\($0)  \(text.name($0))\n" }.joined()
    words += RegionText.block("in force", [RegionText.days(list.period)])
    words += RegionText.block("source", [AllowanceText.source(list.entry.citation)])
    if let note = list.entry.note { words += RegionText.block("note", [note]) }
    if !undecided.isEmpty {
      words += RegionText.block(
        "undecided",
        ["\(text.named(undecided)): made out of regions of the list after it began"])
    }
    return words
  }

  private static func neighbour(_ list: List?, _ none: String) -> [String] {
    guard let list else { return [none] }
    return [
      "\(RegionText.days(list.period)): \(list.entry.codes.joined(separator: " "))",
      "  \(AllowanceText.source(list.entry.citation))",
    ]
  }

  private static func json(_ list: List?, _ text: RegionText) -> JSONValue {
    guard let list else { return .null }
    return .object(
      RegionText.json(list.period) + [("regions", text.json(list.entry.codes))]
        + RegionText.json(list.entry.citation) + [("note", .optional(list.entry.note))])
  }
}
