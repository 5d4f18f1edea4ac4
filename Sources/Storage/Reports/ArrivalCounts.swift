package import Domain

/// Those who arrived in a period: families, and who belonged to them on the day of arrival.
package enum ArrivalCounts {
  package struct Line: Hashable, Sendable {
    /// Nil where nobody said; of an age, where the birth date leaves it open.
    package let code: String?
    package let families: Int64
    package let people: Int64
  }

  /// The lines, and all of them once: what stands in two lines is counted in each.
  package struct Counts: Hashable, Sendable {
    package let lines: [Line]
    package let total: Line
  }

  /// Counts by country of origin, region of destination, or district of that region.
  ///
  /// A zone is made of its regions by the caller. Ages are those of the last day; of education,
  /// only people of working age are counted. What bounds the ages is asked for only where they
  /// count.
  package static func counts(
    by grouping: ArrivalGrouping, from: LocalDate, through: LocalDate, region: String?,
    bounds: () throws(Failure) -> AgeBounds, in transaction: Transaction
  ) throws(Failure) -> Counts {
    switch grouping {
    case .country: try families("r.origin_country", from, through, region, transaction)
    case .region, .zone: try families("r.destination_region", from, through, region, transaction)
    case .district: try districts(from, through, region, transaction)
    case .age: people(try ages(from, through, region, bounds(), transaction))
    case .education: people(try education(from, through, region, bounds(), transaction))
    }
  }

  /// Nobody has two ages, or two educations.
  private static func people(_ lines: [Line]) -> Counts {
    let people = lines.reduce(0) { $0 + $1.people }
    return Counts(lines: lines, total: Line(code: nil, families: 0, people: people))
  }

  private static func families(
    _ code: StaticString, _ from: LocalDate, _ through: LocalDate, _ region: String?,
    _ transaction: Transaction
  ) throws(Failure) -> Counts {
    let lines = try transaction.all(
      """
      WITH came AS MATERIALIZED (
        SELECT \(raw: code) AS code, r.family_id, \(raw: ReportSQL.person) AS person
        FROM \(raw: ReportSQL.arrived)
        WHERE +r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
          AND r.destination_region IS coalesce(\(region), r.destination_region))
      \(raw: linesAndTotal)
      """, decode)
    return split(lines)
  }

  private static func districts(
    _ from: LocalDate, _ through: LocalDate, _ region: String?, _ transaction: Transaction
  ) throws(Failure) -> Counts {
    let lines = try transaction.all(
      """
      WITH came AS MATERIALIZED (
        SELECT (SELECT x.district FROM family_residence AS x WHERE x.family_id = r.family_id
            AND x.closed_by IS NULL AND x.region = r.destination_region
            AND x.valid_from <= \(through)
            AND (x.valid_to IS NULL OR x.valid_to > \(through))) AS code,
          r.family_id, \(raw: ReportSQL.person) AS person
        FROM \(raw: ReportSQL.arrived)
        WHERE +r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
          AND r.destination_region IS coalesce(\(region), r.destination_region))
      \(raw: linesAndTotal)
      """, decode)
    return split(lines)
  }

  /// The largest line first, and the total behind them.
  private static let linesAndTotal: StaticString = """
    SELECT code, families, people FROM (
      SELECT 0 AS is_total, code, count(DISTINCT family_id) AS families,
        count(DISTINCT person) AS people FROM came GROUP BY code
      UNION ALL
      SELECT 1, NULL, count(DISTINCT family_id), count(DISTINCT person) FROM came)
    ORDER BY is_total, people DESC, code
    """

  private static func split(_ lines: [Line]) -> Counts {
    Counts(
      lines: lines.dropLast(), total: lines.last ?? Line(code: nil, families: 0, people: 0))
  }

  private static func ages(
    _ from: LocalDate, _ through: LocalDate, _ region: String?, _ bounds: AgeBounds,
    _ transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      WITH b(adult, men, women) AS (SELECT \(bounds.adult), \(bounds.men), \(bounds.women))
      SELECT \(raw: ReportSQL.age), 0, count(DISTINCT \(raw: ReportSQL.person))
      FROM \(raw: ReportSQL.arrived) JOIN \(raw: ReportSQL.record) CROSS JOIN b
      WHERE +r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
        AND r.destination_region IS coalesce(\(region), r.destination_region)
      GROUP BY 1 ORDER BY 1
      """, decode)
  }

  private static func education(
    _ from: LocalDate, _ through: LocalDate, _ region: String?, _ bounds: AgeBounds,
    _ transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      WITH b(adult, men, women) AS (SELECT \(bounds.adult), \(bounds.men), \(bounds.women))
      SELECT p.education, 0, count(DISTINCT \(raw: ReportSQL.person))
      FROM \(raw: ReportSQL.arrived) JOIN \(raw: ReportSQL.record) CROSS JOIN b
      WHERE +r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
        AND r.destination_region IS coalesce(\(region), r.destination_region)
        AND \(raw: ReportSQL.age) = 'working'
      GROUP BY 1 ORDER BY 1
      """, decode)
  }

  private static func decode(_ row: inout Row) throws(Failure) -> Line {
    Line(code: row.optionalText(), families: row.integer(), people: row.integer())
  }
}
