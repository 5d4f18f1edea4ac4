package import Domain
package import Storage

/// Stops the payments of a grant from a day on.
///
/// What is due after that day is not paid until the payments are resumed; a final stop calls it
/// off.
package struct StopAllowance: UseCase {
  package static let name = "allowance.stop"
  package static let permission = Permission.grantAllowances

  package var grant: Number<Grant>
  package var cause: AllowanceStop.Cause
  package var isFinal: Bool
  package var ground: Ground

  package init(
    grant: Number<Grant>, cause: AllowanceStop.Cause, isFinal: Bool = false, ground: Ground
  ) {
    self.grant = grant
    self.cause = cause
    self.isFinal = isFinal
    self.ground = ground
  }

  package var detail: String { "\(grant): \(cause.rawValue), \(ground.reason)" }

  /// Throws `allowance.stopped` where it is, and `payment.state` where what a final stop calls off
  /// stands on a register.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try ground.settled(given: facts)
    let record = try GrantTable.known(grant, in: transaction)
    if let stop = try StopTable.stop(of: grant, in: transaction) {
      throw Failure(
        .allowanceStopped, "the payments of \(grant) are stopped from \(stop.from) on",
        hint: stop.isFinal ? nil : "kosh allowance resume \(grant) --reason TEXT")
    }
    guard day >= record.decidedOn else {
      throw Failure(.dateOrder, "\(grant) was decided on \(record.decidedOn), after \(day)")
    }
    try StopTable.insert(
      AllowanceStop(
        grant: grant, cause: cause, from: day, isFinal: isFinal, reason: ground.reason,
        document: ground.document), in: transaction)
    if isFinal {
      for due in try DueTable.open(of: grant, in: transaction) where due.dueOn >= day {
        try due.callOff(due.amount, of: record, on: facts.today, in: transaction)
      }
    }
    return grant.raw
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> GrantStanding
  {
    try GrantStanding.load(grant, in: transaction)
  }
}

/// Lets the payments of a grant run again.
package struct ResumeAllowance: UseCase {
  package static let name = "allowance.resume"
  package static let permission = Permission.grantAllowances

  package var grant: Number<Grant>
  package var ground: Ground

  package init(grant: Number<Grant>, ground: Ground) {
    self.grant = grant
    self.ground = ground
  }

  package var detail: String { "\(grant): \(ground.reason)" }

  /// Throws `allowance.not-stopped`, and for a final stop `allowance.stopped`.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    _ = try ground.settled(given: facts)
    _ = try GrantTable.known(grant, in: transaction)
    guard let stop = try StopTable.stop(of: grant, in: transaction) else {
      throw Failure(.allowanceNotStopped, "the payments of \(grant) are not stopped")
    }
    guard !stop.isFinal else {
      throw Failure(
        .allowanceStopped, "what was due of \(grant) from \(stop.from) on was called off",
        hint: "a new decision grants anew")
    }
    try StopTable.close(stop, in: transaction)
    return grant.raw
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> GrantStanding
  {
    try GrantStanding.load(grant, in: transaction)
  }
}

extension Due {
  /// Calls off a part of a claim, or all of it: the rest is due as before, and the money is free.
  ///
  /// Throws `payment.state` where it stands on a register: only there can something be paid of it.
  func callOff(
    _ part: Money, of record: GrantRecord, on today: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    if let register = try PaymentTable.claiming(self, in: transaction) {
      throw Failure(
        .paymentState, "\(key) of \(grant) stands on \(register)",
        hint: "kosh payment show \(register); reject it, or wait for the bank's answer")
    }
    try DueTable.close(self, in: transaction)
    let rest = Money(tiyn: amount.tiyn - part.tiyn)
    if rest > .zero {
      try DueTable.insert(
        Due(grant: grant, key: key, dueOn: dueOn, amount: rest), region: record.region,
        in: transaction)
    }
    try GrantMoney.callOff(part, of: self, on: today, in: transaction)
  }
}

/// What of a grant was paid, is due, is owed back, and was decided since.
package struct GrantStanding: Hashable, Sendable {
  package struct Claim: Hashable, Sendable {
    package let due: Due
    /// The register on which it stands; nil where it stands on none.
    package let register: Number<PaymentRegister>?
  }

  package struct Paid: Hashable, Sendable {
    package let key: DueKey
    package let amount: Money
    package let on: LocalDate
    package let reference: String
  }

  package let grant: GrantRecord
  package let claims: [Claim]
  package let payments: [Paid]
  package let stop: AllowanceStop?
  package let differences: [GrantAdjustment]
  package let recoveries: [RecoveryRecord]

  package var due: Money { Money(tiyn: claims.reduce(0) { $0 + $1.due.amount.tiyn }) }
  /// What was paid and did not come back.
  package var paid: Money { Money(tiyn: payments.reduce(0) { $0 + $1.amount.tiyn }) }
  package var owed: Money { Money(tiyn: recoveries.reduce(0) { $0 + $1.open.tiyn }) }

  static func load(_ number: Number<Grant>, in transaction: Transaction) throws(Failure)
    -> GrantStanding
  {
    let grant = try GrantTable.known(number, in: transaction)
    var claims: [Claim] = []
    for due in try DueTable.unpaid(of: number, in: transaction) {
      claims.append(Claim(due: due, register: try PaymentTable.claiming(due, in: transaction)))
    }
    let payments = try BankTable.payments(of: number, in: transaction)
    return GrantStanding(
      grant: grant, claims: claims,
      payments: payments.map {
        Paid(key: $0.key, amount: $0.amount, on: $0.on, reference: $0.reference)
      },
      stop: try StopTable.stop(of: number, in: transaction),
      differences: try DifferenceTable.all(of: number, in: transaction),
      recoveries: try RecoveryTable.all(of: number, in: transaction))
  }
}
