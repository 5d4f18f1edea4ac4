import Domain
import Reports
import Services

/// `kosh permit check`: the command-line face of ``CheckPermit``.
struct PermitCheckCommand: Command {
  static let words = "permit check"
  static let summary = "Check an application in the order of the law; nothing is written."
  static let details = """
    Each check is told with its source. `exempt` does not hold for this employer or kind, `open` waits \
    for an answer. With the number of a permit the application that stands in the register is checked, \
    as an approval would be. The exit code is 4 where a check says no.
    """
  static let examples = [
    "kosh permit check W-2026-000001-S",
    "kosh permit check --kind EMP-3 --employer 190740000011 --person P-2026-000001-8 "
      + "--region KZ-75 --section F --post engineer --months 12 "
      + "--papers application,passport,qualification --vacancy V-1 --posted 2026-03-01",
  ]
  static let parameters: [CommandParameter] =
    [.argument("permit", "the number of the permit", optional: true)]
    + CommandParameter.application.map(\.ifWanted)
    + [.option("on", "DATE", "the day of the application; without it, today")]

  private let permit: Number<WorkPermit>?
  private let typed: TypedApplication?
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    permit = try arguments.value("permit") { (text) throws(Failure) in
      try Number<WorkPermit>(text)
    }
    if permit == nil {
      guard arguments.text("kind") != nil else {
        throw Failure(.usage, "say which permit, or --kind and the rest of an application")
      }
      typed = try arguments.permitForm()
    } else {
      typed = nil
    }
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let subject: CheckPermit.Subject
    if let permit {
      subject = .permit(permit)
    } else if let typed {
      subject = .form(try typed.resolved(on: on ?? context.today), of: typed.employer)
    } else {
      return
    }
    let answer = try context.answer(CheckPermit(subject, on: on))
    if let refusal = answer.refusal?.failure, !context.console.isJSON {
      context.console.write(PermitText.text(answer))
      throw refusal
    }
    context.console.answer(PermitText.json(answer), PermitText.text(answer))
  }
}

/// `kosh permit apply`: the command-line face of ``ApplyForPermit``.
struct PermitApplyCommand: Command {
  static let words = "permit apply"
  static let summary = "Take an application for a permit, and reserve its places."
  static let details = """
    It is checked in the order of the law first, as kosh permit check does, and the first check that \
    says no refuses it: nothing is registered. With --for-record it is registered without a place, so \
    that a refusal can be decided and stands on record.

    A place of the quota is reserved in the region, and in each --other-region, until the decision.
    """
  static let examples = [
    "kosh permit apply --kind SEAS --employer 190740000011 --person P-2026-000001-8 --region KZ-61 "
      + "--section A --post 'field worker' --days 180 --papers application,passport,qualification "
      + "--qualified yes"
  ]
  static let parameters: [CommandParameter] =
    CommandParameter.application + [
      .flag("for-record", "register also what a check refuses, without a place"),
      .option("on", "DATE", "the day of the application; without it, today"),
    ]

  private let typed: TypedApplication
  private let isForRecord: Bool
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    typed = try arguments.permitForm()
    isForRecord = arguments.flag("for-record")
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let form = try typed.resolved(on: on ?? context.today)
    context.show(
      try context.perform(
        ApplyForPermit(
          form: form, employer: typed.employer, isForRecord: isForRecord, on: on)))
  }
}

/// `kosh permit extend`: the command-line face of ``ExtendPermit``.
struct PermitExtendCommand: Command {
  static let words = "permit extend"
  static let summary = "Ask for an extension of a permit."
  static let details = """
    An application of its own, which begins on the day on which the permit ends: it is decided, paid \
    for and issued as the first was. The days in which it may be asked for, how often and for how long \
    are dated rules: kosh permit kinds.
    """
  static let examples = [
    "kosh permit extend W-2026-000001-S --months 12 --papers application,passport,contract"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .permitMonths, .permitDays, .permitPapers,
    .option("on", "DATE", "the day of the application; without it, today"),
  ]

  private let useCase: ExtendPermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ExtendPermit(
      permit: try arguments.permit(), term: try arguments.permitTerm(),
      papers: arguments.permitPapers(), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit replace`: the command-line face of ``ReplaceWorker``.
struct PermitReplaceCommand: Command {
  static let words = "permit replace"
  static let summary = "Ask for the rest of a permit for another worker."
  static let details = "The fee is not paid again, and the place stays taken."
  static let examples = [
    "kosh permit replace W-2026-000001-S --person P-2026-000002-6 "
      + "--papers application,passport,qualification --qualified yes"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .option("person", "NUMBER", "the other worker: P-…", required: true),
    .permitPapers, .permitQualified,
    .option("on", "DATE", "the day of the application; without it, today"),
  ]

  private let useCase: ReplaceWorker

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ReplaceWorker(
      permit: try arguments.permit(),
      person: try arguments.required("person") { (text) throws(Failure) in
        try Number<Person>(text)
      }, papers: arguments.permitPapers(), isQualified: arguments.permitQualified(),
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}
