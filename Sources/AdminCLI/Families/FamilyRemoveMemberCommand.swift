import Domain
import Services

/// `kosh family remove-member`: the command-line face of ``RemoveMember``.
struct FamilyRemoveMemberCommand: Command {
  static let words = "family remove-member"
  static let summary = "End a person's membership of a family."
  static let details = """
    --on is the first day on which the person no longer belongs to the family. It may be to come: \
    the end then takes effect by itself.

    Where the head leaves and others stay, --new-head says who takes its place. A place in a \
    quota stays with the person: it is released or transferred by an act of its own.
    """
  static let examples = [
    "kosh family remove-member F-2026-000001-R P-2026-000004-2 --reason 'lives apart'",
    "kosh family remove-member F-2026-000001-R P-2026-000003-4 --new-head P-2026-000004-2 "
      + "--on 2026-12-01 --reason 'returns to Mongolia'",
  ]
  static let parameters: [CommandParameter] =
    [GroundOptions.family, .argument("person", "the member who leaves")]
    + GroundOptions.parameters(on: "the first day without the person; without it, today")
    + GroundOptions.headParameters

  private let useCase: RemoveMember

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RemoveMember(
      family: try arguments.family(), person: try arguments.person(),
      newHead: try arguments.optionalPerson("new-head"), stated: try arguments.statedRelations(),
      ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
