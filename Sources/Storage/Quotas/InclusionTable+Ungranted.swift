package import Domain

extension InclusionTable {
  /// Families of one size that hold places in a region.
  package struct Ungranted: Hashable, Sendable {
    package let region: String
    /// Those of a family who were not counted for the allowance yet.
    package let people: Int
    package let families: Int64
  }

  /// Who holds places of a quota and was not counted for an allowance, by region and size.
  package static func ungranted(
    _ allowance: AllowanceKind, kind: QuotaKind, year: Int, in transaction: Transaction
  ) throws(Failure) -> [Ungranted] {
    try transaction.all(
      """
      WITH held AS (SELECT i.region, count(*) AS people
        FROM inclusion AS i JOIN place AS p ON p.inclusion_id = i.id AND p.closed_by IS NULL
        WHERE i.kind = \(kind) AND i.year = \(year)
          AND NOT EXISTS (SELECT 1 FROM allowance_person AS a
            WHERE a.person_id = p.person_id AND a.kind = \(allowance) AND a.closed_by IS NULL)
        GROUP BY i.id)
      SELECT region, people, count(*) FROM held GROUP BY region, people
      """
    ) { (row: inout Row) throws(Failure) in
      Ungranted(region: row.text(), people: row.int(), families: row.integer())
    }
  }
}
