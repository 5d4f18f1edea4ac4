import Domain
import Services

/// `kosh family show`: the command-line face of ``ShowFamily``.
struct FamilyShowCommand: Command {
  static let words = "family show"
  static let summary = "Show a family on a day, as it was known at a moment."
  static let details = """
    --on asks what was true on a day; --known-at asks what the register knew at a moment (a date \
    means its end). Without them: today, and all that is known now.
    """
  static let examples = [
    "kosh family show F-2026-000123-7",
    "kosh family show F-2026-000123-7 --on 2026-03-01 --known-at 2026-03-10",
  ]
  static let parameters: [CommandParameter] = [
    .argument("family", "the family's number"),
    .option("on", "DATE", "the day that is asked about"),
    .option("known-at", "TIME", "the moment whose knowledge is asked for, in UTC"),
  ]

  private let query: ShowFamily

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowFamily(
      family: try arguments.required("family") { (text) throws(Failure) in
        try Number<Family>(text)
      },
      on: try arguments.date("on"), knownAt: try arguments.instant("known-at"))
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.answer(query)
    let text = try FamilyText.text(dossier, context.global.language)
    context.console.answer(FamilyText.json(dossier), text)
  }
}
