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
      SELECT region, count(*), sum(people) FROM (
        SELECT coalesce((SELECT x.region FROM family_residence AS x
            WHERE x.family_id = m.family_id AND x.closed_by IS NULL AND x.valid_from <= \(day)
              AND (x.valid_to IS NULL OR x.valid_to > \(day))), r.destination_region) AS region,
          count(DISTINCT \(raw: ReportSQL.person)) AS people
        FROM membership AS m
        JOIN family_record AS r ON r.family_id = m.family_id AND r.closed_by IS NULL
        LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
        WHERE m.closed_by IS NULL AND m.valid_from <= \(day)
          AND (m.valid_to IS NULL OR m.valid_to > \(day))
        GROUP BY m.family_id)
      WHERE region IS coalesce(\(region), region)
      GROUP BY region ORDER BY region
      """
    ) { (row: inout Row) throws(Failure) in
      Line(region: row.optionalText(), families: row.integer(), people: row.integer())
    }
  }
}
