package import Domain

/// Payments and grants as sums, for reports.
package enum PaymentTotals {
  /// What a line paid of a scheme on a day; below zero where it came back.
  package struct Payment: Hashable, Sendable {
    package let region: String
    package let on: LocalDate
    package let reference: String
    package let family: Number<Family>
    package let name: String
    package let account: String
    package let kind: AllowanceKind
    package let amount: Money
  }

  /// Payments booked from one day up to and with another, by region, month and day.
  package static func payments(
    from: LocalDate, through: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Payment] {
    try transaction.all(
      """
      SELECT g.region, e.on_date, l.register_id, l.position, l.family_id, l.holder_name, l.iban,
        g.kind, sum(e.amount)
      FROM payment_entry AS e JOIN payment_line AS l ON l.id = e.line_id
      JOIN allowance_due AS d ON d.id = e.due_id JOIN allowance_grant AS g ON g.id = d.grant_id
      WHERE e.on_date BETWEEN \(from) AND \(through) AND g.region = coalesce(\(region), g.region)
      GROUP BY g.region, e.on_date, l.id, g.kind, e.amount < 0
      ORDER BY g.region, e.on_date, l.register_id, l.position, g.kind
      """
    ) { (row: inout Row) throws(Failure) in
      let (region, on) = (row.text(), try row.date())
      let register: Number<PaymentRegister> = row.number()
      let reference = "\(register)-\(row.int())"
      let (family, name, account): (Number<Family>, String, String) = (
        row.number(), row.text(), row.text()
      )
      return Payment(
        region: region, on: on, reference: reference, family: family, name: name,
        account: account, kind: try row.word(), amount: row.money())
    }
  }

  /// What a scheme, region and source came to in a month.
  package struct Month: Hashable, Sendable {
    package let kind: AllowanceKind
    package let region: String
    /// Whose money: a word of ``BudgetSource``, `several`, or nil where none was set aside.
    package let source: String?
    /// Its first day.
    package let month: String
    package let grants: Int64
    package let people: Int64
    package let granted: Money
    package let paid: Money
    package let returned: Money
  }

  /// Grants by their month of decision, and payments by the month in which they were booked.
  package static func months(
    from: LocalDate, through: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Month] {
    try transaction.all(
      """
      WITH money AS (SELECT c.grant_id,
          CASE WHEN count(DISTINCT c.source) > 1 THEN 'several' ELSE min(c.source) END AS source
        FROM budget_commitment AS c GROUP BY c.grant_id),
      moved AS (
        SELECT g.id, substr(g.decided_on, 1, 7) AS month, 1 AS grants, g.people AS people,
          g.amount AS granted, 0 AS paid, 0 AS returned
        FROM allowance_grant AS g WHERE g.decided_on BETWEEN \(from) AND \(through)
        UNION ALL
        SELECT d.grant_id, substr(e.on_date, 1, 7), 0, 0, 0, max(e.amount, 0), max(-e.amount, 0)
        FROM payment_entry AS e JOIN allowance_due AS d ON d.id = e.due_id
        WHERE e.on_date BETWEEN \(from) AND \(through))
      SELECT g.kind, g.region, money.source, moved.month, sum(moved.grants), sum(moved.people),
        sum(moved.granted), sum(moved.paid), sum(moved.returned)
      FROM moved JOIN allowance_grant AS g ON g.id = moved.id
      LEFT JOIN money ON money.grant_id = g.id
      WHERE g.region = coalesce(\(region), g.region)
      GROUP BY g.kind, g.region, money.source, moved.month
      ORDER BY g.kind, g.region, money.source, moved.month
      """
    ) { (row: inout Row) throws(Failure) in
      let kind: AllowanceKind = try row.word()
      let (region, source, month) = (row.text(), row.optionalText(), row.text())
      let (grants, people) = (row.integer(), row.integer())
      return Month(
        kind: kind, region: region, source: source, month: month, grants: grants, people: people,
        granted: row.money(), paid: row.money(), returned: row.money())
    }
  }
}
