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
  package static func members(
    of family: Number<Family>, on day: LocalDate, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    try transaction.all(
      """
      SELECT id, family_id, person_id, relation, valid_from, valid_to, reason
      FROM membership WHERE family_id = \(family) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
        AND valid_from <= \(day) AND (valid_to IS NULL OR valid_to > \(day))
      ORDER BY relation <> 'head', person_id
      """, decode)
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

  /// The family of a person on a day, as known after act `knowledge`.
  package static func family(
    of person: Number<Person>, on day: LocalDate, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> Number<Family>? {
    try transaction.first(
      """
      SELECT family_id FROM membership WHERE person_id = \(person) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
        AND valid_from <= \(day) AND (valid_to IS NULL OR valid_to > \(day))
      ORDER BY valid_from DESC, id DESC
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }

  /// Everyone recorded as a member of a family at any time, as known now.
  package static func members(of family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> [Membership]
  {
    try transaction.all(
      """
      SELECT id, family_id, person_id, relation, valid_from, valid_to, reason
      FROM membership WHERE family_id = \(family) AND closed_by IS NULL
      ORDER BY relation <> 'head', person_id, valid_from
      """, decode)
  }

  /// Every family that a person belongs or belonged to, as known after act `knowledge`.
  package static func families(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    try transaction.all(
      """
      SELECT id, family_id, person_id, relation, valid_from, valid_to, reason
      FROM membership WHERE person_id = \(person) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY valid_from, id
      """, decode)
  }

  private static func decode(_ row: inout Row) throws(Failure) -> Membership {
    try Membership(
      id: row.integer(), family: row.number(), person: row.number(), relation: row.word(),
      from: row.date(), to: row.optionalDate(), reason: row.text())
  }
}
