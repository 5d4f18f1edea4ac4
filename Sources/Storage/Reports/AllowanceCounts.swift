package import Domain

/// What a region granted and paid in a period, by scheme.
package enum AllowanceCounts {
  package struct Line: Hashable, Sendable {
    package let kind: AllowanceKind
    package let families: Int64
    /// Nil of payments, which are of families.
    package let people: Int64?
    package let amount: Money
  }

  /// By the day of decision; a family with two grants of a scheme counts once, its people twice.
  package static func granted(
    from: LocalDate, through: LocalDate, region: String, in transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      SELECT kind, count(DISTINCT family_id), sum(people), sum(amount) FROM allowance_grant
      WHERE region = \(region) AND decided_on BETWEEN \(from) AND \(through)
      GROUP BY kind ORDER BY kind
      """, decode)
  }

  /// By the day on which the bank booked it, less what came back.
  package static func paid(
    from: LocalDate, through: LocalDate, region: String, in transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      SELECT g.kind, count(DISTINCT n.family_id), NULL, sum(e.amount)
      FROM payment_entry AS e JOIN payment_line AS n ON n.id = e.line_id
      JOIN allowance_due AS d ON d.id = e.due_id JOIN allowance_grant AS g ON g.id = d.grant_id
      WHERE e.on_date BETWEEN \(from) AND \(through) AND g.region = \(region)
      GROUP BY g.kind ORDER BY g.kind
      """, decode)
  }

  private static func decode(_ row: inout Row) throws(Failure) -> Line {
    let kind: AllowanceKind = try row.word()
    return Line(
      kind: kind, families: row.integer(), people: row.optionalInteger(), amount: row.money())
  }
}
