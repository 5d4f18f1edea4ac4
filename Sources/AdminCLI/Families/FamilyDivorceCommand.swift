import Domain
import Services

/// `kosh family divorce`: the command-line face of ``RecordDivorce``.
struct FamilyDivorceCommand: Command {
  static let words = "family divorce"
  static let summary = "Record the divorce of a member."
  static let details = """
    The marriage ends on the day. Both stay members unless --leaves names one of them; the head's \
    former spouse is then “other” to the head. Where the head leaves, --new-head says who takes \
    its place. To part the children too, split the family.
    """
  static let examples = [
    "kosh family divorce F-2026-000001-R P-2026-000003-4 --leaves P-2026-000004-2 "
      + "--on 2026-08-20 --reason 'court decision' --document 'decision 2-1187'"
  ]
  static let parameters: [CommandParameter] =
    [
      GroundOptions.family, .argument("person", "one of the two"),
      .option("leaves", "PERSON", "which of the two leaves the family"),
    ] + GroundOptions.parameters(on: "the day of the divorce; without it, today")
    + GroundOptions.headParameters

  private let useCase: RecordDivorce

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RecordDivorce(
      family: try arguments.family(), person: try arguments.person(),
      leaves: try arguments.optionalPerson("leaves"),
      newHead: try arguments.optionalPerson("new-head"), stated: try arguments.statedRelations(),
      ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
