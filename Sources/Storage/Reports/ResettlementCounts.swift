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

  /// By receiving region and kind, of kandas and settlers; and of kandas by country of origin.
  ///
  /// The largest first. Whoever holds a place is read once for both, and counted as read: SQLite would sort everyone
  /// for each.
  package static func counts(
    from: LocalDate, through: LocalDate, region: String?, bounds: AgeBounds,
    in transaction: Transaction
  ) throws(Failure) -> (regions: [Line], countries: [Line]) {
    var (regions, countries): ([Key: Group], [Key: Group]) = ([:], [:])
    try transaction.each(sql(from, through, region, bounds)) { (row: inout Row) throws(Failure) in
      let (region, country) = (row.optionalText(), row.optionalText())
      let kind: QuotaKind = try row.word()
      let holder = Holder(
        family: row.integer(), person: row.integer(), isWorking: row.int() == 1,
        isOccupied: row.int() == 1)
      regions[Key(code: region, kind: kind), default: Group()].add(holder)
      guard kind == .kandas else { return }
      countries[Key(code: country, kind: kind), default: Group()].add(holder)
    }
    return (lines(regions), lines(countries))
  }

  private struct Key: Hashable {
    let code: String?
    let kind: QuotaKind
  }

  private struct Holder {
    let family: Int64
    let person: Int64
    let isWorking: Bool
    let isOccupied: Bool
  }

  private struct Group {
    var families: Set<Int64> = []
    var people: Set<Int64> = []
    var workingAge: Int64 = 0
    var occupied: Int64 = 0

    /// A person who holds two places, under two numbers, counts once.
    mutating func add(_ holder: Holder) {
      families.insert(holder.family)
      guard people.insert(holder.person).inserted, holder.isWorking else { return }
      workingAge += 1
      if holder.isOccupied { occupied += 1 }
    }
  }

  private static func lines(_ groups: [Key: Group]) -> [Line] {
    let lines = groups.map { key, group in
      Line(
        code: key.code, kind: key.kind, families: Int64(group.families.count),
        people: Int64(group.people.count), workingAge: group.workingAge, occupied: group.occupied)
    }
    return lines.sorted { left, right in
      let (one, other) = (left.code ?? "", right.code ?? "")
      guard left.people == right.people else { return left.people > right.people }
      return one == other ? left.kind.rawValue < right.kind.rawValue : one < other
    }
  }

  /// From the steps of inclusions in the order in which they were made, so that what was made together
  /// is read together.
  private static func sql(
    _ from: LocalDate, _ through: LocalDate, _ region: String?, _ bounds: AgeBounds
  ) -> SQL {
    """
    WITH b(adult, men, women) AS (SELECT \(bounds.adult), \(bounds.men), \(bounds.women))
    SELECT i.region, r.origin_country, i.kind, i.family_id, \(raw: ReportSQL.person),
      coalesce(\(raw: ReportSQL.age) = 'working', 0),
      EXISTS (SELECT 1 FROM person_fact AS f
        WHERE f.person_id IN (m.person_id, \(raw: ReportSQL.person))
          AND f.kind = 'occupation' AND f.closed_by IS NULL AND f.valid_from <= \(through)
          AND (f.valid_to IS NULL OR f.valid_to > \(through)))
    FROM inclusion_step AS s CROSS JOIN inclusion AS i ON i.id = s.inclusion_id
    JOIN place AS m ON m.inclusion_id = i.id AND m.closed_by IS NULL
    LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
    JOIN \(raw: ReportSQL.record)
    JOIN family_record AS r ON r.family_id = i.family_id AND r.closed_by IS NULL
    CROSS JOIN b
    WHERE s.step = 'confirmed' AND s.on_date BETWEEN \(from) AND \(through)
      AND i.region = coalesce(\(region), i.region) AND i.kind IN ('kandas', 'settlers')
      AND NOT EXISTS (SELECT 1 FROM inclusion_step AS t
        WHERE t.inclusion_id = s.inclusion_id AND t.id > s.id)
    """
  }
}
