package import Domain

/// What became of those who arrived, by year of arrival, on a day.
package enum IntegrationCounts {
  package struct Line: Hashable, Sendable {
    package let year: Int
    package let families: Int64
    package let people: Int64
    /// Live in the region for which their family was bound when it arrived.
    package let stayed: Int64
    package let elsewhere: Int64
    /// In the country for all that was recorded, and of no family in the register.
    package let unplaced: Int64
    /// Recorded as living abroad.
    package let abroad: Int64
    package let died: Int64
    package let citizens: Int64
    /// With a dated occupation that holds on the day.
    package let occupied: Int64
  }

  /// A person who came under two numbers in one year counts once in it: under the number that
  /// survives, else under the one that was entered first.
  package static func counts(
    from: LocalDate, through: LocalDate, region: String?, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      WITH d(day) AS (SELECT \(day)),
      died AS MATERIALIZED (
        SELECT \(raw: holder)
        WHERE f.closed_by IS NULL AND f.kind = 'death' AND f.valid_from <= \(day)),
      naturalised AS MATERIALIZED (
        SELECT \(raw: holder) WHERE \(raw: holds) AND f.kind = 'citizenship' AND f.value = 'KAZ'),
      gone AS MATERIALIZED (SELECT \(raw: holder) WHERE \(raw: holds) AND f.kind = 'abroad'),
      employed AS MATERIALIZED (
        SELECT \(raw: holder) WHERE \(raw: holds) AND f.kind = 'occupation'),
      came AS MATERIALIZED (
        SELECT substr(r.arrival_date, 1, 4) AS year, r.family_id, r.destination_region AS bound,
          \(raw: ReportSQL.person) AS person, p.citizenship IS 'KAZ' AS citizen,
          coalesce((SELECT \(raw: home) WHERE n.person_id = m.person_id AND n.closed_by IS NULL
              AND n.valid_from <= \(day) AND (n.valid_to IS NULL OR n.valid_to > \(day)) LIMIT 1),
            CASE WHEN l.into_id IS NOT NULL THEN (SELECT \(raw: home)
              WHERE n.person_id = l.into_id AND n.closed_by IS NULL AND n.valid_from <= \(day)
                AND (n.valid_to IS NULL OR n.valid_to > \(day)) LIMIT 1) END) AS lives,
          l.into_id IS NULL OR NOT EXISTS (SELECT 1 FROM membership AS o
            JOIN family_record AS w ON w.family_id = o.family_id AND w.closed_by IS NULL
            WHERE o.person_id IN (SELECT l.into_id UNION ALL SELECT k.person_id
                FROM person_link AS k WHERE k.into_id = l.into_id AND k.closed_by IS NULL)
              AND (o.person_id = l.into_id OR o.id < m.id) AND o.closed_by IS NULL
              AND o.valid_from <= w.arrival_date
              AND (o.valid_to IS NULL OR o.valid_to > w.arrival_date)
              AND w.arrival_date BETWEEN \(from) AND \(through)
              AND substr(w.arrival_date, 1, 4) = substr(r.arrival_date, 1, 4)
              AND w.destination_region IS coalesce(\(region), w.destination_region)) AS once
        FROM \(raw: ReportSQL.arrived) JOIN \(raw: ReportSQL.record)
        WHERE r.closed_by IS NULL AND r.arrival_date BETWEEN \(from) AND \(through)
          AND r.destination_region IS coalesce(\(region), r.destination_region)),
      known AS (
        SELECT year, family_id, once, bound, lives, person,
          person IN (SELECT person FROM died) AS died,
          citizen OR person IN (SELECT person FROM naturalised) AS citizen,
          person IN (SELECT person FROM employed) AS occupied
        FROM came),
      counted AS (
        SELECT k.*, NOT died AND person IN (SELECT person FROM gone) AS gone,
          NOT died AND person NOT IN (SELECT person FROM gone) AS here FROM known AS k)
      SELECT year, count(DISTINCT family_id), sum(once),
        sum(once AND here AND lives IS bound),
        sum(once AND here AND lives IS NOT NULL AND lives IS NOT bound),
        sum(once AND here AND lives IS NULL), sum(once AND gone), sum(once AND died),
        sum(once AND citizen), sum(once AND occupied AND NOT died)
      FROM counted GROUP BY year ORDER BY year
      """
    ) { (row: inout Row) throws(Failure) in
      let year = Int(row.text()) ?? 0
      return Line(
        year: year, families: row.integer(), people: row.integer(), stayed: row.integer(),
        elsewhere: row.integer(), unplaced: row.integer(), abroad: row.integer(),
        died: row.integer(), citizens: row.integer(), occupied: row.integer())
    }
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

  /// Where the family of membership `n` lives on the day, else for where it was bound.
  private static let home: StaticString = """
    coalesce((SELECT x.region FROM family_residence AS x
        WHERE x.family_id = n.family_id AND x.closed_by IS NULL AND x.valid_from <= (SELECT day FROM d)
          AND (x.valid_to IS NULL OR x.valid_to > (SELECT day FROM d))), q.destination_region, '')
      FROM membership AS n
      JOIN family_record AS q ON q.family_id = n.family_id AND q.closed_by IS NULL
    """
}
