package import Domain

/// Which numbers are one person: a tombstone, and the number that everything is read as.
package enum PersonLinkTable {
  static let layout = Layout(27, "person_link", closes: true, ["person_id", "into_id", "reason"])

  package static func insert(
    _ person: Number<Person>, into survivor: Number<Person>, reason: String,
    in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: layout)
    row.add(person)
    row.add(survivor)
    row.add(reason)
    try row.insert()
  }

  /// The number under which a person is known, after act `knowledge`: its own, or that of whom it
  /// was found to be.
  package static func survivor(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> Number<Person> {
    var number = person
    while let next = try transaction.first(
      """
      SELECT into_id FROM person_link WHERE person_id = \(number) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      """, decode)
    {
      number = next
    }
    return number
  }

  private static func decode(_ row: inout Row) -> Number<Person> { row.number() }
}
