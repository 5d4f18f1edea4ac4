internal import Domain
internal import Storage

/// Moves the money of grants on the ledger, as claims are paid, come back or are called off.
///
/// A claim is paid out of the money of the year in which it was due.
enum GrantMoney {
  /// Sets aside what claims need and is not set aside yet: nothing goes out without it.
  ///
  /// Throws `budget.exhausted` and `budget.unknown`.
  static func ensure(_ dues: [Due], on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    var needed: [Number<Grant>: [Int: Int64]] = [:]
    for due in dues { needed[due.grant, default: [:]][due.year, default: 0] += due.amount.tiyn }
    for (grant, years) in needed.sorted(by: { $0.key < $1.key }) {
      for (year, amount) in years.sorted(by: { $0.key < $1.key }) {
        try Commitments.ensure(
          grant: grant, year: year, amount: Money(tiyn: amount), on: day, in: transaction)
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

  /// What came back is due again: it is set aside anew where an order has not cut it meanwhile.
  static func comeBack(
    _ amount: Money, of due: Due, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    try Commitments.giveBack(
      grant: due.grant, year: due.year, amount: amount, on: day, in: transaction)
    let grant = try GrantTable.known(due.grant, in: transaction)
    let again = Due(grant: due.grant, key: due.key, dueOn: due.dueOn, amount: amount)
    do throws(Failure) {
      try setAside(again, of: grant, on: day, in: transaction)
    } catch {
      guard error.code == .budgetExhausted else { throw error }
    }
  }

  /// Frees what was set aside for a claim that is not paid any more.
  static func callOff(
    _ amount: Money, of due: Due, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let commitments = try CommitmentTable.all(of: due.grant, year: due.year, in: transaction)
    let open = commitments.reduce(Int64(0)) { $0 + $1.open.tiyn }
    let part = Money(tiyn: min(open, amount.tiyn))
    guard part > .zero else { return }
    try Commitments.release(
      grant: due.grant, year: due.year, amount: part, on: day, in: transaction)
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

extension Due {
  /// Whose money it is paid with.
  var year: Int { dueOn.year }
}
