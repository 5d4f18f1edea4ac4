internal import Domain
internal import Storage

/// What a payment keeps back towards what the family owes.
struct Withholding {
  /// By recovery, the oldest first.
  let parts: [(recovery: Number<Recovery>, amount: Money)]

  var amount: Money { Money(tiyn: parts.reduce(0) { $0 + $1.amount.tiyn }) }

  /// As much as is owed and on no register, and never of the share that the family gets in any
  /// case; that share is brought up to a whole tenge.
  static func plan(
    _ amount: Money, of family: Number<Family>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> Withholding {
    let owed = try RecoveryTable.all(of: family, in: transaction).filter { $0.free > .zero }
    guard !owed.isEmpty else { return Withholding(parts: []) }
    let rule = try Reference.recoveryRules().rule(on: day)
    let kept = try amount.times(rule.protectedShare, Rounding(.up, to: .tenge))
    var left = amount.tiyn - kept.tiyn
    var parts: [(recovery: Number<Recovery>, amount: Money)] = []
    for recovery in owed where left > 0 {
      let part = min(left, recovery.free.tiyn)
      parts.append((recovery.number, Money(tiyn: part)))
      left -= part
    }
    return Withholding(parts: parts)
  }

  func write(for line: Int64, in transaction: Transaction) throws(Failure) {
    for part in parts {
      try RecoveryTable.insertOffset(
        part.amount, of: line, for: part.recovery, in: transaction)
    }
  }

  /// Counts what a line withheld, when the bank has paid the rest of it.
  static func settle(_ line: PaymentLine, on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    for offset in try RecoveryTable.offsets(of: line.id, in: transaction) {
      try RecoveryTable.insert(
        RecoveryEntry(
          .withheld, offset.amount, on: day, line: line.id, reason: "of \(line.reference)"),
        of: offset.recovery, in: transaction)
      try RecoveryTable.close(offset, in: transaction)
      try GrantMoney.giveBack(
        offset.amount, of: RecoveryTable.known(offset.recovery, in: transaction), on: day,
        in: transaction)
    }
  }

  /// Undoes it, when the payment came back.
  static func restore(_ line: PaymentLine, on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    for (recovery, amount) in try RecoveryTable.withheld(by: line.id, in: transaction) {
      try RecoveryTable.insert(
        RecoveryEntry(
          .withheld, Money(tiyn: -amount.tiyn), on: day, line: line.id,
          reason: "\(line.reference) came back"), of: recovery, in: transaction)
      try GrantMoney.takeAgain(
        amount, of: RecoveryTable.known(recovery, in: transaction), on: day, in: transaction)
    }
  }

  /// Gives up what a line was to withhold and did not.
  static func giveUp(_ line: PaymentLine, in transaction: Transaction) throws(Failure) {
    for offset in try RecoveryTable.offsets(of: line.id, in: transaction) {
      try RecoveryTable.close(offset, in: transaction)
    }
  }
}
