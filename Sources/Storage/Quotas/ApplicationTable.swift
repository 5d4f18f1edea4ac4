package import Domain

/// Families' applications for places, and who waits.
package enum ApplicationTable {
  static let layout = Layout(
    30, "application", closes: true,
    ["family_id", "state", "kind", "applied_on", "priority", "reason", "document"])

  /// Writes how the application stands now, and closes how it stood.
  package static func write(_ application: Application, in transaction: Transaction)
    throws(Failure)
  {
    let open = try transaction.integer(
      "SELECT id FROM application WHERE family_id = \(application.family) AND closed_by IS NULL")
    if open != 0 { try transaction.close(layout, id: open) }
    let (row, _) = try transaction.row(in: layout)
    row.add(application.family)
    row.add(word: application.state)
    row.add(word: application.kind)
    row.add(application.appliedOn)
    row.add(application.priority)
    row.add(application.reason)
    row.add(application.document)
    try row.insert()
  }

  /// How a family's application stands; nil where none was entered.
  package static func find(_ family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> Application?
  {
    try transaction.first(
      """
      SELECT state, kind, applied_on, priority, reason, document FROM application
      WHERE family_id = \(family) AND closed_by IS NULL
      """
    ) { (row: inout Row) throws(Failure) in
      try Application(
        family: family, state: row.word(), kind: row.word(), appliedOn: row.date(),
        priority: row.optionalText(), reason: row.optionalText(), document: row.optionalText())
    }
  }

  /// Families that wait for a place, in order of registration: they are bound for a region or have
  /// applied, have members on the day, and hold no place by an inclusion.
  ///
  /// `region` leaves only those bound for it; `applied` is ``QuotaKind/applied``.
  package static func waiting(
    for applied: QuotaKind, region: String? = nil, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [WaitingFamily] {
    try transaction.all(
      """
      SELECT r.family_id, r.destination_region, coalesce(a.applied_on, f.registered_on), a.priority,
        (SELECT count(DISTINCT coalesce(l.into_id, m.person_id)) FROM membership AS m
          LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
          WHERE m.family_id = r.family_id AND m.closed_by IS NULL
            AND m.valid_from <= \(day) AND (m.valid_to IS NULL OR m.valid_to > \(day)))
      FROM family_record AS r JOIN family AS f ON f.id = r.family_id
      LEFT JOIN application AS a ON a.family_id = r.family_id AND a.closed_by IS NULL
      WHERE r.closed_by IS NULL
        AND r.destination_region \(raw: region == nil ? "IS NOT" : "=") \(region ?? "")
        AND (r.destination_region IS NOT NULL OR a.id IS NOT NULL)
        AND coalesce(a.state, 'waiting') = 'waiting' AND coalesce(a.kind, 'kandas') = \(applied)
        AND NOT EXISTS (SELECT 1 FROM inclusion AS i JOIN place AS p ON p.inclusion_id = i.id
          WHERE i.family_id = r.family_id AND p.closed_by IS NULL)
      ORDER BY r.family_id
      """
    ) { (row: inout Row) throws(Failure) in
      let (family, region): (Number<Family>, String?) = (row.number(), row.optionalText())
      let (day, priority) = (try row.date(), row.optionalText())
      return WaitingFamily(
        family: family, people: row.int(), region: region, appliedOn: day, priority: priority)
    }.filter { $0.people > 0 }
  }
}
