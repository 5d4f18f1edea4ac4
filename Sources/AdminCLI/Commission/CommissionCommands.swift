import Domain
import Reports
import Services

/// `kosh commission appoint`: the command-line face of ``AppointMember``.
struct CommissionAppointCommand: Command {
  static let words = "commission appoint"
  static let summary = "Appoint somebody to a region's commission."
  static let details = """
    The chair, a deputy and the members vote; the secretary writes the protocol and does not. A \
    commission has one chair at a time.
    """
  static let examples = [
    "kosh commission appoint 'Serik Omarov' --region KZ-55 --role chair --body 'akimat' "
      + "--document 'akim order 41'",
    "kosh commission appoint 'Aigul Sadykova' --region KZ-55 --role member --body maslikhat",
  ]
  static let parameters: [CommandParameter] = [
    .argument("name", "the member's name"),
    .option("region", "CODE", "the region: ISO 3166-2 or KATO", required: true),
    .option(
      "role", "ROLE", "the part in the commission", required: true,
      choices: CommissionRole.allCases.map(\.rawValue)),
    .option("body", "TEXT", "whom the member speaks for", required: true),
    .option("from", "DATE", "the first day in office; without it, today"),
    .option("document", "NUMBER", "the act of appointment"),
  ]

  private let useCase: AppointMember

  init(_ arguments: Arguments) throws(Failure) {
    useCase = AppointMember(
      member: try arguments.required("name"), region: try arguments.required("region"),
      body: try arguments.required("body"),
      role: try arguments.choice("role", CommissionRole.self) ?? .member,
      from: try arguments.date("from"), document: arguments.text("document"))
  }

  func run(in context: Context) throws(Failure) {
    let member = try context.perform(useCase)
    let language = context.global.language
    context.console.answer(
      SittingText.json(member), SittingText.line(member, language) + "\n")
    context.console.note("Next: kosh commission show \(member.region)")
  }
}

/// `kosh commission dismiss`: the command-line face of ``DismissMember``.
struct CommissionDismissCommand: Command {
  static let words = "commission dismiss"
  static let summary = "End a member's appointment."
  static let details = "What the member voted for before stays as it is."
  static let examples = ["kosh commission dismiss 3 --reason 'left the maslikhat'"]
  static let parameters: [CommandParameter] = [
    .argument("member", "the member's number, as kosh commission show lists it"),
    .option("reason", "TEXT", "why", required: true),
    .option("on", "DATE", "the first day out of office; without it, today"),
  ]

  private let useCase: DismissMember

  init(_ arguments: Arguments) throws(Failure) {
    useCase = DismissMember(
      member: try arguments.count("member", least: 1) ?? 0,
      reason: try arguments.required("reason"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let member = try context.perform(useCase)
    let language = context.global.language
    context.console.answer(
      SittingText.json(member), SittingText.line(member, language) + "\n")
    context.console.note("Next: kosh commission show \(member.region)")
  }
}

/// `kosh commission show`: the command-line face of ``ShowCommission``.
struct CommissionShowCommand: Command {
  static let words = "commission show"
  static let summary = "Show who is in a region's commission on a day, and how it decides."
  static let examples = [
    "kosh commission show KZ-55", "kosh commission show KZ-55 --on 2025-11-20 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("region", "the region: ISO 3166-2 or KATO"),
    .option("on", "DATE", "the day; without it, today"),
  ]

  private let query: ShowCommission

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowCommission(
      region: try arguments.required("region"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let answer = try context.answer(query)
    let language = context.global.language
    var text = "\(answer.region)  commission of \(answer.name[language]) on \(answer.on): "
    text += "\(answer.members.count) members, \(answer.voters) with a vote\n"
    for member in answer.members { text += "  \(SittingText.line(member, language))\n" }
    text += SittingText.text(answer.rule, voters: answer.voters)
    context.console.answer(
      [
        "region": .string(answer.region), "name": .string(answer.name[language]),
        "on": .date(answer.on), "members": .array(answer.members.map(SittingText.json)),
        "voters": .count(answer.voters),
        "rule": SittingText.json(answer.rule, voters: answer.voters),
      ], text)
    context.console.note(
      answer.members.isEmpty
        ? "Next: kosh commission appoint NAME --region \(answer.region) --role chair --body TEXT"
        : "Next: kosh sitting open --region \(answer.region)")
  }
}
