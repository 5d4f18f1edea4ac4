import Domain
import Reports
import Services

/// `kosh person show`: the command-line face of ``ShowPerson``.
struct PersonShowCommand: Command {
  static let words = "person show"
  static let summary = "Show a person on a day, as known at a moment."
  static let details = """
    Names stand as each paper writes them. Citizenship, education and occupation are those of \
    dated facts; where none speaks of the day, the form's word stands, and is marked so. A number \
    that was found to be another's shows the person, with a note.

    --on asks what was true on a day; --known-at asks what the register knew at a moment (a date \
    means its end).
    """
  static let examples = [
    "kosh person show P-2026-000001-8",
    "kosh person show P-2026-000001-8 --on 2026-03-01 --known-at 2026-03-10",
  ]
  static let parameters: [CommandParameter] = [
    .argument("person", "the person's number"),
    .option("on", "DATE", "the day that is asked about"),
    .option("known-at", "TIME", "the moment whose knowledge is asked for, in UTC"),
  ]

  private let query: ShowPerson

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowPerson(
      person: try arguments.person(), on: try arguments.date("on"),
      knownAt: try arguments.instant("known-at"))
  }

  func run(in context: Context) throws(Failure) {
    try PersonText.tell(try context.answer(query), in: context)
  }
}
