import Domain
import Reports
import Services

extension Context {
  /// Shows a register, and what comes next.
  fileprivate func show(_ dossier: PaymentDossier, next: String?) {
    console.answer(PaymentText.json(dossier), PaymentText.page(dossier))
    if let next { console.note("Next: \(next)") }
  }
}

extension Arguments {
  func register() throws(Failure) -> Number<PaymentRegister> {
    try required("register") { (text) throws(Failure) in try Number<PaymentRegister>(text) }
  }

  fileprivate func families(_ name: String) throws(Failure) -> [Number<Family>] {
    try all(name) { (text) throws(Failure) in try Number<Family>(text) }
  }
}

extension CommandParameter {
  static let register = CommandParameter.argument("register", "the number of the payment register")
  static let why = CommandParameter.option("reason", "TEXT", "why", required: true)
}

/// `kosh payment draft`: the command-line face of ``DraftPayments``.
struct PaymentDraftCommand: Command {
  static let words = "payment draft"
  static let summary = "Make a payment register of what is due in a region."
  static let details = """
    A family with something against it is left out and named with the reason: no account, an account \
    of someone who died or left, places that were given back, someone who died before the decision or \
    is counted twice. Everyone else is a line of the register, with all that is due to the family.

    A register is never altered: what is wrong in it is rejected and drafted anew.
    """
  static let examples = [
    "kosh payment draft --region KZ-55 --through 2026-11-30",
    "kosh payment draft --region KZ-55 --kind relocation --without F-2026-000123-7",
  ]
  static let parameters: [CommandParameter] = [
    .option("region", "CODE", "the region: ISO 3166-2 or KATO", required: true),
    .option("kind", "KIND", "only this scheme, such as relocation"),
    .option("through", "DATE", "what is due up to this day; without it, today"),
    .option("family", "NUMBER", "only these families", repeated: true),
    .option("without", "NUMBER", "not these families", repeated: true),
  ]

  private let useCase: DraftPayments

  init(_ arguments: Arguments) throws(Failure) {
    useCase = DraftPayments(
      region: try arguments.required("region"),
      kind: try arguments.text("kind") == nil ? nil : AllowanceText.kind(of: arguments),
      through: try arguments.date("through"), families: try arguments.families("family"),
      without: try arguments.families("without"))
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.perform(useCase)
    context.show(
      dossier, next: "kosh payment approve \(dossier.record.number), as another official")
  }
}

/// `kosh payment check`: the command-line face of ``CheckPayments``.
struct PaymentCheckCommand: Command {
  static let words = "payment check"
  static let summary = "Look again at every payment of a register that has not gone out."
  static let details = """
    What is found about accounts, deaths, places and double counting today, though the register was \
    made before. The exit code is 4 where something stands against a line.
    """
  static let examples = ["kosh payment check R-2026-000001-J"]
  static let parameters: [CommandParameter] = [.register]

  private let register: Number<PaymentRegister>

  init(_ arguments: Arguments) throws(Failure) { register = try arguments.register() }

  func run(in context: Context) throws(Failure) {
    let findings = try context.answer(CheckPayments(register: register))
    let stopping = findings.filter(\.kind.stops)
    guard stopping.isEmpty else { throw .findings(stopping, against: register) }
    context.console.answer(
      ["register": .string("\(register)"), "findings": .array(findings.map(PaymentText.json))],
      "Nothing stands against \(register).\n"
        + findings.map { "To look at: \(DisplayWidth.safe($0.sentence))\n" }.joined())
  }
}

/// `kosh payment show`: the command-line face of ``ShowPayments``.
struct PaymentShowCommand: Command {
  static let words = "payment show"
  static let summary = "Show a payment register: its lines, steps and what stands against it."
  static let examples = ["kosh payment show R-2026-000001-J"]
  static let parameters: [CommandParameter] = [.register]

  private let query: ShowPayments

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowPayments(register: try arguments.register())
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.answer(query)
    context.show(dossier, next: Self.next(dossier.record))
  }
}

