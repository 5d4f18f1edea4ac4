package import Domain

/// What in the register somebody should look at, and who registered it.
package enum DataGaps {
  package struct Count: Hashable, Sendable {
    /// Where the family lives, else for where it was bound; nil where neither is known.
    package let region: String?
    /// The user who registered the family.
    package let officer: String
    package let gap: DataGap
    package let cases: Int64
  }

  package struct Case: Hashable, Sendable {
    package let gap: DataGap
    package let family: Number<Family>
    /// Nil where it is about the family as a whole.
    package let person: Number<Person>?
    package let officer: String
    /// What stands there: a date, a number, how many heads; nil where nothing does.
    package let found: String?
  }

  /// By region and officer, in the order of the gaps; lines without cases are left out.
  ///
  /// One walk over the people counts what is wrong in each family. What may be wrong is asked first:
  /// few people have several numbers, and to keep everyone apart costs more than all the rest.
  package static func counts(
    on day: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Count] {
    let rows = try transaction.all(
      """
      WITH d(day, old) AS (SELECT \(day), \(oldest(on: day))),
      expired AS MATERIALIZED (
        SELECT person_id FROM person_document WHERE closed_by IS NULL GROUP BY person_id
        HAVING max(coalesce(expires, '9999-12-31')) < \(day)),
      households AS (
        SELECT m.family_id,
          count(DISTINCT CASE m.relation WHEN 'head' THEN p.person_id END) AS heads,
          count(CASE WHEN \(raw: iinMissing) AND \(raw: once) THEN 1 END) AS iin_missing,
          count(CASE WHEN \(raw: iinDiffers) AND \(raw: once) THEN 1 END) AS iin_differs,
          count(CASE WHEN \(raw: birthMissing) AND \(raw: once) THEN 1 END) AS birth_missing,
          count(CASE WHEN \(raw: birthPartial) AND \(raw: once) THEN 1 END) AS birth_partial,
          count(CASE WHEN \(raw: birthImpossible) AND \(raw: once) THEN 1 END) AS birth_impossible,
          count(CASE WHEN p.person_id IN (SELECT person_id FROM expired) AND \(raw: once) THEN 1 END) AS papers_expired
        FROM membership AS m CROSS JOIN d
        LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
        JOIN \(raw: ReportSQL.record)
        WHERE m.closed_by IS NULL AND m.valid_from <= d.day
          AND (m.valid_to IS NULL OR m.valid_to > d.day)
        GROUP BY m.family_id),
      home AS MATERIALIZED (
        SELECT h.*, \(raw: ReportSQL.home) AS region, r.arrival_date, a.user
        FROM households AS h CROSS JOIN d
        JOIN family_record AS r ON r.family_id = h.family_id AND r.closed_by IS NULL
        JOIN family AS f ON f.id = h.family_id JOIN act AS a ON a.id = f.act)
      SELECT region, user, sum(heads = 0), sum(heads > 1),
        sum(arrival_date > \(day) OR arrival_date < '1991-01-01'), sum(iin_missing),
        sum(iin_differs), sum(birth_missing), sum(birth_partial), sum(birth_impossible),
        sum(papers_expired)
      FROM home WHERE region IS coalesce(\(region), region)
      GROUP BY region, user ORDER BY region, user
      """
    ) { (row: inout Row) throws(Failure) -> [Count] in
      let (region, officer) = (row.optionalText(), row.text())
      var counts: [Count] = []
      for gap in DataGap.allCases {
        let cases = row.integer()
        guard cases > 0 else { continue }
        counts.append(Count(region: region, officer: officer, gap: gap, cases: cases))
      }
      return counts
    }
    return Array(rows.joined())
  }

  /// One region's cases, by gap and then by number; without a region those of families of which none
  /// is known.
  package static func cases(
    on day: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Case] {
    try transaction.all(
      """
      WITH d(day, old) AS (SELECT \(day), \(oldest(on: day))),
      living AS MATERIALIZED (
        SELECT DISTINCT r.family_id, p.person_id, m.relation = 'head' AS is_head
        FROM family_record AS r CROSS JOIN d JOIN membership AS m ON m.family_id = r.family_id
        LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
        JOIN \(raw: ReportSQL.record)
        WHERE r.closed_by IS NULL AND \(raw: ReportSQL.home) IS \(region) AND m.closed_by IS NULL
          AND m.valid_from <= d.day AND (m.valid_to IS NULL OR m.valid_to > d.day)),
      people AS MATERIALIZED (
        SELECT DISTINCT v.family_id, p.* FROM living AS v
        JOIN person_record AS p ON p.person_id = v.person_id AND p.closed_by IS NULL),
      heads AS (SELECT family_id, sum(is_head) AS heads FROM living GROUP BY family_id),
      found AS (
        SELECT CASE heads WHEN 0 THEN 'no-head' ELSE 'several-heads' END AS gap, family_id,
          NULL AS person_id, heads AS found FROM heads WHERE heads <> 1
        UNION ALL
        SELECT 'arrival-impossible', r.family_id, NULL, r.arrival_date
        FROM heads AS v JOIN family_record AS r ON r.family_id = v.family_id
          AND r.closed_by IS NULL
        WHERE r.arrival_date > \(day) OR r.arrival_date < '1991-01-01'
        UNION ALL
        SELECT 'iin-missing', p.family_id, p.person_id, NULL FROM people AS p
        WHERE \(raw: iinMissing)
        UNION ALL
        SELECT 'iin-differs', p.family_id, p.person_id, p.iin || ', ' || p.birth_date
        FROM people AS p WHERE \(raw: iinDiffers)
        UNION ALL
        SELECT 'birth-missing', p.family_id, p.person_id, NULL FROM people AS p
        WHERE \(raw: birthMissing)
        UNION ALL
        SELECT 'birth-partial', p.family_id, p.person_id, p.birth_date FROM people AS p
        WHERE \(raw: birthPartial)
        UNION ALL
        SELECT 'birth-impossible', p.family_id, p.person_id, p.birth_date
        FROM people AS p CROSS JOIN d WHERE \(raw: birthImpossible)
        UNION ALL
        SELECT 'papers-expired', p.family_id, p.person_id,
          (SELECT max(o.expires) FROM person_document AS o
            WHERE o.person_id = p.person_id AND o.closed_by IS NULL)
        FROM people AS p CROSS JOIN d WHERE \(raw: papersExpired))
      SELECT g.gap, g.family_id, g.person_id, a.user, g.found
      FROM found AS g JOIN family AS f ON f.id = g.family_id JOIN act AS a ON a.id = f.act
      ORDER BY g.gap, g.family_id, g.person_id
      """
    ) { (row: inout Row) throws(Failure) in
      let gap: DataGap = try row.word()
      return Case(
        gap: gap, family: row.number(), person: row.optionalNumber(), officer: row.text(),
        found: row.optionalText())
    }
  }

  /// The day 120 years before, as text.
  private static func oldest(on day: LocalDate) -> String {
    "\(day.parts.year - 120)\(day.description.dropFirst(4))"
  }

  // MARK: What is wrong with a person, of record `p` on day `d`

  /// Whether membership `m` is the first that tells of its person in the family on the day: a person of
  /// several numbers counts under the one that survives, else under the one that was entered first.
  private static let once: StaticString = """
    NOT EXISTS (SELECT 1 FROM membership AS o
      WHERE o.person_id = m.person_id AND o.family_id = m.family_id AND o.closed_by IS NULL
        AND o.id < m.id AND o.valid_from <= d.day AND (o.valid_to IS NULL OR o.valid_to > d.day))
    AND (l.into_id IS NULL OR NOT EXISTS (SELECT 1 FROM membership AS o
      WHERE o.family_id = m.family_id AND o.closed_by IS NULL AND o.valid_from <= d.day
        AND (o.valid_to IS NULL OR o.valid_to > d.day)
        AND (o.person_id = l.into_id OR o.id < m.id AND o.person_id IN (SELECT k.person_id
          FROM person_link AS k WHERE k.into_id = l.into_id AND k.closed_by IS NULL))))
    """

  private static let iinMissing: StaticString = "p.iin IS NULL"

  private static let iinDiffers: StaticString = """
    p.iin IS NOT NULL AND length(p.birth_date) = 10 AND substr(p.iin, 1, 6)
      <> substr(p.birth_date, 3, 2) || substr(p.birth_date, 6, 2) || substr(p.birth_date, 9)
    """

  private static let birthMissing: StaticString = "p.birth_date IS NULL"
  private static let birthPartial: StaticString = "length(p.birth_date) < 10"

  private static let birthImpossible: StaticString = """
    (p.birth_date > d.day OR p.birth_date < substr(d.old, 1, length(p.birth_date)))
    """

  /// Who has papers, all of which ended before the day.
  private static let papersExpired: StaticString = """
    (SELECT max(coalesce(e.expires, '9999-12-31')) FROM person_document AS e
      WHERE e.person_id = p.person_id AND e.closed_by IS NULL) < d.day
    """
}
