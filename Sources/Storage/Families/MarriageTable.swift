package import Domain

/// Marriages between persons of the register.
package enum MarriageTable {
  static let layout = Layout(
    24, "marriage", closes: true,
    ["person_id", "spouse_id", "valid_from", "valid_to", "document"])

  package static func insert(_ marriage: Marriage, in transaction: Transaction)
    throws(Failure)
  {
    let (row, _) = try transaction.row(in: layout)
    row.add(marriage.person)
    row.add(marriage.spouse)
    row.add(marriage.during.from)
    row.add(marriage.during.to)
    row.add(marriage.document)
    try row.insert()
  }

  package static func close(_ marriage: Marriage, in transaction: Transaction) throws(Failure) {
    try transaction.close(layout, id: marriage.id)
  }

  /// A person's marriages, from either side and under any of its numbers, as known after act
  /// `knowledge`; oldest first.
  package static func all(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Marriage] {
    let numbers = try PersonLinkTable.cluster(
      of: person, knowledge: knowledge, in: transaction)
    var marriages: [Marriage] = []
    for number in numbers {
      marriages += try own(of: number, knowledge: knowledge, in: transaction)
    }
    guard numbers.count > 1 else { return marriages }
    return marriages.sorted { ($0.during.from, $0.id) < ($1.during.from, $1.id) }
  }

  private static func own(
    of person: Number<Person>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [Marriage] {
    try transaction.all(
      """
      SELECT id, person_id, spouse_id, valid_from, valid_to, document
      FROM marriage WHERE (person_id = \(person) OR spouse_id = \(person))
        AND act <= \(knowledge) AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY valid_from, id
      """
    ) { (row: inout Row) throws(Failure) in
      try Marriage(
        id: row.integer(), person: row.number(), spouse: row.number(),
        during: row.period(), document: row.optionalText())
    }
  }
}
