package import Domain

/// Families that have members on a day, by the region in which they live.
package enum HouseholdCounts {
  package struct Line: Hashable, Sendable {
    /// Where the family lives, else for where it was bound; nil where neither is known.
    package let region: String?
    package let families: Int64
    package let people: Int64
  }

  package static func counts(
    on day: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      WITH d(day) AS (SELECT \(day)),
      household AS MATERIALIZED (
        SELECT \(raw: ReportSQL.home) AS region, (SELECT count(DISTINCT \(raw: ReportSQL.person))
          FROM membership AS m
          LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
          WHERE m.family_id = r.family_id AND m.closed_by IS NULL AND m.valid_from <= d.day
            AND (m.valid_to IS NULL OR m.valid_to > d.day)) AS people
        FROM family_record AS r CROSS JOIN d WHERE +r.closed_by IS NULL)
      SELECT region, count(*), sum(people) FROM household
      WHERE people > 0 AND region IS coalesce(\(region), region)
      GROUP BY region ORDER BY region
      """
    ) { (row: inout Row) throws(Failure) in
      Line(region: row.optionalText(), families: row.integer(), people: row.integer())
    }
  }
}
