import Domain
import Reports
import Services

extension Arguments {
  fileprivate func grant() throws(Failure) -> Number<Grant> {
    try required("grant") { (text) throws(Failure) in try Number<Grant>(text) }
  }
}

extension CommandParameter {
  fileprivate static let grant = CommandParameter.argument("grant", "the number of the grant")
}

extension Context {
  fileprivate func show(_ standing: GrantStanding) {
    console.answer(StandingText.json(standing), StandingText.page(standing))
  }
}

/// `kosh allowance stop`: the command-line face of ``StopAllowance``.
struct AllowanceStopCommand: Command {
  static let words = "allowance stop"
  static let summary = "Stop the payments of a grant from a day on."
  static let details = """
    What is due after that day stays out of payment registers until kosh allowance resume. --final \
    calls it off for good. What was paid before is not touched: kosh allowance recover claims it back.
    """
  static let examples = [
    "kosh allowance stop G-2026-000017-X --cause departure --reason 'left for Mongolia'",
    "kosh allowance stop G-2026-000017-X --cause death --final --reason 'the head died'",
  ]
  static let parameters: [CommandParameter] =
    [
      .grant,
      .option(
        "cause", "CAUSE", "why", required: true,
        choices: AllowanceStop.Cause.allCases.map(\.rawValue)),
      .flag("final", "call off what is due from that day on"),
    ] + GroundOptions.parameters(on: "the first day that is not paid; without it, today")

  private let useCase: StopAllowance

  init(_ arguments: Arguments) throws(Failure) {
    useCase = StopAllowance(
      grant: try arguments.grant(),
      cause: try arguments.choice("cause", AllowanceStop.Cause.self) ?? .other,
      isFinal: arguments.flag("final"), ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    let standing = try context.perform(useCase)
    context.show(standing)
    guard standing.stop?.isFinal == false else { return }
    context.console.note("Next: kosh allowance resume \(standing.grant.number) --reason TEXT")
  }
}

/// `kosh allowance resume`: the command-line face of ``ResumeAllowance``.
struct AllowanceResumeCommand: Command {
  static let words = "allowance resume"
  static let summary = "Let the payments of a grant run again."
  static let examples = ["kosh allowance resume G-2026-000017-X --reason 'came back'"]
  static let parameters: [CommandParameter] =
    [.grant] + GroundOptions.parameters(on: "the day on which it was decided; without it, today")

