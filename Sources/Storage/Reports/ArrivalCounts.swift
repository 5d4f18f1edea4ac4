package import Domain

/// Those who arrived in a period: families, and who belonged to them on the day of arrival.
package enum ArrivalCounts {
  package struct Line: Hashable, Sendable {
    /// Nil where nobody said; of an age, where the birth date leaves it open.
    package let code: String?
    package let families: Int64
    package let people: Int64
  }

  /// Counts by country of origin, region of destination, or district of that region.
  ///
  /// A zone is made of its regions by the caller. Ages are those of the last day; of education,
  /// only people of working age are counted. What bounds the ages is asked for only where they count.
  package static func counts(
    by grouping: ArrivalGrouping, from: LocalDate, through: LocalDate, region: String?,
    bounds: () throws(Failure) -> AgeBounds, in transaction: Transaction
  ) throws(Failure) -> [Line] {
    switch grouping {
    case .country: try families("r.origin_country", from, through, region, transaction)
    case .region, .zone: try families("r.destination_region", from, through, region, transaction)
    case .district: try districts(from, through, region, transaction)
    case .age: try ages(from, through, region, bounds(), transaction)
    case .education: try education(from, through, region, bounds(), transaction)
    }
  }

  /// All of them once: a family or person that stands in two lines is counted in each.
  package static func total(
    from: LocalDate, through: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> Line {
    let lines = try families("NULL", from, through, region, transaction)
    return lines.first ?? Line(code: nil, families: 0, people: 0)
  }

  private static func families(
    _ code: StaticString, _ from: LocalDate, _ through: LocalDate, _ region: String?,
    _ transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      SELECT \(raw: code), count(DISTINCT r.family_id), count(DISTINCT \(raw: ReportSQL.person))
      FROM \(raw: ReportSQL.arrived)
      WHERE r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
        AND r.destination_region IS coalesce(\(region), r.destination_region)
      GROUP BY 1 ORDER BY 3 DESC, 1
      """, decode)
  }

  private static func districts(
    _ from: LocalDate, _ through: LocalDate, _ region: String?, _ transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      SELECT (SELECT x.district FROM family_residence AS x WHERE x.family_id = r.family_id
          AND x.closed_by IS NULL AND x.region = r.destination_region
          AND x.valid_from <= \(through) AND (x.valid_to IS NULL OR x.valid_to > \(through))),
        count(DISTINCT r.family_id), count(DISTINCT \(raw: ReportSQL.person))
      FROM \(raw: ReportSQL.arrived)
      WHERE r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
        AND r.destination_region IS coalesce(\(region), r.destination_region)
      GROUP BY 1 ORDER BY 3 DESC, 1
      """, decode)
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
      WHERE r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
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
      WHERE r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
        AND r.destination_region IS coalesce(\(region), r.destination_region)
        AND \(raw: ReportSQL.age) = 'working'
      GROUP BY 1 ORDER BY 1
      """, decode)
  }

  private static func decode(_ row: inout Row) throws(Failure) -> Line {
    Line(code: row.optionalText(), families: row.integer(), people: row.integer())
  }
}
