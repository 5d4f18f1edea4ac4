import Domain
import Services

/// `kosh person register`: the command-line face of ``RegisterPerson``.
struct PersonRegisterCommand: Command {
  static let words = "person register"
  static let summary = "Register a person who belongs to no family, such as a foreign worker."
  static let details = """
    The options name the person by the columns of the intake form, with the same checks as in a \
    file; --mrz gives the machine-readable zone of the paper, its lines parted by `/`, and fills \
    what the options leave empty.

    The person is looked for in the register first, as the members of a family are: who is or may \
    be known is refused, and --accept-new registers all the same and lists the pair. Who joins a \
    family later keeps the number: kosh family add-member.
    """
  static let examples = [
    "kosh person register --family-name-latin LI --given-name-latin WEI --sex M "
      + "--birth-date 1988-04-02 --citizenship CHN --document-type passport "
      + "--document-number E00000017 --reason 'comes to work'"
  ]
  static let parameters: [CommandParameter] =
    MemberOptions.parameters("the person") + [
      .option(
        IntakeRow.zoneName, "ZONE", "the machine-readable zone of the person's paper",
        repeated: true),
      .option("source", "NAME", "the office or list that names the person"),
      .option(
        "accept-new", "REASON",
        "register the person though known or perhaps known, and list the pair for a decision"),
    ] + GroundOptions.ofPerson()

  private let row: IntakeRow
  private let ground: Ground
  private let source: String?
  private let doubles: Doubles

  init(_ arguments: Arguments) throws(Failure) {
    var row = arguments.member() ?? MemberOptions.emptyRow
    row.zone = arguments.all(IntakeRow.zoneName).joined(separator: "\n")
    self.row = row
    ground = try arguments.ground(day: nil)
    source = arguments.text("source")
    doubles = arguments.text("accept-new").map { .accepted(reason: $0) } ?? .refused
  }

  func run(in context: Context) throws(Failure) {
    let useCase = RegisterPerson(
      form: try MemberOptions.form(row, in: context), ground: ground, source: source,
      doubles: doubles)
    try PersonText.tell(try context.perform(useCase), in: context)
  }
}
