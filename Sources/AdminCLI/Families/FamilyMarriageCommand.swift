import Domain
import Services

/// `kosh family marriage`: the command-line face of ``RecordMarriage``.
struct FamilyMarriageCommand: Command {
  static let words = "family marriage"
  static let summary = "Record a marriage of a member."
  static let details = """
    The spouse is a registered person, or a new one by --spouse with the columns of the intake \
    form. Who is not yet a member becomes one: the head's spouse as spouse, another's as other, \
    unless --relation says what the spouse is to the head.

    A spouse who lives alone in another family leaves it by this; one who belongs to a family with \
    others has to be parted from it first.
    """
  static let examples = [
    "kosh family marriage F-2026-000001-R P-2026-000003-4 P-2026-000009-R --on 2026-09-05 "
      + "--reason 'marriage certificate' --document 'certificate 31-009'",
    "kosh family marriage F-2026-000001-R P-2026-000003-4 "
      + "--spouse given_name=Гүлнар,sex=F,birth_date=1992-04-01 --reason 'marriage certificate'",
  ]
  static let parameters: [CommandParameter] =
    [
      GroundOptions.family, .argument("person", "the member who marries"),
      .argument("spouse-number", "the number of the spouse", optional: true),
      .option("spouse", "COLUMN=VALUE,…", "a spouse who is not registered yet"),
      .option(
        "relation", "RELATION", "what the spouse is to the head", choices: GroundOptions.relations),
    ] + GroundOptions.parameters(on: "the day of the marriage; without it, today")

  private let family: Number<Family>
  private let person: Number<Person>
  private let number: Number<Person>?
  private let row: IntakeRow?
  private let relation: Relation?
  private let ground: Ground

  init(_ arguments: Arguments) throws(Failure) {
    family = try arguments.family()
    person = try arguments.person()
    number = try arguments.optionalPerson("spouse-number")
    row = try arguments.value("spouse") { (text) throws(Failure) in
      var row = try FamilyForms.member(text, option: "spouse")
      row[.relation] = Relation.spouse.rawValue
      return row
    }
    relation = try arguments.choice("relation", Relation.self)
    ground = try arguments.ground()
    guard (number == nil) != (row == nil) else {
      throw Failure(.usage, "give the spouse either by number or by --spouse, one of them")
    }
  }

  func run(in context: Context) throws(Failure) {
    let spouse: Newcomer
    if let number {
      spouse = .known(number)
    } else {
      spouse = .new(try MemberOptions.form(row ?? IntakeRow(line: 0), in: context))
    }
    let useCase = RecordMarriage(
      family: family, person: person, spouse: spouse, relation: relation, ground: ground)
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