extension PaymentShowCommand {
  /// What can be done with a register where it stands; nil where nothing is left to do.
  private static func next(_ record: PaymentRecord) -> String? {
    switch record.state {
    case .draft: "kosh payment approve \(record.number), as another official, or reject it"
    case .approved: "kosh payment export \(record.number) --to FOLDER, or reject it"
    case .exported: "kosh payment reconcile FILE, or cancel it"
    case .settled, .rejected, .cancelled: nil
    }
  }
}

/// `kosh payment list`: the command-line face of ``ListPayments``.
struct PaymentListCommand: Command {
  static let words = "payment list"
  static let summary = "List payment registers, the newest first."
  static let examples = ["kosh payment list --region KZ-55 --state exported"]
  static let parameters: [CommandParameter] = [
    .option("region", "CODE", "only this region"),
    .option("year", "YEAR", "only those made in this year"),
    .option(
      "state", "STATE", "only those that stand so",
      choices: PaymentState.allCases.map(\.rawValue)),
  ]

  private let query: ListPayments

  init(_ arguments: Arguments) throws(Failure) {
    query = ListPayments(
      region: arguments.text("region"),
      year: try arguments.count("year", least: 1991).map { Int(clamping: $0) },
      state: try arguments.choice("state", PaymentState.self))
  }

  func run(in context: Context) throws(Failure) {
    let records = try context.answer(query)
    context.console.answer(
      .array(records.map { .object(PaymentText.head($0)) }),
      records.isEmpty
        ? "No such register.\n" : records.map { "\(PaymentText.line($0))\n" }.joined())
  }
}

/// `kosh payment approve`: the command-line face of ``ApprovePayments``.
struct PaymentApproveCommand: Command {
  static let words = "payment approve"
  static let summary = "Approve a payment register that another official made."
  static let details = """
    Who made it cannot approve it, and nobody approves it twice. Large sums need more than one \
    approval: the rule is dated data, and kosh payment show tells it. Every line is looked at again.
    """
  static let examples = ["kosh payment approve R-2026-000001-J --as dana"]
  static let parameters: [CommandParameter] = [.register]

  private let useCase: ApprovePayments

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ApprovePayments(register: try arguments.register())
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.perform(useCase)
    let number = dossier.record.number
    context.show(
      dossier,
      next: dossier.record.state == .approved
        ? "kosh payment export \(number) --to FOLDER"
        : "kosh payment approve \(number), as one more official")
  }
}

/// `kosh payment reject`: the command-line face of ``RejectPayments``.
struct PaymentRejectCommand: Command {
  static let words = "payment reject"
  static let summary = "Refuse a payment register before it goes out; it is kept."
  static let details = "What it claimed is due again, and may stand on another register."
  static let examples = ["kosh payment reject R-2026-000001-J --reason 'a wrong account'"]
  static let parameters: [CommandParameter] = [.register, .why]

  private let useCase: RejectPayments

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RejectPayments(
      register: try arguments.register(), reason: try arguments.required("reason"))
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.perform(useCase)
    context.show(dossier, next: "kosh payment draft --region \(dossier.record.region)")
  }
}

/// `kosh payment cancel`: the command-line face of ``CancelPayments``.
struct PaymentCancelCommand: Command {
  static let words = "payment cancel"
  static let summary = "End a register of which the bank will carry out nothing more."
  static let details = """
    What the bank has paid stays paid. What it has not is due again: make sure with the bank first.
    """
  static let examples = ["kosh payment cancel R-2026-000001-J --reason 'the bank refused the file'"]
  static let parameters: [CommandParameter] = [.register, .why]

  private let useCase: CancelPayments

  init(_ arguments: Arguments) throws(Failure) {
    useCase = CancelPayments(
      register: try arguments.register(), reason: try arguments.required("reason"))
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.perform(useCase)
    context.show(dossier, next: "kosh payment draft --region \(dossier.record.region)")
  }
}
