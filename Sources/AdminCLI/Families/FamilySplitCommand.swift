import Domain
import Reports
import Services

/// `kosh family split`: the command-line face of ``SplitFamily``.
struct FamilySplitCommand: Command {
  static let words = "family split"
  static let summary = "Part a family: some members leave as a new family."
  static let details = """
    The new family has a number of its own and copies origin, arrival, destination and residence. \
    Places counted by person go with their people; the one place of a whole family stays. What was \
    granted and is not yet paid follows its people or the head, as the scheme says. The family that \
    stays keeps its turn among those who wait.

    Relations to a new head are kept where they are certain and are “other” else; --relation says \
    better. --dry-run shows members, places and money of both, and changes nothing.
    """
  static let examples = [
    "kosh family split F-2026-000001-R --member P-2026-000002-6 --member P-2026-000004-2 "
      + "--head P-2026-000002-6 --reason divorce --document 'court 2-117' --dry-run",
    "kosh family split F-2026-000001-R --member P-2026-000001-8 --head P-2026-000001-8 "
      + "--new-head P-2026-000002-6 --relation P-2026-000003-4=son --reason 'moved to Almaty'",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("family", "the family's number"),
      .option("member", "PERSON", "one who leaves", required: true, repeated: true),
      .option("head", "PERSON", "the head of the new family", required: true),
      .option("new-head", "PERSON", "who heads those who stay, where the head leaves"),
      GroundOptions.stated,
    ] + GroundOptions.parameters(on: "the first day of the new family; without it, today")

  private let useCase: SplitFamily

  init(_ arguments: Arguments) throws(Failure) {
    let person = { (text: String) throws(Failure) in try Number<Person>(text) }
    useCase = SplitFamily(
      family: try arguments.family("family"), leaving: try arguments.all("member", person),
      head: try arguments.required("head", person),
      newHead: try arguments.value("new-head", person),
      relations: try arguments.statedRelations(),
      ground: Ground(
        on: try arguments.date("on"), reason: try arguments.required("reason"),
        document: arguments.text("document")))
  }

  func run(in context: Context) throws(Failure) {
    let change = try context.perform(useCase)
    context.console.answer(
      FamilyChangeText.json(change), FamilyChangeText.text(change, context.global.language))
    if let new = change.sides.last?.family { context.console.note("Next: kosh family show \(new)") }
  }
}
