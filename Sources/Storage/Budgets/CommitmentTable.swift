package import Domain

/// Which money was set aside for a grant: one row for each reservation of money on the ledger.
package enum CommitmentTable {
  static let layout = Layout(
    43, "budget_commitment", ["grant_id", "year", "programme", "source", "transfer_id"])

  package static func insert(
    grant: Number<Grant>, from budget: BudgetOrderTable.Budget, transfer: Int64,
    in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let (row, id) = try transaction.row(in: layout)
    row.add(grant)
    row.add(budget.year)
    row.add(budget.programme)
    row.add(word: budget.source)
    row.add(transfer)
    try row.insert()
    return id
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> CommitmentRecord?
  {
    try transaction.first("\(raw: select) WHERE c.id = \(id)", decode)
  }

  /// What was set aside for a grant, of one year or of all, in the order in which it was.
  package static func all(
    of grant: Number<Grant>, year: Int? = nil, in transaction: Transaction
  ) throws(Failure) -> [CommitmentRecord] {
    try transaction.all(
      """
      \(raw: select) WHERE c.grant_id = \(grant) AND c.year = coalesce(\(year), c.year)
      ORDER BY c.id
      """, decode)
  }

  /// A payment out of a commitment, and what of it has not come back.
  package struct Payment: Hashable, Sendable {
    package let transfer: Int64
    package let left: Money
  }

  /// The payments out of a commitment of which something has not come back, the latest first.
  package static func payments(
    of commitment: CommitmentRecord, in transaction: Transaction
  ) throws(Failure) -> [Payment] {
    try transaction.all(
      """
      SELECT p.id, p.amount - (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
        WHERE settles = p.id) AS rest
      FROM ledger_transfer AS p
      WHERE p.settles = \(commitment.transfer) AND p.move = 'confirm'
      ORDER BY p.id DESC
      """
    ) { (row: inout Row) throws(Failure) in
      Payment(transfer: row.integer(), left: row.money())
    }
    .filter { $0.left > .zero }
  }

  private static let select: StaticString = """
    SELECT c.id, c.grant_id, c.year, c.programme, c.source, a.region, t.id, t.effective_on,
      t.amount,
      (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
        WHERE settles = t.id AND move <> 'confirm'),
      (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
        WHERE settles = t.id AND move = 'confirm'),
      (SELECT coalesce(sum(r.amount), 0)
        FROM ledger_transfer AS p JOIN ledger_transfer AS r ON r.settles = p.id
        WHERE p.settles = t.id AND p.move = 'confirm')
    FROM budget_commitment AS c JOIN ledger_transfer AS t ON t.id = c.transfer_id
    JOIN ledger_account AS a ON a.id = t.debit
    """

  private static func decode(_ row: inout Row) throws(Failure) -> CommitmentRecord {
    let (id, grant): (Int64, Number<Grant>) = (row.integer(), row.number())
    let (year, programme) = (row.int(), row.text())
    let source: BudgetSource = try row.word()
    let (region, transfer, day) = (row.text(), row.integer(), try row.date())
    let (amount, released) = (row.money(), row.money())
    let (paid, returned) = (row.money(), row.money())
    return CommitmentRecord(
      id: id, grant: grant, year: year, programme: programme, source: source, region: region,
      transfer: transfer, on: day, amount: amount, released: released, paid: paid,
      returned: returned)
  }
}