  private let useCase: ResumeAllowance

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ResumeAllowance(grant: try arguments.grant(), ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh allowance differences`: the command-line face of ``AllowanceDifferences``.
struct AllowanceDifferencesCommand: Command {
  static let words = "allowance differences"
  static let summary = "Reckon grants anew by what is known now, and say by how much they differ."
  static let details = """
    A birth that became known late, a death before the decision, a member who was entered wrongly, a \
    rate that a new law sets for days that are over: each makes a grant come to more or less than \
    what was decided. Nothing changes by itself: kosh allowance adjust makes it so, grant by grant.

    Name a grant or a family, or --region for the grants that were decided there in a year.
    """
  static let examples = [
    "kosh allowance differences F-2026-000123-7",
    "kosh allowance differences --region KZ-55 --year 2026",
  ]
  static let parameters: [CommandParameter] = [
    .argument("number", "the number of a grant or of a family", optional: true),
    .option("region", "CODE", "the grants of this region"),
    .option("year", "YEAR", "with --region: decided in this year; without it, this year"),
  ]

  private let number: AllowanceDifferences.Subject?
  private let region: String?
  private let year: Int?

  init(_ arguments: Arguments) throws(Failure) {
    number = try arguments.value("number") {
      (text) throws(Failure) -> AllowanceDifferences.Subject in
      if text.first == "F" || text.first == "f" { return .family(try Number<Family>(text)) }
      return .grant(try Number<Grant>(text))
    }
    region = arguments.text("region")
    year = try arguments.count("year", least: 1991).map { Int(clamping: $0) }
    guard (number == nil) != (region == nil), year == nil || region != nil else {
      throw Failure(.usage, "name a grant or a family, or a --region with its --year")
    }
  }

  func run(in context: Context) throws(Failure) {
    let subject = number ?? .region(region ?? "", year: year ?? context.today.year)
    let found = try context.answer(AllowanceDifferences(subject))
    let text = found.map(Self.page).joined(separator: "\n")
    context.console.answer(
      .array(found.map(Self.json)),
      found.isEmpty ? "Every grant comes to what was decided.\n" : text)
    guard let first = found.first(where: { !$0.lines.isEmpty }) else { return }
    context.console.note("Next: kosh allowance adjust \(first.grant.number) --reason TEXT")
  }

  private static func page(_ difference: GrantDifference) -> String {
    let grant = difference.grant
    var text = "\(grant.number) of \(grant.family), \(grant.kind.rawValue) of \(grant.decidedOn): "
    if let problem = difference.problem {
      return text + "cannot be reckoned: \(DisplayWidth.safe(problem))\n"
    }
    text += "\(difference.amount.grouped) tenge\n"
    for line in difference.lines {
      text += "  \(line.key)  \(line.was.grouped) -> \(line.now.grouped)  \(line.why)\n"
    }
    return text
  }

  private static func json(_ difference: GrantDifference) -> JSONValue {
    [
      "grant": .string("\(difference.grant.number)"),
      "family": .string("\(difference.grant.family)"),
      "kind": .string(difference.grant.kind.rawValue), "on": .date(difference.grant.decidedOn),
      "amount": .money(difference.amount), "people": .count(difference.people),
      "problem": .optional(difference.problem),
      "lines": .array(difference.lines.map(StandingText.json)),
    ]
  }
}

/// `kosh allowance adjust`: the command-line face of ``ApproveDifference``.
struct AllowanceAdjustCommand: Command {
  static let words = "allowance adjust"
  static let summary = "Make a grant come to what is known now: arrears are due, overpayments owed."
  static let details = """
    Arrears are due from today. What is too much is taken from what is not paid yet; what was paid is \
    owed back, as a recovery of the family that got it.
    """
  static let examples = [
    "kosh allowance adjust G-2026-000017-X --reason 'a child born on 3 May was entered late'"
  ]
  static let parameters: [CommandParameter] = [
    .grant, .why, .option("document", "TEXT", "the paper it rests on"),
  ]

  private let useCase: ApproveDifference

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ApproveDifference(
      grant: try arguments.grant(), reason: try arguments.required("reason"),
      document: arguments.text("document"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh allowance recover`: the command-line face of ``RecoverAllowance``.
struct AllowanceRecoverCommand: Command {
  static let words = "allowance recover"
  static let summary = "Claim back what was paid to a family that left its region too early."
  static let details = """
    The rule of the day of decision says for how long the family is bound to its region and what \
    share comes back; it is dated data with its standing. --ground other claims --amount for another \
    reason.
    """
  static let examples = [
    "kosh allowance recover G-2026-000017-X --on 2027-03-01 --reason 'moved to Almaty'"
  ]
  static let parameters: [CommandParameter] =
    [
      .grant,
      .option(
        "ground", "GROUND", "why money comes back", choices: ["left-early", "other"],
        default: "left-early"),
      .option("amount", "TENGE", "of another ground: how much"),
    ] + GroundOptions.parameters(on: "the day on which it left; without it, today")

  private let useCase: RecoverAllowance

  init(_ arguments: Arguments) throws(Failure) {
    let ground = try arguments.choice("ground", RecoveryGround.self) ?? .leftEarly
    let amount = try arguments.money("amount")
    guard (ground == .other) == (amount != nil) else {
      throw Failure(.usage, "--amount goes with --ground other, and that needs it")
    }
    useCase = RecoverAllowance(
      grant: try arguments.grant(), recoveryGround: ground, amount: amount,
      ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.perform(useCase)
    context.console.answer(RecoveryText.json(dossier), RecoveryText.page(dossier))
    context.console.note("Next: kosh recovery plan \(dossier.record.number) --instalments N")
  }
}
