import Domain
import Services

/// `kosh family death`: the command-line face of ``RecordDeath``.
struct FamilyDeathCommand: Command {
  static let words = "family death"
  static let summary = "Record the death of a member."
  static let details = """
    The membership and the marriage end on the day of the death. Where the head died and others \
    stay, --new-head says who takes its place; without it the refusal proposes somebody.
    """
  static let examples = [
    "kosh family death F-2026-000001-R P-2026-000003-4 --on 2026-10-12 "
      + "--new-head P-2026-000004-2 --reason 'death certificate' --document 'certificate 7-118'"
  ]
  static let parameters: [CommandParameter] =
    [
      GroundOptions.family, .argument("person", "the member who died"),
      .option("on", "DATE", "the day of the death", required: true),
      .option("place", "TEXT", "where it was"),
    ] + GroundOptions.parameters().filter { $0.name != "on" } + GroundOptions.headParameters

  private let useCase: RecordDeath

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RecordDeath(
      family: try arguments.family(), person: try arguments.person(),
      place: arguments.text("place"), newHead: try arguments.optionalPerson("new-head"),
      stated: try arguments.statedRelations(), ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
