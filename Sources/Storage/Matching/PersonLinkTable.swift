package import Domain

/// Which numbers are one person: a tombstone, and the number that everything is read as.
///
/// Nothing that was written under a number is rewritten by a link; a reader takes all numbers of
/// the person together, which is the person's cluster. Links form trees: a number that others were
/// merged into may be merged into another later.
package enum PersonLinkTable {
  static let layout = Layout(
    27, "person_link", closes: true, ["person_id", "into_id", "reason", "document"])

  /// Says that a number is another's person; gives the link's identifier.
  @discardableResult
  package static func insert(
    _ person: Number<Person>, into survivor: Number<Person>, reason: String,
    document: String? = nil, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let (row, id) = try transaction.row(in: layout)
    row.add(person)
    row.add(survivor)
    row.add(reason)
    row.add(document)
    try row.insert()
    return id
  }

  package static func close(_ link: PersonLink, in transaction: Transaction) throws(Failure) {
    try transaction.close(layout, id: link.id)
  }

  // MARK: Reading

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure) -> PersonLink?
  {
    try transaction.first("SELECT \(raw: columns) FROM person_link WHERE id = \(id)", decode)
  }

  /// The link that makes a number a tombstone now.
  package static func link(of person: Number<Person>, in transaction: Transaction)
    throws(Failure) -> PersonLink?
  {
    try transaction.first(
      """
      SELECT \(raw: columns) FROM person_link WHERE person_id = \(person) AND closed_by IS NULL
      """, decode)
  }

  /// The number under which a person is known, after act `knowledge`: its own, or that of whom it
  /// was found to be.
  package static func survivor(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> Number<Person> {
    var number = person
    var steps = 0
    while let next = try transaction.first(
      """
      SELECT into_id FROM person_link WHERE person_id = \(number) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      """, number(_:))
    {
      number = next
      steps += 1
      guard steps <= longestChain else {
        throw .damaged("a chain of merged numbers that ends", "\(person)")
      }
    }
    return number
  }

  /// All numbers of a person, as known after act `knowledge`.
  ///
  /// The survivor comes first, then the old ones in ascending order. One look-up for a person who
  /// has one number.
  package static func cluster(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Number<Person>] {
    let isLinked = try transaction.integer(
      """
      SELECT EXISTS (SELECT 1 FROM person_link WHERE (person_id = \(person) OR into_id = \(person))
        AND act <= \(knowledge) AND (closed_by IS NULL OR closed_by > \(knowledge)))
      """)
    guard isLinked == 1 else { return [person] }
    let survivor = try survivor(of: person, knowledge: knowledge, in: transaction)
    return try below(survivor, knowledge: knowledge, in: transaction)
  }

  /// A number and all that were merged into it, directly or by others.
  ///
  /// It is what an unmerge of that number takes away. The number itself comes first, the others in
  /// ascending order.
  package static func below(
    _ person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Number<Person>] {
    var numbers = [person]
    var next = 0
    while next < numbers.count {
      let merged = try transaction.all(
        """
        SELECT person_id FROM person_link WHERE into_id = \(numbers[next]) AND act <= \(knowledge)
          AND (closed_by IS NULL OR closed_by > \(knowledge))
        """, number(_:))
      numbers += merged.filter { !numbers.contains($0) }
      next += 1
    }
    return [person] + numbers.dropFirst().sorted()
  }

  /// No person is merged so often; a longer chain is a ring.
  private static let longestChain = 1_000

  private static let columns: StaticString =
    "id, act, person_id, into_id, reason, document, closed_by"

  private static func number(_ row: inout Row) -> Number<Person> { row.number() }

  private static func decode(_ row: inout Row) -> PersonLink {
    PersonLink(
      id: row.integer(), act: row.integer(), person: row.number(), into: row.number(),
      reason: row.text(), document: row.optionalText(), closedBy: row.optionalInteger())
  }
}
