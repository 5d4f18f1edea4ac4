import Domain
import Reports
import Services

extension Arguments {
  fileprivate func recovery() throws(Failure) -> Number<Recovery> {
    try required("recovery") { (text) throws(Failure) in try Number<Recovery>(text) }
  }
}

extension CommandParameter {
  fileprivate static let recovery = CommandParameter.argument(
    "recovery", "the number of the recovery")
}

extension Context {
  fileprivate func show(_ dossier: RecoveryDossier) {
    console.answer(RecoveryText.json(dossier), RecoveryText.page(dossier))
  }
}

/// `kosh recovery list`: the command-line face of ``ListRecoveries``.
struct RecoveryListCommand: Command {
  static let words = "recovery list"
  static let summary = "List what families owe back."
  static let examples = ["kosh recovery list --region KZ-55"]
  static let parameters: [CommandParameter] = [
    .option("region", "CODE", "only grants of this region"),
    .flag("all", "also those of which nothing is owed any more"),
  ]

  private let query: ListRecoveries

  init(_ arguments: Arguments) throws(Failure) {
    query = ListRecoveries(region: arguments.text("region"), isWhole: arguments.flag("all"))
  }

  func run(in context: Context) throws(Failure) {
    let records = try context.answer(query)
    context.console.answer(
      .array(records.map { .object(RecoveryText.members($0)) }),
      records.isEmpty
        ? "Nothing is owed.\n" : records.map { "\(RecoveryText.line($0))\n" }.joined())
  }
}

/// `kosh recovery show`: the command-line face of ``ShowRecovery``.
struct RecoveryShowCommand: Command {
  static let words = "recovery show"
  static let summary = "Show what a family owes back, on what ground, and what became of it."
  static let examples = ["kosh recovery show C-2026-000001-T"]
  static let parameters: [CommandParameter] = [.recovery]

  private let query: ShowRecovery

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowRecovery(recovery: try arguments.recovery())
  }

  func run(in context: Context) throws(Failure) { context.show(try context.answer(query)) }
}

/// `kosh recovery plan`: the command-line face of ``PlanRecovery``.
struct RecoveryPlanCommand: Command {
  static let words = "recovery plan"
  static let summary = "Part what is owed into months."
  static let details = "Another plan takes the place of the first."
  static let examples = ["kosh recovery plan C-2026-000001-T --instalments 12 --first 2027-01-10"]
  static let parameters: [CommandParameter] = [
    .recovery, .option("instalments", "N", "in how many months", required: true),
    .option("first", "DATE", "the day of the first", required: true),
  ]

  private let useCase: PlanRecovery

  init(_ arguments: Arguments) throws(Failure) {
    useCase = PlanRecovery(
      recovery: try arguments.recovery(),
      instalments: Int(clamping: try arguments.count("instalments", least: 1) ?? 0),
      first: try arguments.requiredDate("first"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh recovery repay`: the command-line face of ``RepayRecovery``.
struct RecoveryRepayCommand: Command {
  static let words = "recovery repay"
  static let summary = "Count what a family paid back."
  static let examples = [
    "kosh recovery repay C-2026-000001-T --amount 50000 --document 'receipt 881'"
  ]
  static let parameters: [CommandParameter] = [
    .recovery, .option("amount", "TENGE", "how much", required: true),
    .option("document", "TEXT", "the receipt", required: true),
    .option("on", "DATE", "the day it came in; without it, today"),
  ]

  private let useCase: RepayRecovery

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RepayRecovery(
      recovery: try arguments.recovery(), amount: try arguments.money("amount") ?? .zero,
      on: try arguments.date("on"), document: try arguments.required("document"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}

/// `kosh recovery waive`: the command-line face of ``WaiveRecovery``.
struct RecoveryWaiveCommand: Command {
  static let words = "recovery waive"
  static let summary = "Give up what is owed, or a part of it, on a ground that the rules know."
  static var details: String {
    "Grounds are dated data: health, death, study, service, no-job, degree."
  }
  static let examples = [
    "kosh recovery waive C-2026-000001-T --ground health --reason 'treatment in Astana' "
      + "--document 'certificate 12'"
  ]
  static let parameters: [CommandParameter] = [
    .recovery, .option("ground", "CODE", "the ground, such as health", required: true),
    .option("amount", "TENGE", "how much; without it, all that is asked for"),
    .why, .option("document", "TEXT", "the paper it rests on"),
  ]

  private let useCase: WaiveRecovery

  init(_ arguments: Arguments) throws(Failure) {
    useCase = WaiveRecovery(
      recovery: try arguments.recovery(), amount: try arguments.money("amount"),
      waiver: try arguments.required("ground"), reason: try arguments.required("reason"),
      document: arguments.text("document"))
  }

  func run(in context: Context) throws(Failure) { context.show(try context.perform(useCase)) }
}
