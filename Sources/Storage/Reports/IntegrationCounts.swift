package import Domain

/// What became of those who arrived, by year of arrival, on a day.
package enum IntegrationCounts {
  package struct Line: Hashable, Sendable {
    package let year: Int
    package fileprivate(set) var families: Int64 = 0
    package fileprivate(set) var people: Int64 = 0
    /// Live in the region for which their family was bound when it arrived.
    package fileprivate(set) var stayed: Int64 = 0
    package fileprivate(set) var elsewhere: Int64 = 0
    /// In the country for all that was recorded, and of no family in the register.
    package fileprivate(set) var unplaced: Int64 = 0
    /// Recorded as living abroad.
    package fileprivate(set) var abroad: Int64 = 0
    package fileprivate(set) var died: Int64 = 0
    package fileprivate(set) var citizens: Int64 = 0
    /// With a dated occupation that holds on the day.
    package fileprivate(set) var occupied: Int64 = 0
  }

  /// A person who came under two numbers in one year counts once in it: under the number that
  /// survives, else under the one that was entered first.
  ///
  /// People are counted as they come: to group a million of them, SQLite would sort them first, which
  /// takes longer than to read them.
  package static func counts(
    from: LocalDate, through: LocalDate, region: String?, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> [Line] {
    var lines: [Int: Line] = [:]
    var families: Set<Int64> = []
    try transaction.each(sql(from, through, region, day)) { (row: inout Row) throws(Failure) in
      let (year, family) = (row.int(), row.integer())
      var line = lines[year] ?? Line(year: year)
      if families.insert(family).inserted { line.families += 1 }
      count(&row, in: &line)
      lines[year] = line
    }
    return lines.values.sorted { $0.year < $1.year }
  }

  /// Reads whether the person counts, then for where the family was bound, where the person lives, and
  /// whether the person died, lives abroad, is a citizen and works.
  private static func count(_ row: inout Row, in line: inout Line) {
    guard row.int() == 1 else { return }
    line.people += 1
    let (bound, lives) = (row.optionalText(), row.optionalText())
    let (hasDied, isGone) = (row.int() == 1, row.int() == 1)
    let (isCitizen, isOccupied) = (row.int() == 1, row.int() == 1)
    if isCitizen { line.citizens += 1 }
    guard !hasDied else {
      line.died += 1
      return
    }
    if isOccupied { line.occupied += 1 }
    switch lives {
    case _ where isGone: line.abroad += 1
    case nil: line.unplaced += 1
    case bound: line.stayed += 1
    default: line.elsewhere += 1
    }
  }

  /// Whoever still belongs to the family with which they came lives where it does.
  private static func sql(
    _ from: LocalDate, _ through: LocalDate, _ region: String?, _ day: LocalDate
  ) -> SQL {
    """
    WITH d(day) AS (SELECT \(day)),
    died AS MATERIALIZED (
      SELECT \(raw: holder)
      WHERE f.closed_by IS NULL AND f.kind = 'death' AND f.valid_from <= \(day)),
    naturalised AS MATERIALIZED (
      SELECT \(raw: holder) WHERE \(raw: holds) AND f.kind = 'citizenship' AND f.value = 'KAZ'),
    gone AS MATERIALIZED (SELECT \(raw: holder) WHERE \(raw: holds) AND f.kind = 'abroad'),
    employed AS MATERIALIZED (
      SELECT \(raw: holder) WHERE \(raw: holds) AND f.kind = 'occupation')
    SELECT CAST(substr(r.arrival_date, 1, 4) AS INTEGER), r.family_id,
      l.into_id IS NULL OR NOT EXISTS (SELECT 1 FROM membership AS o
        JOIN family_record AS w ON w.family_id = o.family_id AND w.closed_by IS NULL
        WHERE o.person_id IN (SELECT l.into_id UNION ALL SELECT k.person_id
            FROM person_link AS k WHERE k.into_id = l.into_id AND k.closed_by IS NULL)
          AND (o.person_id = l.into_id OR o.id < m.id) AND o.closed_by IS NULL
          AND o.valid_from <= w.arrival_date
          AND (o.valid_to IS NULL OR o.valid_to > w.arrival_date)
          AND w.arrival_date BETWEEN \(from) AND \(through)
          AND substr(w.arrival_date, 1, 4) = substr(r.arrival_date, 1, 4)
          AND w.destination_region IS coalesce(\(region), w.destination_region)),
      r.destination_region,
      CASE WHEN m.valid_from <= \(day) AND (m.valid_to IS NULL OR m.valid_to > \(day))
        THEN coalesce(\(raw: ReportSQL.home), '')
        ELSE coalesce((SELECT \(raw: home) WHERE n.person_id = m.person_id AND \(raw: belongs) LIMIT 1),
          CASE WHEN l.into_id IS NOT NULL THEN (SELECT \(raw: home)
            WHERE n.person_id = l.into_id AND \(raw: belongs) LIMIT 1) END) END,
      \(raw: ReportSQL.person) IN (SELECT person FROM died),
      \(raw: ReportSQL.person) IN (SELECT person FROM gone),
      p.citizenship IS 'KAZ' OR \(raw: ReportSQL.person) IN (SELECT person FROM naturalised),
      \(raw: ReportSQL.person) IN (SELECT person FROM employed)
    FROM \(raw: ReportSQL.arrived) JOIN \(raw: ReportSQL.record) CROSS JOIN d
    WHERE +r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
      AND r.destination_region IS coalesce(\(region), r.destination_region)
    """
  }

  /// Who a dated fact is about, under the number that survives.
  private static let holder: StaticString = """
    coalesce(k.into_id, f.person_id) AS person FROM person_fact AS f
      LEFT JOIN person_link AS k ON k.person_id = f.person_id AND k.closed_by IS NULL
    """

  private static let holds: StaticString = """
    f.closed_by IS NULL AND (f.valid_from IS NULL OR f.valid_from <= (SELECT day FROM d))
      AND (f.valid_to IS NULL OR f.valid_to > (SELECT day FROM d))
    """

  /// Whether membership `n` holds on the day.
  private static let belongs: StaticString = """
    n.closed_by IS NULL AND n.valid_from <= (SELECT day FROM d)
      AND (n.valid_to IS NULL OR n.valid_to > (SELECT day FROM d))
    """

  /// Where the family of membership `n` lives on the day, else for where it was bound.
  private static let home: StaticString = """
    coalesce((SELECT x.region FROM family_residence AS x
        WHERE x.family_id = n.family_id AND x.closed_by IS NULL AND x.valid_from <= (SELECT day FROM d)
          AND (x.valid_to IS NULL OR x.valid_to > (SELECT day FROM d))), q.destination_region, '')
      FROM membership AS n
      JOIN family_record AS q ON q.family_id = n.family_id AND q.closed_by IS NULL
    """
}
