import Domain
import Services

/// `kosh family birth`: the command-line face of ``RecordBirth``.
struct FamilyBirthCommand: Command {
  static let words = "family birth"
  static let summary = "Record a child born into a family."
  static let details = """
    The options name the child by the columns of the intake form. The child belongs to the family \
    from its birth: --birth-date, or --on, which is the same day.

    --father and --mother tell what the child is to the head: the child of the head or the spouse \
    is a son or daughter, the child of a son or daughter a grandchild. Where neither is named, the \
    head and the spouse are the parents, unless another member may be one.
    """
  static let examples = [
    "kosh family birth F-2026-000001-R --given-name Әлихан --sex M --birth-date 2026-09-14 "
      + "--mother P-2026-000004-2 --reason 'birth certificate' --document 'certificate 12-345'"
  ]
  static let parameters: [CommandParameter] =
    [
      GroundOptions.family,
      .option("father", "PERSON", "the number of the father"),
      .option("mother", "PERSON", "the number of the mother"),
      .option(
        "relation", "RELATION", "what the child is to the head, where the parents do not tell",
        choices: GroundOptions.relations),
    ] + GroundOptions.parameters(on: "the day of birth; without it, --birth-date")
    + MemberOptions.parameters("the child")

  private let row: IntakeRow
  private let family: Number<Family>
  private let father: Number<Person>?
  private let mother: Number<Person>?
  private let relation: Relation?
  private let ground: Ground

  init(_ arguments: Arguments) throws(Failure) {
    guard let row = arguments.member() else {
      throw Failure(
        .usage, "the child has no name and no sex",
        hint: "such as --given-name Әлихан --sex M --birth-date 2026-09-14")
    }
    self.row = row
    family = try arguments.family()
    father = try arguments.optionalPerson("father")
    mother = try arguments.optionalPerson("mother")
    relation = try arguments.choice("relation", Relation.self)
    ground = try arguments.ground()
  }

  func run(in context: Context) throws(Failure) {
    let useCase = RecordBirth(
      family: family, child: try MemberOptions.form(row, in: context), father: father,
      mother: mother, relation: relation, ground: ground)
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
