package import Domain

/// Who belongs to which family, as what, from when to when.
package enum MembershipTable {
  static let layout = Layout(
    10, "membership", closes: true,
    ["family_id", "person_id", "relation", "valid_from", "valid_to", "reason"])

  package static func insert(
    _ person: Number<Person>, in family: Number<Family>, as relation: Relation, during: Period,
    reason: String, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: layout)
    row.add(family)
    row.add(person)
    row.add(word: relation)
    row.add(during.from)
    row.add(during.to)
    row.add(reason)
    try row.insert()
  }

  /// Closes a membership: it is no longer held that it was so.
  package static func close(_ id: Int64, in transaction: Transaction) throws(Failure) {
    try transaction.close(layout, id: id)
  }

  /// The members of a family on a day, as known after act `knowledge`; the head first, the
  /// others by their numbers.
  ///
  /// A person who is a member under two numbers counts once.
  package static func members(
    of family: Number<Family>, on day: LocalDate, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    let rows = try transaction.all(
      """
      \(raw: select) WHERE m.family_id = \(family) AND m.act <= \(knowledge)
        AND (m.closed_by IS NULL OR m.closed_by > \(knowledge))
        AND m.valid_from <= \(day) AND (m.valid_to IS NULL OR m.valid_to > \(day))
      ORDER BY m.relation <> 'head', m.person_id, m.valid_from
      """, decode)
    return once(try resolved(rows, knowledge: knowledge, in: transaction))
  }

  /// Ends a membership on a day.
  ///
  /// One that began that day never was.
  package static func leave(
    _ membership: Membership, on day: LocalDate, reason: String, in transaction: Transaction
  ) throws(Failure) {
    try transaction.close(layout, id: membership.id)
    guard let during = Period(from: membership.from, to: day) else { return }
    try insert(
      membership.person, in: membership.family, as: membership.relation, during: during,
      reason: reason, in: transaction)
  }

  /// Everyone recorded as a member of a family at any time, as known after act `knowledge`.
  package static func history(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    try transaction.all(
      """
      SELECT id, family_id, person_id, relation, valid_from, valid_to, reason
      FROM membership WHERE family_id = \(family) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY valid_from, id
      """, decode)
  }

  /// The memberships of a family that were the last to be no longer held true.
  package static func lastLeft(
    _ family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    try transaction.all(
      """
      SELECT id, family_id, person_id, relation, valid_from, valid_to, reason
      FROM membership WHERE family_id = \(family) AND closed_by =
        (SELECT max(closed_by) FROM membership
          WHERE family_id = \(family) AND closed_by <= \(knowledge))
      ORDER BY id
      """, decode)
  }

  /// Everyone recorded as a member of a family at any time, as known now.
  package static func members(of family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> [Membership]
  {
    let rows = try transaction.all(
      """
      \(raw: select) WHERE m.family_id = \(family) AND m.closed_by IS NULL
      ORDER BY m.relation <> 'head', m.person_id, m.valid_from
      """, decode)
    return try resolved(rows, knowledge: .max, in: transaction)
  }

  /// Every family that a person belongs or belonged to, under any of its numbers, as known after
  /// act `knowledge`.
  package static func families(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    let numbers = try PersonLinkTable.cluster(
      of: person, knowledge: knowledge, in: transaction)
    return try families(under: numbers, knowledge: knowledge, in: transaction)
  }

  /// The number under which a person stands in a family, given any of its numbers.
  ///
  /// An act on a member writes under it. It is the given number where that stands in the family on
  /// some day, or where none of the person's does.
  package static func entered(
    _ person: Number<Person>, in family: Number<Family>, in transaction: Transaction
  ) throws(Failure) -> Number<Person> {
    let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
    guard numbers.count > 1 else { return person }
    let rows = try families(under: numbers, in: transaction).filter { $0.family == family }
    if rows.contains(where: { $0.person == person }) { return person }
    return rows.last { $0.to == nil }?.person ?? rows.last?.person ?? person
  }

  /// What was entered under these numbers, as known after act `knowledge`; the oldest first.
  package static func families(
    under numbers: [Number<Person>], knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    var rows: [Membership] = []
    for number in numbers {
      rows += try transaction.all(
        """
        \(raw: select) WHERE m.person_id = \(number) AND m.act <= \(knowledge)
          AND (m.closed_by IS NULL OR m.closed_by > \(knowledge))
        ORDER BY m.valid_from, m.id
        """, decode)
    }
    if numbers.count > 1 { rows.sort { ($0.from, $0.id) < ($1.from, $1.id) } }
    return try resolved(rows, knowledge: knowledge, in: transaction)
  }

  /// The rows that an act closed, as they were.
  package static func closed(by act: Int64, in transaction: Transaction) throws(Failure)
    -> [Membership]
  {
    try transaction.all("\(raw: select) WHERE m.closed_by = \(act) ORDER BY m.id", decode)
  }

  /// What an act wrote in the place of a row that it closed, and whether that stands now.
  package static func replacement(
    of row: Membership, by act: Int64, in transaction: Transaction
  ) throws(Failure) -> (row: Membership, stands: Bool)? {
    let found = try transaction.first(
      """
      \(raw: select) WHERE m.person_id = \(row.person) AND m.family_id = \(row.family)
        AND m.act = \(act)
      """, decode)
    guard let found else { return nil }
    let stands = try transaction.integer(
      "SELECT closed_by IS NULL FROM membership WHERE id = \(found.id)")
    return (found, stands == 1)
  }

  package static func close(_ membership: Membership, in transaction: Transaction)
    throws(Failure)
  {
    try transaction.close(layout, id: membership.id)
  }

  // MARK: Numbers of one person

  /// Rows whose numbers were merged, with the number that each is read as.
  private static func resolved(
    _ rows: [Membership], knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    var rows = rows
    for index in rows.indices {
      let row = rows[index]
      rows[index] = row.known(
        as: try PersonLinkTable.survivor(of: row.person, knowledge: knowledge, in: transaction))
    }
    return rows
  }

  /// Each person once: as the head, else under the number that survives, else as entered first.
  private static func once(_ rows: [Membership]) -> [Membership] {
    var kept: [Membership] = []
    for row in rows {
      guard let index = kept.firstIndex(where: { $0.survivor == row.survivor }) else {
        kept.append(row)
        continue
      }
      if kept[index].relation != .head, row.person == row.survivor { kept[index] = row }
    }
    return kept
  }

  private static let select: StaticString = """
    SELECT m.id, m.family_id, m.person_id, m.relation, m.valid_from, m.valid_to, m.reason
    FROM membership AS m
    """

  private static func decode(_ row: inout Row) throws(Failure) -> Membership {
    try Membership(
      id: row.integer(), family: row.number(), person: row.number(), relation: row.word(),
      from: row.date(), to: row.optionalDate(), reason: row.text())
  }
}
