import Domain
import Services

/// `kosh person death`: the command-line face of ``RecordPersonDeath``.
struct PersonDeathCommand: Command {
  static let words = "person death"
  static let summary = "Record the death of a person who belongs to no family."
  static let details = """
    A marriage that lasts ends on the day of the death. The death of a member of a family is \
    recorded with the family: kosh family death.
    """
  static let examples = [
    "kosh person death P-2026-000001-8 --on 2026-10-12 --reason 'death certificate' "
      + "--document 'certificate 7-118'"
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("person", "the person who died"),
      .option("on", "DATE", "the day of the death", required: true),
      .option("place", "TEXT", "where it was"),
    ] + GroundOptions.ofPerson()

  private let useCase: RecordPersonDeath

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RecordPersonDeath(
      person: try arguments.person(), place: arguments.text("place"),
      ground: try arguments.ground(day: "on"))
  }

  func run(in context: Context) throws(Failure) {
    try PersonText.tell(try context.perform(useCase), in: context)
  }
}
