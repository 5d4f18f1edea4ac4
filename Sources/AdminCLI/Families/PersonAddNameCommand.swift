import Domain
import Services

/// `kosh person add-name`: the command-line face of ``AddName``.
struct PersonAddNameCommand: Command {
  static let words = "person add-name"
  static let summary = "Add a name to a person, as a paper writes it."
  static let details = """
    Any part may be missing; --full-name is for papers that do not part the name. The script is \
    seen from the letters. Earlier names stay: a person is found by each of them.
    """
  static let examples = [
    "kosh person add-name P-2026-000001-8 --family-name NURLANOV --given-name NURLAN "
      + "--document 'passport N00000001' --reason 'new passport'",
    "kosh person add-name P-2026-000001-8 --full-name قانىكەي "
      + "--document 'household book 17' --reason 'shown at the centre'",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("person", "the person's number"),
      .option("family-name", "TEXT", "the family name"),
      .option("given-name", "TEXT", "the given name"),
      .option("patronymic", "TEXT", "the patronymic"),
      .option("full-name", "TEXT", "the whole name, where the paper does not part it"),
    ] + GroundOptions.ofPerson(needsPaper: true)

  private let useCase: AddName

  init(_ arguments: Arguments) throws(Failure) {
    let parts = ["full-name", "given-name", "family-name", "patronymic"]
    let sample = parts.lazy.compactMap { arguments.text($0) }.first { !$0.isEmpty } ?? ""
    useCase = AddName(
      person: try arguments.person(),
      name: PersonName(
        script: NameScript.of(sample), familyName: arguments.text("family-name"),
        givenName: arguments.text("given-name"), patronymic: arguments.text("patronymic"),
        fullName: arguments.text("full-name")),
      ground: try arguments.ground(day: nil))
  }

  func run(in context: Context) throws(Failure) {
    try PersonText.tell(try context.perform(useCase), in: context)
  }
}
