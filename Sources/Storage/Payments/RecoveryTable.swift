package import Domain

/// What families owe back, and what became of it.
package enum RecoveryTable {
  static let recoveries = Layout(
    58, "recovery", isNumbered: true,
    [
      "family_id", "grant_id", "ground", "amount", "on_date", "bound_until", "reason", "document",
      "source", "standing",
    ])
  static let parts = Layout(59, "recovery_part", ["recovery_id", "person_id", "month", "amount"])
  static let entries = Layout(
    60, "recovery_entry",
    ["recovery_id", "move", "amount", "on_date", "line_id", "ground", "reason", "document"])
  static let plans = Layout(
    61, "recovery_plan", closes: true, ["recovery_id", "due_on", "amount"])
  static let offsets = Layout(
    62, "payment_offset", closes: true, ["line_id", "recovery_id", "amount"])

  // MARK: Writing

  package struct Draft {
    package let family: Number<Family>
    package let grant: Number<Grant>
    package let ground: RecoveryGround
    package let amount: Money
    package let on: LocalDate
    package let boundUntil: LocalDate?
    package let reason: String
    package let document: String?
    package let citation: Citation
    /// Of which claims it is, where the grant was reckoned too high.
    package let parts: [(key: DueKey, amount: Money)]

    package init(
      family: Number<Family>, grant: Number<Grant>, ground: RecoveryGround, amount: Money,
      on: LocalDate, boundUntil: LocalDate? = nil, reason: String, document: String?,
      citation: Citation, parts: [(key: DueKey, amount: Money)] = []
    ) {
      self.family = family
      self.grant = grant
      self.ground = ground
      self.amount = amount
      self.on = on
      self.boundUntil = boundUntil
      self.reason = reason
      self.document = document
      self.citation = citation
      self.parts = parts
    }
  }

  package static func insert(_ draft: Draft, registered: Int, in transaction: Transaction)
    throws(Failure) -> Number<Recovery>
  {
    let number: Number<Recovery> = try transaction.nextNumber(in: recoveries, year: registered)
    let row = try transaction.row(in: recoveries, id: number.raw)
    row.add(draft.family)
    row.add(draft.grant)
    row.add(word: draft.ground)
    row.add(draft.amount)
    row.add(draft.on)
    row.add(draft.boundUntil)
    row.add(draft.reason)
    row.add(draft.document)
    row.add("\(draft.citation)")
    row.add(word: draft.citation.standing)
    try row.insert()
    for part in draft.parts {
      let (row, _) = try transaction.row(in: parts)
      row.add(number)
      row.add(part.key.person?.raw)
      row.add(part.key.month)
      row.add(part.amount)
      try row.insert()
    }
    return number
  }

  package static func insert(
    _ entry: RecoveryEntry, of recovery: Number<Recovery>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: entries)
    row.add(recovery)
    row.add(word: entry.move)
    row.add(entry.amount)
    row.add(entry.on)
    row.add(entry.line)
    row.add(entry.ground)
    row.add(entry.reason)
    row.add(entry.document)
    try row.insert()
  }

  /// Puts a plan in the place of the one that there was.
  package static func plan(
    _ instalments: [RecoveryInstalment], of recovery: Number<Recovery>,
    in transaction: Transaction
  ) throws(Failure) {
    let open = try transaction.all(
      "SELECT id FROM recovery_plan WHERE recovery_id = \(recovery) AND closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for id in open { try transaction.close(plans, id: id) }
    for instalment in instalments {
      let (row, _) = try transaction.row(in: plans)
      row.add(recovery)
      row.add(instalment.dueOn)
      row.add(instalment.amount)
      try row.insert()
    }
  }

  // MARK: Reading

  /// Throws `recovery.not-found`.
  package static func known(_ number: Number<Recovery>, in transaction: Transaction)
    throws(Failure) -> RecoveryRecord
  {
    guard
      let record = try transaction.first("\(raw: select) WHERE r.id = \(number)", decode)
    else {
      throw Failure(
        .recoveryNotFound, "no recovery is numbered \(number)",
        hint: "kosh recovery list shows them")
    }
    return record
  }

  package static func all(of family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> [RecoveryRecord]
  {
    try transaction.all("\(raw: select) WHERE r.family_id = \(family) ORDER BY r.id", decode)
  }

  package static func all(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [RecoveryRecord]
  {
    try transaction.all("\(raw: select) WHERE r.grant_id = \(grant) ORDER BY r.id", decode)
  }

  /// Every recovery, by number; of one region where it is given.
  package static func all(region: String?, in transaction: Transaction) throws(Failure)
    -> [RecoveryRecord]
  {
    try transaction.all(
      """
      \(raw: select) JOIN allowance_grant AS g ON g.id = r.grant_id
      WHERE g.region = coalesce(\(region), g.region) ORDER BY r.id
      """, decode)
  }

  private static let select: StaticString = """
    SELECT r.id, r.act, r.family_id, r.grant_id, r.ground, r.amount, r.on_date, r.bound_until,
      r.reason, r.document, r.source, r.standing,
      (SELECT coalesce(sum(amount), 0) FROM recovery_entry
        WHERE recovery_id = r.id AND move = 'repaid'),
      (SELECT coalesce(sum(amount), 0) FROM recovery_entry
        WHERE recovery_id = r.id AND move = 'withheld'),
      (SELECT coalesce(sum(amount), 0) FROM recovery_entry
        WHERE recovery_id = r.id AND move = 'waived'),
      (SELECT coalesce(sum(amount), 0) FROM payment_offset
        WHERE recovery_id = r.id AND closed_by IS NULL)
    FROM recovery AS r
    """

  private static func decode(_ row: inout Row) throws(Failure) -> RecoveryRecord {
    let (number, act): (Number<Recovery>, Int64) = (row.number(), row.integer())
    let (family, grant): (Number<Family>, Number<Grant>) = (row.number(), row.number())
    let ground: RecoveryGround = try row.word()
    let (amount, on, bound) = (row.money(), try row.date(), try row.optionalDate())
    let (reason, document, source) = (row.text(), row.optionalText(), row.text())
    let citation = Citation(source, standing: try row.word())
    return RecoveryRecord(
      number: number, act: act, family: family, grant: grant, ground: ground, amount: amount,
      on: on, boundUntil: bound, reason: reason, document: document, citation: citation,
      repaid: row.money(), withheld: row.money(), waived: row.money(), expected: row.money())
  }

  /// What became of a recovery, in order.
  package static func entries(of recovery: Number<Recovery>, in transaction: Transaction)
    throws(Failure) -> [RecoveryEntry]
  {
    try transaction.all(
      """
      SELECT act, move, amount, on_date, line_id, ground, reason, document FROM recovery_entry
      WHERE recovery_id = \(recovery) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      let act = row.integer()
      let move: RecoveryMove = try row.word()
      let (amount, on, line) = (row.money(), try row.date(), row.optionalInteger())
      return RecoveryEntry(
        move, amount, on: on, line: line, ground: row.optionalText(), reason: row.text(),
        document: row.optionalText(), act: act)
    }
  }

  package static func plan(of recovery: Number<Recovery>, in transaction: Transaction)
    throws(Failure) -> [RecoveryInstalment]
  {
    try transaction.all(
      """
      SELECT due_on, amount FROM recovery_plan
      WHERE recovery_id = \(recovery) AND closed_by IS NULL ORDER BY due_on, id
      """
    ) { (row: inout Row) throws(Failure) in
      RecoveryInstalment(dueOn: try row.date(), amount: row.money())
    }
  }

  /// What of each claim of a grant is owed back because the grant was reckoned too high.
  package static func parts(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [(key: DueKey, amount: Money)]
  {
    try transaction.all(
      """
      SELECT p.person_id, p.month, p.amount
      FROM recovery_part AS p JOIN recovery AS r ON r.id = p.recovery_id
      WHERE r.grant_id = \(grant) ORDER BY p.id
      """
    ) { (row: inout Row) throws(Failure) in
      let person: Number<Person>? = row.optionalNumber()
      return (DueKey(person: person, month: try row.optionalDate()), row.money())
    }
  }
}

/// What lines of registers withhold.
extension RecoveryTable {
  package struct Offset: Hashable, Sendable {
    package let id: Int64
    package let recovery: Number<Recovery>
    package let amount: Money
  }

  package static func insertOffset(
    _ amount: Money, of line: Int64, for recovery: Number<Recovery>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: offsets)
    row.add(line)
    row.add(recovery)
    row.add(amount)
    try row.insert()
  }

  /// What a line is still to withhold.
  package static func offsets(of line: Int64, in transaction: Transaction) throws(Failure)
    -> [Offset]
  {
    try transaction.all(
      """
      SELECT id, recovery_id, amount FROM payment_offset
      WHERE line_id = \(line) AND closed_by IS NULL ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      Offset(id: row.integer(), recovery: row.number(), amount: row.money())
    }
  }

  package static func close(_ offset: Offset, in transaction: Transaction) throws(Failure) {
    try transaction.close(offsets, id: offset.id)
  }

  /// What a line has withheld, by recovery, and did not give back.
  package static func withheld(by line: Int64, in transaction: Transaction) throws(Failure)
    -> [(recovery: Number<Recovery>, amount: Money)]
  {
    try transaction.all(
      """
      SELECT recovery_id, sum(amount) FROM recovery_entry WHERE line_id = \(line)
      GROUP BY recovery_id HAVING sum(amount) > 0 ORDER BY recovery_id
      """
    ) { (row: inout Row) throws(Failure) in (row.number(), row.money()) }
  }
}
