package import Domain
package import Storage

/// A step of a payment register: what is told afterwards is the register.
package protocol PaymentUseCase: UseCase where Outcome == PaymentDossier {
  var register: Number<PaymentRegister> { get }
}

extension PaymentUseCase {
  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PaymentDossier
  {
    try PaymentDossier.load(Number(raw: subject), on: facts.today, in: transaction)
  }

  /// The register, where the step can be made; throws `payment.state` where it cannot.
  func standing(for step: PaymentStep, in transaction: Transaction) throws(Failure)
    -> PaymentRecord
  {
    let record = try PaymentTable.known(register, in: transaction)
    guard record.state.after(step) != nil else {
      throw Failure(
        .paymentState, "\(register) is \(record.state.rawValue) and cannot be \(step.participle)",
        hint: "kosh payment show \(register)")
    }
    return record
  }

  /// Ends the register: what of it is not paid is due again.
  func end(by step: PaymentStep, _ reason: String, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    _ = try standing(for: step, in: transaction)
    for line in try PaymentTable.lines(of: register, in: transaction)
    where try PaymentTable.isOpen(line, in: transaction) {
      try PaymentBooking.giveUp(line, in: transaction)
    }
    try PaymentTable.add(step, to: register, reason: reason, in: transaction)
    return register.raw
  }
}

/// Approves a payment register that another official made.
package struct ApprovePayments: PaymentUseCase {
  package static let name = "payment.approve"
  package static let permission = Permission.approvePayments

  package var register: Number<PaymentRegister>

  package init(register: Number<PaymentRegister>) { self.register = register }

  package var detail: String { "\(register)" }

  /// Throws `payment.same-official` for who made it or approved it before, `payment.findings`
  /// where something stands against a line by now, and `budget.unknown` or `budget.exhausted`
  /// where there is no money for it.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let record = try standing(for: .approved, in: transaction)
    let signers = try signers(of: record, in: transaction)
    if let index = signers.firstIndex(of: facts.user) {
      throw Failure(
        .paymentSameOfficial,
        "“\(facts.user)” \(index == 0 ? "made" : "has approved") \(register)",
        hint: "another official with the role approver approves it")
    }
    let lines = try PaymentTable.lines(of: register, in: transaction)
    let stopping = try PaymentDossier.findings(about: lines, on: facts.today, in: transaction)
      .filter(\.kind.stops)
    guard stopping.isEmpty else { throw .findings(stopping, against: register) }
    let rule = try Reference.approvalRules().rule(for: record.amount, on: facts.today)
    // The first of the signers is the maker.
    let isLast = signers.count >= rule.approvals
    try PaymentTable.add(isLast ? .approved : .countersigned, to: register, in: transaction)
    if isLast {
      try GrantMoney.ensure(
        PaymentTable.grants(of: register, in: transaction), on: facts.today, in: transaction)
    }
    return register.raw
  }

  /// Who made it, then those who approved it.
  private func signers(of record: PaymentRecord, in transaction: Transaction) throws(Failure)
    -> [String]
  {
    let approvals = try PaymentTable.steps(of: record.number, in: transaction)
    var users: [String] = []
    for act in [record.act] + approvals.map(\.act) {
      if let act = try ActTable.find(act, in: transaction) { users.append(act.user) }
    }
    return users
  }
}

/// Refuses a register before it goes out: it is kept, and what it claimed is due again.
package struct RejectPayments: PaymentUseCase {
  package static let name = "payment.reject"
  package static let permission = Permission.preparePayments

  package var register: Number<PaymentRegister>
  package var reason: String

  package init(register: Number<PaymentRegister>, reason: String) {
    self.register = register
    self.reason = reason
  }

  package var detail: String { "\(register): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a refusal")
    return try end(by: .rejected, reason, in: transaction)
  }
}

/// Ends a register that went out and of which the bank will carry out nothing more: what it has
/// not paid is due again.
package struct CancelPayments: PaymentUseCase {
  package static let name = "payment.cancel"
  package static let permission = Permission.approvePayments

  package var register: Number<PaymentRegister>
  package var reason: String

  package init(register: Number<PaymentRegister>, reason: String) {
    self.register = register
    self.reason = reason
  }

  package var detail: String { "\(register): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a cancellation")
    return try end(by: .cancelled, reason, in: transaction)
  }
}
