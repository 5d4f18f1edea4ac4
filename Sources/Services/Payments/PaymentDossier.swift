package import Domain
package import Storage

/// A payment register with its lines, what was done with it, and what stands against it.
package struct PaymentDossier: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    /// Nil for its making.
    package let step: PaymentStep?
    package let user: String
    package let at: Instant
    package let reason: String?
  }

  package let record: PaymentRecord
  package struct Line: Hashable, Sendable {
    package let line: PaymentLine
    /// What the bank transferred of it and did not take back.
    package let paid: Money
    /// Whether it still claims something that is not paid.
    package let isOpen: Bool
  }

  package let lines: [Line]
  package let steps: [Step]
  /// The rule that says how many approve it.
  package let approval: ApprovalRule
  /// What was found about its lines, while it has not gone out.
  package let findings: [PaymentFinding]
  /// Why families with something due in the same selection stand on no register.
  package let leftOut: [PaymentFinding]
  /// What went out to the bank; nil where nothing has.
  package let export: PaymentExport?

  package var approvals: Int { steps.count { $0.step == .countersigned || $0.step == .approved } }

  static func load(
    _ number: Number<PaymentRegister>, on today: LocalDate, in transaction: Transaction
  ) throws(Failure) -> PaymentDossier {
    let record = try PaymentTable.known(number, in: transaction)
    let lines = try PaymentTable.lines(of: number, in: transaction)
    var steps = [try step(nil, record.act, nil, in: transaction)]
    for made in try PaymentTable.steps(of: number, in: transaction) {
      steps.append(try step(made.step, made.act, made.reason, in: transaction))
    }
    let isAtHome = record.state == .draft || record.state == .approved
    var (findings, leftOut): ([PaymentFinding], [PaymentFinding]) = ([], [])
    if isAtHome {
      findings = try Self.findings(about: lines, on: today, in: transaction)
      leftOut = try PaymentCandidate.all(
        region: record.region, kind: record.kind, through: record.through, on: today,
        in: transaction
      ).flatMap(\.stopping)
    }
    var told: [Line] = []
    for line in lines {
      told.append(
        Line(
          line: line, paid: try line.transferredSoFar(in: transaction),
          isOpen: try PaymentTable.isOpen(line, in: transaction)))
    }
    return PaymentDossier(
      record: record, lines: told, steps: steps,
      approval: try Reference.approvalRules().rule(for: record.amount, on: today),
      findings: findings, leftOut: leftOut,
      export: try PaymentTable.export(of: number, in: transaction))
  }

  private static func step(
    _ step: PaymentStep?, _ act: Int64, _ reason: String?, in transaction: Transaction
  ) throws(Failure) -> Step {
    guard let act = try ActTable.find(act, in: transaction) else {
      throw .damaged("the act \(act)", "nothing")
    }
    return Step(step: step, user: act.user, at: act.at, reason: reason)
  }

  /// What is found about the lines of a register today.
  static func findings(
    about lines: [PaymentLine], on today: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [PaymentFinding] {
    let look = PaymentLook(today: today)
    var found: [PaymentFinding] = []
    for line in lines {
      let dues = try PaymentTable.dues(of: line, in: transaction)
      found += try look.findings(of: line.family, dues, in: transaction)
      let account = try AccountTable.account(of: line.family, in: transaction)
      if let account, account.iban != line.account {
        found.append(
          PaymentFinding(
            .accountChanged, line.family,
            "line \(line.position) pays \(line.account), and the family has \(account.iban)"))
      }
    }
    return found
  }
}

/// Shows a payment register.
package struct ShowPayments: Query {
  package static let name = "payment.show"
  package static let permission = Permission.readReports
  package static let isPersonal = true

  package var register: Number<PaymentRegister>

  package init(register: Number<PaymentRegister>) { self.register = register }

  package var detail: String { "\(register)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> PaymentDossier
  {
    try PaymentDossier.load(register, on: facts.today, in: transaction)
  }
}

/// Looks again at the lines of a register that has not gone out.
package struct CheckPayments: Query {
  package static let name = "payment.check"
  package static let permission = Permission.preparePayments
  package static let isPersonal = true

  package var register: Number<PaymentRegister>

  package init(register: Number<PaymentRegister>) { self.register = register }

  package var detail: String { "\(register)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [PaymentFinding]
  {
    let record = try PaymentTable.known(register, in: transaction)
    guard record.state == .draft || record.state == .approved else {
      throw Failure(
        .paymentState, "\(register) is \(record.state.rawValue): there is nothing left to check",
        hint: "kosh payment show \(register)")
    }
    let lines = try PaymentTable.lines(of: register, in: transaction)
    return try PaymentDossier.findings(about: lines, on: facts.today, in: transaction)
  }
}

extension Failure {
  /// Something stands against a register; the first finding is told.
  package static func findings(
    _ stopping: [PaymentFinding], against register: Number<PaymentRegister>
  ) -> Failure {
    Failure(
      .paymentFindings, "\(register): \(stopping.first?.sentence ?? "something was found")",
      hint: "kosh payment reject \(register) --reason TEXT, then draft it anew")
  }
}

/// Lists payment registers, the newest first.
package struct ListPayments: Query {
  package static let name = "payment.list"
  package static let permission = Permission.readReports

  package var region: String?
  package var year: Int?
  package var state: PaymentState?

  package init(region: String? = nil, year: Int? = nil, state: PaymentState? = nil) {
    self.region = region
    self.year = year
    self.state = state
  }

  package var detail: String { "" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [PaymentRecord]
  {
    var code: String?
    if let region { code = try Reference.regions().resolve(region, on: facts.today).code }
    return try PaymentTable.all(region: code, year: year, in: transaction)
      .filter { state == nil || $0.state == state }
  }
}
