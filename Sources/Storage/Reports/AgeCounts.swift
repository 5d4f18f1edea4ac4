package import Domain

/// People of the families on a day, by sex and date of birth.
package enum AgeCounts {
  package struct Line: Hashable, Sendable {
    package let sex: Sex
    /// Nil where nobody knows it.
    package let birth: PartialDate?
    package let people: Int64
  }

  /// In no order.
  ///
  /// A person under any of its numbers counts once. People are counted as they come: to group a
  /// million of them, SQLite would sort them first, which takes longer than to read them.
  package static func counts(
    on day: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Line] {
    var counts: [String: Int64] = [:]
    var met: Set<Int64> = []
    try transaction.each(
      """
      WITH d(day) AS (SELECT \(day))
      SELECT p.sex || coalesce(p.birth_date, ''), p.person_id
      FROM membership AS m
      LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
      JOIN \(raw: ReportSQL.record)
      WHERE m.closed_by IS NULL AND m.valid_from <= \(day)
        AND (m.valid_to IS NULL OR m.valid_to > \(day))
        AND (\(region) IS NULL OR \(region) = (SELECT \(raw: ReportSQL.home)
          FROM family_record AS r CROSS JOIN d
          WHERE r.family_id = m.family_id AND r.closed_by IS NULL))
      """
    ) { (row: inout Row) throws(Failure) in
      let (key, person) = (row.text(), row.integer())
      if met.insert(person).inserted { counts[key, default: 0] += 1 }
    }
    return counts.map { key, people in
      let sex = key.hasPrefix(Sex.male.rawValue) ? Sex.male : Sex.female
      return Line(sex: sex, birth: PartialDate(iso: key.dropFirst()), people: people)
    }
  }
}
