package import Domain

/// Those who hold places of the regional quotas that were confirmed in a period.
package enum ResettlementCounts {
  package struct Line: Hashable, Sendable {
    /// A region or, of kandas, a country of origin; nil where nobody said.
    package let code: String?
    package let kind: QuotaKind
    package let families: Int64
    package let people: Int64
    package let workingAge: Int64
    /// Of working age, with a dated occupation that holds on the last day.
    package let occupied: Int64
  }

  /// By receiving region and kind, of kandas and settlers.
  package static func regions(
    from: LocalDate, through: LocalDate, region: String?, bounds: AgeBounds,
    in transaction: Transaction
  ) throws(Failure) -> [Line] {
    try lines(
      "i.region", "i.kind IN ('kandas', 'settlers')", from, through, region, bounds, transaction)
  }

  /// Kandas by country of origin; the largest first.
  package static func countries(
    from: LocalDate, through: LocalDate, region: String?, bounds: AgeBounds,
    in transaction: Transaction
  ) throws(Failure) -> [Line] {
    try lines("r.origin_country", "i.kind = 'kandas'", from, through, region, bounds, transaction)
  }

  private static func lines(
    _ code: StaticString, _ kinds: StaticString, _ from: LocalDate, _ through: LocalDate,
    _ region: String?, _ bounds: AgeBounds, _ transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      WITH b(adult, men, women) AS (SELECT \(bounds.adult), \(bounds.men), \(bounds.women)),
      held AS (
        SELECT \(raw: code) AS code, i.kind, i.family_id, \(raw: ReportSQL.person) AS person,
          coalesce(\(raw: ReportSQL.age) = 'working', 0) AS working,
          EXISTS (SELECT 1 FROM person_fact AS f WHERE f.person_id IN (m.person_id, l.into_id)
            AND f.kind = 'occupation' AND f.closed_by IS NULL AND f.valid_from <= \(through)
            AND (f.valid_to IS NULL OR f.valid_to > \(through))) AS occupied
        FROM inclusion_step AS s JOIN inclusion AS i ON i.id = s.inclusion_id
        JOIN place AS m ON m.inclusion_id = i.id AND m.closed_by IS NULL
        LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
        JOIN \(raw: ReportSQL.record)
        JOIN family_record AS r ON r.family_id = i.family_id AND r.closed_by IS NULL
        CROSS JOIN b
        WHERE s.step = 'confirmed' AND s.on_date BETWEEN \(from) AND \(through)
          AND i.region = coalesce(\(region), i.region) AND \(raw: kinds)
          AND NOT EXISTS (SELECT 1 FROM inclusion_step AS t
            WHERE t.inclusion_id = s.inclusion_id AND t.id > s.id))
      SELECT code, kind, count(DISTINCT family_id), count(DISTINCT person),
        count(DISTINCT CASE WHEN working THEN person END),
        count(DISTINCT CASE WHEN working AND occupied THEN person END)
      FROM held GROUP BY code, kind ORDER BY 4 DESC, code
      """
    ) { (row: inout Row) throws(Failure) in
      let code = row.optionalText()
      return Line(
        code: code, kind: try row.word(), families: row.integer(), people: row.integer(),
        workingAge: row.integer(), occupied: row.integer())
    }
  }
}
