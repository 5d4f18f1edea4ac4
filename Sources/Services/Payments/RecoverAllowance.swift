package import Domain
package import Storage

/// Claims back what was paid of a grant to a family that left its region before it was free to.
package struct RecoverAllowance: UseCase {
  package static let name = "allowance.recover"
  package static let permission = Permission.approvePayments

  package var grant: Number<Grant>
  /// `leftEarly`, whose amount the rule gives, or `other`.
  package var recoveryGround: RecoveryGround
  /// Of another ground: how much.
  package var amount: Money?
  package var ground: Ground

  package init(
    grant: Number<Grant>, recoveryGround: RecoveryGround = .leftEarly, amount: Money? = nil,
    ground: Ground
  ) {
    self.grant = grant
    self.recoveryGround = recoveryGround
    self.amount = amount
    self.ground = ground
  }

  package var detail: String { "\(grant): \(recoveryGround.rawValue), \(ground.reason)" }

  /// Throws `recovery.not-bound` from the day on which the family is free, `recovery.nothing`
  /// where nothing was paid or all of it is claimed.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try ground.settled(given: facts)
    let record = try GrantTable.known(grant, in: transaction)
    let rule = try Reference.recoveryRules().rule(on: record.decidedOn)
    let bound = record.decidedOn.adding(months: rule.boundMonths)
    if recoveryGround == .leftEarly, day >= bound {
      throw Failure(
        .recoveryNotBound,
        "the family was bound to \(record.region) for \(rule.boundMonths) months, until \(bound)",
        citation: rule.citation)
    }
    let claims = try claims(of: record, rule, in: transaction)
    guard let first = claims.first else {
      throw Failure(
        .recoveryNothing, "nothing was paid of \(grant) that is not claimed back already",
        hint: "kosh allowance explain \(grant)")
    }
    var number: Number<Recovery>?
    for claim in claims {
      number = try RecoveryTable.insert(
        RecoveryTable.Draft(
          family: claim.family, grant: grant, ground: recoveryGround, amount: claim.amount,
          on: day, boundUntil: recoveryGround == .leftEarly ? bound : nil, reason: ground.reason,
          document: ground.document, citation: rule.citation),
        registered: facts.today.year, in: transaction)
    }
    return number?.raw ?? first.family.raw
  }

  /// By family, what can be claimed of what it was paid: of early leaving the share that the rule
  /// gives, less what was claimed for that before; on another ground the amount that was named.
  ///
  /// What a bank paid too much is beside what the grant was paid, and no part of it.
  private func claims(
    of record: GrantRecord, _ rule: RecoveryRule, in transaction: Transaction
  ) throws(Failure) -> [(family: Number<Family>, amount: Money)] {
    var paid: [Number<Family>: Int64] = [:]
    for payment in try BankTable.payments(of: grant, in: transaction) {
      paid[payment.family, default: 0] += payment.amount.tiyn
    }
    let earlier = try RecoveryTable.all(of: grant, in: transaction)
      .filter { $0.ground != .paidTwice }
    var claims: [(family: Number<Family>, amount: Money)] = []
    for (family, sum) in paid.sorted(by: { $0.key < $1.key }) {
      let own = earlier.filter { $0.family == family }
      let claimed = own.reduce(Int64(0)) { $0 + $1.amount.tiyn }
      var claim = Money(tiyn: sum - claimed)
      if let amount {
        claim = min(amount, claim)
      } else {
        let before = own.filter { $0.ground == .leftEarly }.reduce(Int64(0)) { $0 + $1.amount.tiyn }
        let bound = try Money(tiyn: sum - claimed + before)
          .times(rule.share, Rounding(.down, to: .tenge))
        claim = Money(tiyn: bound.tiyn - before)
      }
      if claim > .zero { claims.append((family, claim)) }
    }
    return claims
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> RecoveryDossier
  {
    try RecoveryDossier.load(Number(raw: subject), in: transaction)
  }
}
