package import Domain
package import Storage

/// The money of grants: set aside when they are decided, spent when they are paid, given back when
/// a payment comes back, released when nothing more is due.
///
/// Each of these is a transfer on the ledger of places and money; the database itself refuses one
/// beyond the appropriation. A grant has one commitment for each time money was set aside for it,
/// in the order of which it is spent.
package enum Commitments {
  /// A part of a sum, and whose money it is.
  package struct Part: Hashable, Sendable {
    package let source: BudgetSource
    package let amount: Money
  }

  /// Sets `amount` aside for a grant out of the money that a region has in `year`: of the given
  /// source, else of the first that has enough of national, local and other.
  ///
  /// `on` is the day of the decision; money of a later year is set aside from that year's first
  /// day on.
  ///
  /// Gives nil where nothing at all is appropriated for the programme and year, and where `amount`
  /// is nothing: the grant stands without money until it is paid. Throws `budget.exhausted` where
  /// no source has enough.
  @discardableResult
  package static func commit(
    grant: Number<Grant>, kind: AllowanceKind, region: String, year: Int, amount: Money,
    source: BudgetSource? = nil, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> CommitmentRecord? {
    guard amount > .zero, let programme = try Reference.budgetProgrammes().paying(kind) else {
      return nil
    }
    let budgets = try BudgetOrderTable.budgets(
      programme: programme.code, year: year, in: transaction)
    guard !budgets.isEmpty else { return nil }
    let effective = max(day, LocalDate(year: year, month: 1, day: 1) ?? day)
    var free: [Part] = []
    for candidate in BudgetSource.allCases where source ?? candidate == candidate {
      let budget = BudgetOrderTable.Budget(
        programme: programme.code, year: year, source: candidate)
      let account = try LedgerTable.find(
        .region, region: region, of: budget.book, in: transaction)
      guard let account else {
        free.append(Part(source: candidate, amount: .zero))
        continue
      }
      let left = try LedgerTable.leastFree(in: account, from: effective, transaction)
      guard amount.tiyn <= left else {
        free.append(Part(source: candidate, amount: Money(tiyn: max(0, left))))
        continue
      }
      return try reserve(
        amount, of: budget, in: account, for: grant, on: effective, in: transaction)
    }
    throw exhausted(amount, "\(programme.code) \(year) in \(region)", free)
  }

  private static func reserve(
    _ amount: Money, of budget: BudgetOrderTable.Budget, in account: Int64,
    for grant: Number<Grant>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> CommitmentRecord {
    let families = try LedgerTable.account(.families, of: budget.book, in: transaction)
    let transfer = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: .reserve, debit: account, credit: families, amount: amount.tiyn, effectiveOn: day),
      in: transaction)
    let id = try CommitmentTable.insert(
      grant: grant, from: budget, transfer: transfer, in: transaction)
    guard let record = try CommitmentTable.find(id, in: transaction) else {
      throw Failure(.fault, "commitment \(id) cannot be read back")
    }
    return record
  }

  /// Sets aside what of `amount` is not set aside for a grant in `year` yet.
  ///
  /// Throws `grant.not-found`, `budget.exhausted`, and `budget.unknown` where nothing is
  /// appropriated: nothing is paid without an appropriation.
  package static func ensure(
    grant: Number<Grant>, year: Int, amount: Money, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let commitments = try CommitmentTable.all(of: grant, year: year, in: transaction)
    guard commitments.open < amount else { return }
    _ = try commit(
      Money(tiyn: amount.tiyn - commitments.open.tiyn), of: grant, year: year, on: day,
      in: transaction)
  }

  /// Spends `amount` of what is set aside for a grant in `year`, and says whose money it was.
  ///
  /// What was not set aside is set aside first, as by ``ensure(grant:year:amount:on:in:)``, and
  /// throws what it throws.
  @discardableResult
  package static func spend(
    grant: Number<Grant>, year: Int, amount: Money, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [Part] {
    try ensure(grant: grant, year: year, amount: amount, on: day, in: transaction)
    let commitments = try CommitmentTable.all(of: grant, year: year, in: transaction)
    var parts: [Part] = []
    var left = amount.tiyn
    for commitment in commitments {
      let part = Money(tiyn: min(left, commitment.open.tiyn))
      try settle(.confirm, commitment.transfer, part, on: day, in: transaction)
      if part > .zero { parts.append(Part(source: commitment.source, amount: part)) }
      left -= part.tiyn
    }
    return parts
  }

  private static func commit(
    _ amount: Money, of number: Number<Grant>, year: Int, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> CommitmentRecord {
    guard let grant = try GrantTable.find(number, in: transaction) else {
      throw Failure(.grantNotFound, "no grant is numbered \(number)")
    }
    let made = try commit(
      grant: number, kind: grant.kind, region: grant.region, year: year, amount: amount, on: day,
      in: transaction)
    guard let made else {
      throw Failure(
        .budgetUnknown,
        "no order appropriates money of \(year) for \(grant.kind.rawValue), and nothing is paid "
          + "without one",
        hint: "kosh budget order FILE loads one")
    }
    return made
  }

  /// Takes back `amount` of what was paid of a grant in `year`, the latest payment first.
  ///
  /// The money is free again; where it is still due, commit it anew in the same transaction.
  /// Throws `budget.settled` for more than was paid.
  @discardableResult
  package static func giveBack(
    grant: Number<Grant>, year: Int, amount: Money, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [Part] {
    var parts: [Part] = []
    var left = amount.tiyn
    let commitments = try CommitmentTable.all(of: grant, year: year, in: transaction)
    for commitment in commitments.reversed() {
      for payment in try CommitmentTable.payments(of: commitment, in: transaction) {
        let part = Money(tiyn: min(left, payment.left.tiyn))
        try settle(.return, payment.transfer, part, on: day, in: transaction)
        if part > .zero { parts.append(Part(source: commitment.source, amount: part)) }
        left -= part.tiyn
      }
    }
    guard left == 0 else { throw settled(grant, year, "paid", amount, short: left) }
    return parts
  }

  /// Releases `amount` of what is set aside for a grant in `year`, the latest first; nil is all of
  /// it.
  ///
  /// Throws `budget.settled` for more than is set aside.
  @discardableResult
  package static func release(
    grant: Number<Grant>, year: Int, amount: Money? = nil, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> [Part] {
    let commitments = try CommitmentTable.all(of: grant, year: year, in: transaction)
    var parts: [Part] = []
    var left = (amount ?? commitments.open).tiyn
    for commitment in commitments.reversed() {
      let part = Money(tiyn: min(left, commitment.open.tiyn))
      try settle(.release, commitment.transfer, part, on: day, in: transaction)
      if part > .zero { parts.append(Part(source: commitment.source, amount: part)) }
      left -= part.tiyn
    }
    guard left == 0 else { throw settled(grant, year, "set aside", amount ?? .zero, short: left) }
    return parts
  }

  private static func settle(
    _ move: LedgerTable.Move, _ id: Int64, _ amount: Money, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    guard amount > .zero else { return }
    guard let settled = try LedgerTable.transfer(id, in: transaction) else {
      throw .damaged("transfer \(id)", "nothing")
    }
    _ = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: move, debit: settled.debit, credit: settled.credit, amount: amount.tiyn,
        effectiveOn: max(day, settled.effectiveOn), settles: id), in: transaction)
  }

  private static func exhausted(_ amount: Money, _ what: String, _ free: [Part]) -> Failure {
    let sources = free.map { "\($0.source.rawValue) \($0.amount.grouped)" }.joined(separator: ", ")
    return Failure(
      .budgetExhausted,
      "\(amount.grouped) tenge are asked of \(what), and free are: \(sources)",
      hint: "kosh budget show says what is appropriated; an order changes it")
  }

  private static func settled(
    _ grant: Number<Grant>, _ year: Int, _ state: String, _ amount: Money, short: Int64
  ) -> Failure {
    let there = Money(tiyn: amount.tiyn - short)
    return Failure(
      .budgetSettled,
      "\(there.grouped) tenge of \(year) are \(state) for \(grant), and not \(amount.grouped)")
  }
}
