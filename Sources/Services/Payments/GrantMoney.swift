internal import Domain
internal import Storage

/// Moves the money of grants on the ledger, as claims are paid, come back or are called off.
///
/// A claim is paid out of the money of the year in which it was due.
enum GrantMoney {
  /// Sets aside what grants need for the claims that were approved and are not paid: nothing goes out
  /// without it, and the bank's answer finds it there.
  ///
  /// Throws `budget.exhausted` and `budget.unknown`.
  static func ensure(_ grants: [Number<Grant>], on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    for grant in grants {
      for (year, amount) in try PaymentTable.underWay(of: grant, in: transaction).sums() {
        try Commitments.ensure(
          grant: grant, year: year, amount: amount, on: day, in: transaction)
      }
    }
  }

  /// Sets aside what a new claim comes to, where money of its year was appropriated at all.
  static func setAside(
    _ due: Due, of grant: GrantRecord, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    try Commitments.commit(
      grant: grant.number, kind: grant.kind, region: grant.region, year: due.year,
      amount: due.amount, on: day, in: transaction)
  }

  static func pay(_ amount: Money, of due: Due, on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    try Commitments.spend(
      grant: due.grant, year: due.year, amount: amount, on: day, in: transaction)
  }

  /// Takes back what was paid of a claim.
  static func giveBack(
    _ amount: Money, of due: Due, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    try Commitments.giveBack(
      grant: due.grant, year: due.year, amount: amount, on: day, in: transaction)
  }

  /// Sets aside anew what came back and is due again, unless an order has cut it meanwhile.
  static func setAsideAgain(_ dues: [Due], on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    for due in dues {
      do throws(Failure) {
        try setAside(
          due, of: GrantTable.known(due.grant, in: transaction), on: day, in: transaction)
      } catch {
        guard error.code == .budgetExhausted else { throw error }
      }
    }
  }

  /// Frees what was set aside for a claim that is not paid any more, and that no other claim of the
  /// year needs.
  static func callOff(
    _ amount: Money, of due: Due, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let open = try CommitmentTable.all(of: due.grant, year: due.year, in: transaction).open
    let claims = try DueTable.unpaid(of: due.grant, in: transaction)
    let needed = try claims.sums().first { $0.year == due.year }?.amount ?? .zero
    let spare = Money(tiyn: min(amount.tiyn, open.tiyn - needed.tiyn))
    guard spare > .zero else { return }
    try Commitments.release(
      grant: due.grant, year: due.year, amount: spare, on: day, in: transaction)
  }

  /// Makes money that a family gave back the budget's again, of the latest year first.
  ///
  /// What a bank paid too much was never the budget's.
  static func giveBack(
    _ amount: Money, of recovery: RecoveryRecord, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    guard recovery.ground != .paidTwice else { return }
    var paid: [Int: Int64] = [:]
    for commitment in try CommitmentTable.all(of: recovery.grant, in: transaction) {
      paid[commitment.year, default: 0] += commitment.paid.tiyn - commitment.returned.tiyn
    }
    var left = amount.tiyn
    for (year, sum) in paid.sorted(by: { $0.key > $1.key }) where left > 0 && sum > 0 {
      let part = min(left, sum)
      try Commitments.giveBack(
        grant: recovery.grant, year: year, amount: Money(tiyn: part), on: day, in: transaction)
      left -= part
    }
  }

  /// Undoes that: what was given back is spent as before.
  static func takeAgain(
    _ amount: Money, of recovery: RecoveryRecord, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    guard recovery.ground != .paidTwice,
      let last = try CommitmentTable.all(of: recovery.grant, in: transaction).map(\.year).max()
    else { return }
    try Commitments.spend(
      grant: recovery.grant, year: last, amount: amount, on: day, in: transaction)
  }
}
