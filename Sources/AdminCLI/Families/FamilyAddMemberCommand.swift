import Domain
import Services

/// `kosh family add-member`: the command-line face of ``AddMember``.
struct FamilyAddMemberCommand: Command {
  static let words = "family add-member"
  static let summary = "Add a member to a family: a registered person, or a new one."
  static let details = """
    PERSON is someone who is registered already. Without it the options name a new person by the \
    columns of the intake form, with the same checks as in a file.

    Nobody belongs to two families on one day: whoever is a member elsewhere is removed there \
    first, or the families are joined.
    """
  static let examples = [
    "kosh family add-member F-2026-000001-R P-2026-000009-R --relation brother "
      + "--reason 'came later'",
    "kosh family add-member F-2026-000001-R --relation mother --given-name Қаныкей --sex F "
      + "--birth-date 1958 --reason 'came with the second party' --on 2026-10-01",
  ]
  static let parameters: [CommandParameter] =
    [
      GroundOptions.family,
      .argument("person", "the number of a registered person", optional: true),
      .option(
        "relation", "RELATION", "what the person is to the head", required: true,
        choices: GroundOptions.relations),
    ] + GroundOptions.parameters() + MemberOptions.parameters("a new person")

  private let family: Number<Family>
  private let person: Number<Person>?
  private let row: IntakeRow?
  private let relation: Relation
  private let ground: Ground

  init(_ arguments: Arguments) throws(Failure) {
    family = try arguments.family()
    person = try arguments.optionalPerson("person")
    row = arguments.member()
    relation = try arguments.choice("relation", Relation.self) ?? .other
    ground = try arguments.ground()
    guard (person == nil) != (row == nil) else {
      throw Failure(
        .usage, "give either the number of a registered person or the options of a new one")
    }
  }

  func run(in context: Context) throws(Failure) {
    let newcomer: Newcomer
    if let person {
      newcomer = .known(person)
    } else {
      var form = try MemberOptions.form(row ?? IntakeRow(line: 0), in: context)
      form.relation = relation
      newcomer = .new(form)
    }
    let useCase = AddMember(
      family: family, newcomer: newcomer, relation: relation, ground: ground)
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
