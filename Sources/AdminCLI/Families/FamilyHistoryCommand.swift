import Domain
import Reports
import Services

/// `kosh family history`: the command-line face of ``FamilyHistory``.
struct FamilyHistoryCommand: Command {
  static let words = "family history"
  static let summary = "List everything that happened to a family, with both times."
  static let details = """
    Each line has the day from which it is true, and when, by whom and by which act it became \
    known; the oldest act first. What was undone stays, with the act that took it back.
    """
  static let examples = [
    "kosh family history F-2026-000001-R",
    "kosh family history F-2026-000001-R --known-at 2026-09-01 --json",
  ]
  static let parameters: [CommandParameter] = [
    GroundOptions.family,
    .option("known-at", "TIME", "the moment whose knowledge is asked for, in UTC"),
  ]

  private let query: FamilyHistory

  init(_ arguments: Arguments) throws(Failure) {
    query = FamilyHistory(
      family: try arguments.family(), knownAt: try arguments.instant("known-at"))
  }

  func run(in context: Context) throws(Failure) {
    let entries = try context.answer(query)
    context.console.answer(
      ["family": .string("\(query.family)"), "events": .array(entries.map(FamilyActText.json))],
      "\(query.family)\n" + entries.map(FamilyActText.text).joined())
  }
}
