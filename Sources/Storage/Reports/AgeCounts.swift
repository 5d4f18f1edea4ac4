package import Domain

/// People of the families on a day, by sex and date of birth.
package enum AgeCounts {
  package struct Line: Hashable, Sendable {
    package let sex: Sex
    /// Nil where nobody knows it.
    package let birth: PartialDate?
    package let people: Int64
  }

  package static func counts(
    on day: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      SELECT p.sex, p.birth_date, count(DISTINCT \(raw: ReportSQL.person))
      FROM membership AS m
      JOIN family_record AS r ON r.family_id = m.family_id AND r.closed_by IS NULL
      LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
      JOIN \(raw: ReportSQL.record)
      WHERE m.closed_by IS NULL AND m.valid_from <= \(day)
        AND (m.valid_to IS NULL OR m.valid_to > \(day))
        AND (\(region) IS NULL OR \(region) = coalesce(
          (SELECT x.region FROM family_residence AS x WHERE x.family_id = m.family_id
            AND x.closed_by IS NULL AND x.valid_from <= \(day)
            AND (x.valid_to IS NULL OR x.valid_to > \(day))), r.destination_region))
      GROUP BY 1, 2 ORDER BY 1, 2
      """
    ) { (row: inout Row) throws(Failure) in
      let sex = row.text() == Sex.male.rawValue ? Sex.male : Sex.female
      return Line(
        sex: sex, birth: row.optionalText().flatMap { PartialDate(iso: $0) }, people: row.integer())
    }
  }
}
