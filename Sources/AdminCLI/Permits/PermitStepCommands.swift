import Domain
import Reports
import Services

/// `kosh permit approve`: the command-line face of ``ApprovePermit``.
struct PermitApproveCommand: Command {
  static let words = "permit approve"
  static let summary = "Approve an application; every check is made again."
  static let examples = [
    "kosh permit approve W-2026-000001-S --qualified yes --document 'order 12'"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .permitQualified, .permitPaper, .permitDay,
  ]

  private let useCase: ApprovePermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ApprovePermit(
      permit: try arguments.permit(), isQualified: arguments.permitQualified(),
      document: arguments.text("document"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit agree`: the command-line face of ``AgreeToPermit``.
struct PermitAgreeCommand: Command {
  static let words = "permit agree"
  static let summary = "Record that another region agrees to a permit that is to hold in it too."
  static let examples = [
    "kosh permit agree W-2026-000001-S --region KZ-23 --document 'letter 7 of Atyrau'"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .option("region", "CODE", "the region that agrees", required: true),
    .option("document", "TEXT", "its paper", required: true), .permitDay,
  ]

  private let useCase: AgreeToPermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = AgreeToPermit(
      permit: try arguments.permit(), region: try arguments.required("region"),
      document: try arguments.required("document"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit refuse`: the command-line face of ``RefusePermit``.
struct PermitRefuseCommand: Command {
  static let words = "permit refuse"
  static let summary = "Refuse an application, on a ground that the rules know."
  static let details = "Its places are free again. kosh permit kinds names the grounds."
  static let examples = [
    "kosh permit refuse W-2026-000001-S --ground CONDITIONS_P16_UNMET --reason '88 %, not 90 %'"
  ]
  static let parameters = CommandParameter.grounded(such: "FALSE_DOCS")

  private let useCase: RefusePermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RefusePermit(step: try arguments.groundedStep())
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit withdraw`: the command-line face of ``WithdrawPermit``.
struct PermitWithdrawCommand: Command {
  static let words = "permit withdraw"
  static let summary = "Take an application back, at the applicant's wish."
  static let examples = [
    "kosh permit withdraw W-2026-000001-S --reason 'the worker went elsewhere'"
  ]
  static let parameters: [CommandParameter] = [.permit, .why, .permitDay]

  private let useCase: WithdrawPermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = WithdrawPermit(
      permit: try arguments.permit(), reason: try arguments.required("reason"),
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit notice`: the command-line face of ``NoticePermit``.
struct PermitNoticeCommand: Command {
  static let words = "permit notice"
  static let summary = "Tell the employer what to pay, and by when."
  static let details = """
    The fee is counted in the MCI of the day on which it is paid. What is not paid in time lapses by \
    itself, and its places are free on the day after.
    """
  static let examples = ["kosh permit notice W-2026-000001-S --document 'letter 88'"]
  static let parameters: [CommandParameter] = [.permit, .permitPaper, .permitDay]

  private let useCase: NoticePermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = NoticePermit(
      permit: try arguments.permit(), document: arguments.text("document"),
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit pay`: the command-line face of ``PayPermit``.
struct PermitPayCommand: Command {
  static let words = "permit pay"
  static let summary = "Count the fee that was paid for a permit, or a household's prepayment."
  static let details = """
    The amount must be what the permit costs on the day on which it was paid. A permit of several \
    regions is paid for to the budget of each.
    """
  static let examples = [
    "kosh permit pay W-2026-000001-S --amount 103800 --document 'receipt 7' --on 2026-03-10"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .option("amount", "TENGE", "what was paid", required: true),
    .option("region", "CODE", "to whose budget, where there are several"),
    .option("document", "TEXT", "the receipt", required: true),
    .option("on", "DATE", "the day on which it was paid; without it, today"),
  ]

  private let useCase: PayPermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = PayPermit(
      permit: try arguments.permit(), amount: try arguments.money("amount") ?? .zero,
      region: arguments.text("region"), document: try arguments.required("document"),
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit issue`: the command-line face of ``IssuePermit``.
struct PermitIssueCommand: Command {
  static let words = "permit issue"
  static let summary = "Issue a permit: from its first day on its worker may work."
  static let details = """
    An extension begins on the day on which the earlier permit ends, and another worker has the rest \
    of the permit: these take no --from.
    """
  static let examples = [
    "kosh permit issue W-2026-000001-S --document 'KZ-75 0001' --from 2026-04-01"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .option("from", "DATE", "the first day; without it, the day of the issue"),
    .option("document", "TEXT", "the number on the paper"), .permitDay,
  ]

  private let useCase: IssuePermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = IssuePermit(
      permit: try arguments.permit(), from: try arguments.date("from"),
      document: arguments.text("document"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit suspend`: the command-line face of ``SuspendPermit``.
struct PermitSuspendCommand: Command {
  static let words = "permit suspend"
  static let summary = "Suspend a permit: nobody may work by it until it is resumed."
  static let examples = [
    "kosh permit suspend W-2026-000001-S --ground INQUIRY --reason 'inspection of 12 May'"
  ]
  static let parameters = CommandParameter.grounded(such: "INQUIRY")

  private let useCase: SuspendPermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = SuspendPermit(step: try arguments.groundedStep())
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit resume`: the command-line face of ``ResumePermit``.
struct PermitResumeCommand: Command {
  static let words = "permit resume"
  static let summary = "Let a suspended permit hold again."
  static let examples = ["kosh permit resume W-2026-000001-S --reason 'nothing was found'"]
  static let parameters: [CommandParameter] = [.permit, .why, .permitDay]

  private let useCase: ResumePermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ResumePermit(
      permit: try arguments.permit(), reason: try arguments.required("reason"),
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit revoke`: the command-line face of ``RevokePermit``.
struct PermitRevokeCommand: Command {
  static let words = "permit revoke"
  static let summary = "Revoke a permit: it ends on that day, and its places are free."
  static let examples = [
    "kosh permit revoke W-2026-000001-S --ground EMPLOYER_APPLICATION --reason 'work is done'"
  ]
  static let parameters = CommandParameter.grounded(such: "CONDITIONS")

  private let useCase: RevokePermit

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RevokePermit(step: try arguments.groundedStep())
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit trip`: the command-line face of ``RecordPermitTrip``.
struct PermitTripCommand: Command {
  static let words = "permit trip"
  static let summary = "Record a business trip to another region than the permit's."
  static let details =
    "So many calendar days of a year are allowed, and no more: kosh permit kinds."
  static let examples = [
    "kosh permit trip W-2026-000001-S --region KZ-23 --from 2026-05-04 --to 2026-05-15"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .option("region", "CODE", "where the worker goes", required: true),
    .option("from", "DATE", "the first day", required: true),
    .option("to", "DATE", "the last day", required: true),
  ]

  private let useCase: RecordPermitTrip

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RecordPermitTrip(
      permit: try arguments.permit(), region: try arguments.required("region"),
      from: try arguments.requiredDate("from"), through: try arguments.requiredDate("to"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit cancel-trip`: the command-line face of ``CancelPermitTrip``.
struct PermitCancelTripCommand: Command {
  static let words = "permit cancel-trip"
  static let summary = "Take a trip back that was entered wrongly or was not made."
  static let examples = [
    "kosh permit cancel-trip W-2026-000001-S --from 2026-05-04 --reason 'was not made'"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .option("from", "DATE", "the first day of the trip", required: true), .why,
  ]

  private let useCase: CancelPermitTrip

  init(_ arguments: Arguments) throws(Failure) {
    useCase = CancelPermitTrip(
      permit: try arguments.permit(), from: try arguments.requiredDate("from"),
      reason: try arguments.required("reason"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh permit hand-over`: the command-line face of ``HandOverPost``.
struct PermitHandOverCommand: Command {
  static let words = "permit hand-over"
  static let summary = "Record that a citizen has taken the post of a worker of category 4."
  static let examples = [
    "kosh permit hand-over W-2026-000001-S --document 'contract 15 with a citizen'"
  ]
  static let parameters: [CommandParameter] = [
    .permit, .option("document", "TEXT", "the paper that shows it", required: true), .permitDay,
  ]

  private let useCase: HandOverPost

  init(_ arguments: Arguments) throws(Failure) {
    useCase = HandOverPost(
      permit: try arguments.permit(), document: try arguments.required("document"),
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}
