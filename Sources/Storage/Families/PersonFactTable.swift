package import Domain

/// Dated facts about persons.
package enum PersonFactTable {
  static let layout = Layout(
    23, "person_fact", closes: true,
    ["person_id", "kind", "value", "valid_from", "valid_to", "reason", "document"])

  package static func insert(_ fact: PersonFact, in transaction: Transaction) throws(Failure) {
    let (row, _) = try transaction.row(in: layout)
    row.add(fact.person)
    row.add(word: fact.kind)
    row.add(fact.value)
    row.add(fact.from)
    row.add(fact.to)
    row.add(fact.reason)
    row.add(fact.document)
    try row.insert()
  }

  package static func close(_ fact: PersonFact, in transaction: Transaction) throws(Failure) {
    try transaction.close(layout, id: fact.id)
  }

  /// A person's facts as known after act `knowledge`, of whatever day and under any of its
  /// numbers; the survivor's first, and of each number the oldest first.
  package static func all(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [PersonFact] {
    var facts: [PersonFact] = []
    for number in try PersonLinkTable.cluster(of: person, knowledge: knowledge, in: transaction) {
      facts += try own(of: number, knowledge: knowledge, in: transaction)
    }
    return facts
  }

  /// The death of a person, as known now; nil of one who lives.
  package static func death(of person: Number<Person>, in transaction: Transaction)
    throws(Failure) -> PersonFact?
  {
    try all(of: person, in: transaction).first { $0.kind == .death }
  }

  private static func own(
    of person: Number<Person>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [PersonFact] {
    try transaction.all(
      """
      SELECT id, person_id, kind, value, valid_from, valid_to, reason, document
      FROM person_fact WHERE person_id = \(person) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY kind, valid_from, id
      """
    ) { (row: inout Row) throws(Failure) in
      try PersonFact(
        id: row.integer(), person: row.number(), kind: row.word(), value: row.text(),
        from: row.optionalDate(), to: row.optionalDate(), reason: row.text(),
        document: row.optionalText())
    }
  }
}
