package import Domain

/// Parts of grants that are due to a family other than the one they were granted to.
extension GrantTable {
  package struct Division: Hashable, Sendable {
    package let id: Int64
    /// Nil for what was granted to the family as a whole.
    package let person: Number<Person>?
    package let family: Number<Family>
    package let amount: Money
  }

  package static func insert(
    _ part: GrantPart, of grant: Number<Grant>, dueTo family: Number<Family>, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: divisions)
    row.add(grant)
    row.add(part.person?.raw)
    row.add(family)
    row.add(part.amount)
    row.add(day)
    try row.insert()
  }

  package static func close(_ division: Division, in transaction: Transaction) throws(Failure) {
    try transaction.close(divisions, id: division.id)
  }

  /// Which parts of a grant were due elsewhere, as known after act `knowledge`.
  package static func divisions(
    of grant: Number<Grant>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Division] {
    try transaction.all(
      """
      SELECT id, person_id, family_id, amount FROM allowance_division
      WHERE grant_id = \(grant) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      Division(
        id: row.integer(), person: row.optionalNumber(), family: row.number(),
        amount: row.money())
    }
  }

  /// Grants of other families with a part that is due to this one, as known after act `knowledge`.
  package static func others(
    dueTo family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Number<Grant>] {
    try transaction.all(
      """
      SELECT DISTINCT grant_id FROM allowance_division
      WHERE family_id = \(family) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY grant_id
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }
}
