package import Domain

/// The history of families: one row for each thing that happened to each family concerned.
package enum FamilyEventTable {
  static let layout = Layout(
    21, "family_event", closes: true,
    [
      "family_id", "kind", "on_date", "person_id", "other_family_id", "undone_act", "reason",
      "document", "detail",
    ])

  /// Gives the number of the line.
  @discardableResult
  package static func insert(_ event: FamilyEvent, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: layout)
    row.add(event.family)
    row.add(word: event.kind)
    row.add(event.on)
    row.add(event.person?.raw)
    row.add(event.otherFamily?.raw)
    row.add(event.undoneAct)
    row.add(event.reason)
    row.add(event.document)
    row.add(event.detail)
    try row.insert()
    return id
  }

  /// The newest act on a family that still holds and can be undone; an undo itself cannot.
  package static func newestAct(on family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> Int64?
  {
    let act = try transaction.integer(
      """
      SELECT max(act) FROM family_event
      WHERE family_id = \(family) AND closed_by IS NULL AND kind <> 'undo'
      """)
    return act == 0 ? nil : act
  }

  /// What an act did to each family concerned, in the order of the families' numbers.
  package static func events(of act: Int64, in transaction: Transaction) throws(Failure)
    -> [FamilyEvent]
  {
    try transaction.all(
      """
      SELECT family_id, kind, on_date, person_id, other_family_id, undone_act, reason, document,
        detail
      FROM family_event WHERE act = \(act) ORDER BY family_id, id
      """, event)
  }

  /// The families on which an act was undone.
  package static func families(undoing act: Int64, in transaction: Transaction) throws(Failure)
    -> [Number<Family>]
  {
    try transaction.all(
      "SELECT DISTINCT family_id FROM family_event WHERE undone_act = \(act) ORDER BY family_id"
    ) { (row: inout Row) throws(Failure) in row.number() }
  }

  /// The act that undid another; nil where it holds.
  static func undo(of act: Int64, in transaction: Transaction) throws(Failure) -> Int64? {
    try transaction.first("SELECT act FROM family_event WHERE undone_act = \(act)") {
      (row: inout Row) throws(Failure) in row.integer()
    }
  }

  /// The acts after one that were undone, and those that undid them: nothing of either holds.
  static func undone(after act: Int64, in transaction: Transaction) throws(Failure) -> Set<Int64> {
    let pairs = try transaction.all(
      "SELECT act, undone_act FROM family_event WHERE undone_act > \(act)"
    ) { (row: inout Row) throws(Failure) in [row.integer(), row.integer()] }
    return Set(pairs.joined())
  }

  private static func event(_ row: inout Row) throws(Failure) -> FamilyEvent {
    try FamilyEvent(
      family: row.number(), kind: row.word(), on: row.date(), person: row.optionalNumber(),
      otherFamily: row.optionalNumber(), undoneAct: row.optionalInteger(), reason: row.text(),
      document: row.optionalText(), detail: row.text())
  }

  /// Closes the lines that an act wrote into the histories of families.
  package static func closeAll(of act: Int64, in transaction: Transaction) throws(Failure) {
    let events = try transaction.all(
      "SELECT id FROM family_event WHERE act = \(act) AND closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for id in events { try transaction.close(layout, id: id) }
  }

  /// Everything that happened to a family, as known after act `knowledge`; oldest act first.
  package static func all(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [FamilyEventRecord] {
    try transaction.all(
      """
      SELECT \(raw: columns) FROM family_event AS e JOIN act AS a ON a.id = e.act
      WHERE e.family_id = \(family) AND e.act <= \(knowledge) ORDER BY e.id
      """
    ) { (row: inout Row) throws(Failure) in try decode(&row, knowledge) }
  }

  /// How many of them hold, as known after act `knowledge`.
  package static func count(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> Int {
    Int(
      try transaction.integer(
        """
        SELECT count(*) FROM family_event WHERE family_id = \(family) AND act <= \(knowledge)
          AND (closed_by IS NULL OR closed_by > \(knowledge))
        """))
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> FamilyEventRecord?
  {
    try transaction.first(
      """
      SELECT \(raw: columns) FROM family_event AS e JOIN act AS a ON a.id = e.act
      WHERE e.id = \(id)
      """
    ) { (row: inout Row) throws(Failure) in try decode(&row, .max) }
  }

  private static let columns: StaticString = """
    e.act, a.at, a.user, e.closed_by, e.family_id, e.kind, e.on_date, e.person_id,
      e.other_family_id, e.undone_act, e.reason, e.document, e.detail
    """

  private static func decode(_ row: inout Row, _ knowledge: Int64) throws(Failure)
    -> FamilyEventRecord
  {
    let (act, at, user) = (row.integer(), Instant(milliseconds: row.integer()), row.text())
    let closedBy = row.optionalInteger()
    let event = try event(&row)
    return FamilyEventRecord(
      act: act, at: at, user: user, event: event,
      closedBy: closedBy.flatMap { $0 <= knowledge ? $0 : nil })
  }
}
