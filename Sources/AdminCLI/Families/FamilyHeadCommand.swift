import Domain
import Services

/// `kosh family head`: the command-line face of ``ChangeHead``.
struct FamilyHeadCommand: Command {
  static let words = "family head"
  static let summary = "Make another member the head of the family."
  static let details = """
    What everyone is to the new head follows from what they were to the old one: when a son \
    becomes the head, the old head is his father or mother. Where that is not certain (a \
    grandchild may be the new head's child or nephew) the member is “other”, and the answer says \
    so; --relation states it. What they were before stays in the history.
    """
  static let examples = [
    "kosh family head F-2026-000001-R P-2026-000004-2 --reason 'by their own wish'",
    "kosh family head F-2026-000001-R P-2026-000005-Z --relation P-2026-000006-X=mother "
      + "--reason 'the head is ill' --on 2026-07-01",
  ]
  static let parameters: [CommandParameter] =
    [GroundOptions.family, .argument("person", "the new head")] + GroundOptions.parameters()
    + [GroundOptions.stated]

  private let useCase: ChangeHead

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ChangeHead(
      family: try arguments.family(), person: try arguments.person(),
      stated: try arguments.statedRelations(), ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
