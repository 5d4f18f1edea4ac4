package import Domain

/// What must hold in every register, each as a query that names whatever breaks it.
package enum Invariants {
  /// The name of each, in the order of checking.
  package static let names = checks.map(\.name) + ["ledger balances"]

  /// One sentence for each breach found, at most `limit` a check.
  package static func breaches(
    of name: String, limit: Int = 20, in transaction: Transaction
  ) throws(Failure) -> [String] {
    guard let check = checks.first(where: { $0.name == name }) else {
      return try LedgerTable.imbalances(in: transaction)
    }
    let found = try transaction.all(check.sql) { (row: inout Row) throws(Failure) in row.text() }
    return Array(found.filter { $0 != "ok" }.prefix(limit))
  }

  private static let checks: [(name: String, sql: SQL)] = [
    ("database file", "PRAGMA quick_check"),
    (
      "references",
      """
      SELECT [table] || ' row ' || rowid || ' refers to no row of ' || parent
      FROM pragma_foreign_key_check
      """
    ),
    (
      "one head a family",
      """
      SELECT 'family ' || f.id || ' has ' || count(m.id) || ' heads'
      FROM family AS f
      LEFT JOIN membership AS m ON m.family_id = f.id AND m.relation = 'head'
        AND m.closed_by IS NULL AND m.valid_to IS NULL
      GROUP BY f.id HAVING count(m.id) <> 1
      """
    ),
    (
      "whole families",
      """
      SELECT 'family ' || f.id || ' has no record' FROM family AS f
      WHERE NOT EXISTS (SELECT 1 FROM family_record AS r
        WHERE r.family_id = f.id AND r.closed_by IS NULL)
      """
    ),
    (
      "whole persons",
      """
      SELECT 'person ' || p.id || ' has no record, name or family' FROM person AS p
      WHERE NOT EXISTS (SELECT 1 FROM person_record AS r
          WHERE r.person_id = p.id AND r.closed_by IS NULL)
        OR NOT EXISTS (SELECT 1 FROM person_name AS n
          WHERE n.person_id = p.id AND n.closed_by IS NULL)
        OR NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.person_id = p.id)
      """
    ),
    (
      "places of inclusions",
      """
      SELECT 'inclusion ' || i.id || ' is ' || s.step || ' and its people hold ' ||
        (SELECT count(*) FROM place WHERE inclusion_id = i.id AND closed_by IS NULL) || ' places'
      FROM inclusion AS i JOIN inclusion_step AS s ON s.id =
        (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id)
      WHERE (SELECT count(*) FROM place WHERE inclusion_id = i.id AND closed_by IS NULL) <>
        CASE WHEN s.step IN ('reserved', 'confirmed') THEN i.people ELSE 0 END
      """
    ),
    (
      "sums of grants",
      """
      SELECT 'grant ' || g.id || ' differs from its lines or its people' FROM allowance_grant AS g
      WHERE g.amount <> (SELECT sum(amount) FROM allowance_line WHERE grant_id = g.id)
        OR g.people <> (SELECT count(*) FROM allowance_person WHERE grant_id = g.id)
      """
    ),
  ]
}
