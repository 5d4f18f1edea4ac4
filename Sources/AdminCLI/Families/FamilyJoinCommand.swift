import Domain
import Reports
import Services

/// `kosh family join`: the command-line face of ``JoinFamilies``.
struct FamilyJoinCommand: Command {
  static let words = "family join"
  static let summary = "Make two families one: the members of the first join the second."
  static let details = """
    Their places go with them into an inclusion of the second family, and so does all that was \
    granted to the first and is not yet paid. The first number stays and says where they went. It \
    is refused where the two hold places of one kind in different regions, years or units.

    Whom --relation does not name is “other” to the head. --dry-run shows members, places and money \
    of both, and changes nothing.
    """
  static let examples = [
    "kosh family join F-2026-000002-P --into F-2026-000001-R --relation P-2026-000005-Z=spouse "
      + "--reason marriage"
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("family", "the family whose members go"),
      .option("into", "FAMILY", "the family that they join", required: true),
      GroundOptions.stated,
    ] + GroundOptions.parameters(on: "the first day in the second family; without it, today")

  private let useCase: JoinFamilies

  init(_ arguments: Arguments) throws(Failure) {
    useCase = JoinFamilies(
      family: try arguments.family("family"), into: try arguments.family("into"),
      relations: try arguments.statedRelations(),
      ground: Ground(
        on: try arguments.date("on"), reason: try arguments.required("reason"),
        document: arguments.text("document")))
  }

  func run(in context: Context) throws(Failure) {
    let change = try context.perform(useCase)
    context.console.answer(
      FamilyChangeText.json(change), FamilyChangeText.text(change, context.global.language))
  }
}
