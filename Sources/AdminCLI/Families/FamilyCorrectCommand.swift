import Domain
import Services

/// `kosh family correct`: the command-line face of ``CorrectFamily``.
struct FamilyCorrectCommand: Command {
  static let words = "family correct"
  static let summary = "Correct what is held of a family, or of a membership."
  static let details = """
    Each option says what is known now; what was known stays in the register as what was known \
    then. --clear names a field of which nothing is known any more.

    When the arrival is corrected, memberships that began with it begin with the day that is known \
    now. --member corrects a membership: the one on the day of --on, else the person's last. What \
    happened, such as a birth, a move or a new head, is an act of its own and no correction.
    """
  static let examples = [
    "kosh family correct F-2026-000001-R --arrival-date 2026-03-09 --reason 'stamp in passport'",
    "kosh family correct F-2026-000001-R --clear phone --reason 'belongs to a neighbour'",
    "kosh family correct F-2026-000001-R --member P-2026-000004-2 --relation sister "
      + "--reason 'was taken down as other'",
  ]
  static let parameters: [CommandParameter] =
    [GroundOptions.family]
    + IntakeField.ofFamily.map {
      .option(MemberOptions.name($0), "TEXT", "\($0.name), as it is known now")
    } + [
      .option(
        "clear", "FIELD", "a field of which nothing is known", repeated: true,
        choices: IntakeField.ofFamily.map(MemberOptions.name)),
      .option("member", "PERSON", "whose membership is corrected"),
      .option(
        "relation", "RELATION", "what the member is to the head", choices: GroundOptions.relations),
      .option("member-from", "DATE", "the first day of the membership"),
      .option("member-to", "DATE", "the first day without the member"),
    ] + GroundOptions.parameters(on: "the day of the membership that is meant; without it, today")

  private let useCase: CorrectFamily

  init(_ arguments: Arguments) throws(Failure) {
    var membership: MembershipCorrection?
    let relation = try arguments.choice("relation", Relation.self)
    let (from, to) = (try arguments.date("member-from"), try arguments.date("member-to"))
    let isStated = relation != nil || from != nil || to != nil
    if let person = try arguments.optionalPerson("member") {
      guard isStated else {
        throw Failure(
          .usage, "--member: what is corrected about the membership is not said",
          hint: "--relation, --member-from or --member-to")
      }
      membership = MembershipCorrection(person: person, relation: relation, from: from, to: to)
    } else if isStated {
      throw Failure(.usage, "whose membership is corrected is not said", hint: "--member PERSON")
    }
    useCase = CorrectFamily(
      family: try arguments.family(), changes: try arguments.changes(IntakeField.ofFamily),
      membership: membership, ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}

extension Arguments {
  /// What the options of these fields and --clear say; a field cannot be set and cleared at once.
  func changes(_ fields: [IntakeField]) throws(Failure) -> [FieldChange] {
    var changes: [FieldChange] = []
    let cleared = all("clear")
    for field in fields {
      let name = MemberOptions.name(field)
      if let text = text(name) {
        guard !text.isEmpty else {
          throw Failure(
            .usage, "--\(name) is empty", hint: "--clear \(name) says that nothing is known")
        }
        guard !cleared.contains(name) else {
          throw Failure(.usage, "--\(name) is given, and cleared too")
        }
        changes.append(FieldChange(field, text))
      } else if cleared.contains(name) {
        changes.append(FieldChange(field, nil))
      }
    }
    return changes
  }
}
