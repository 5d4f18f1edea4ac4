package import Domain

/// What was known of a person is closed, and what is known now stands beside it.
extension PersonTable {
  package static func replaceRecord(by record: PersonRecord, in transaction: Transaction)
    throws(Failure)
  {
    let known = try transaction.integer(
      "SELECT id FROM person_record WHERE person_id = \(record.number) AND closed_by IS NULL")
    try transaction.close(records, id: known)
    let (row, _) = try transaction.row(in: records)
    row.add(record.number)
    row.add(word: record.sex)
    row.add(record.birthDate?.description)
    row.add(record.iin)
    row.add(record.citizenship)
    row.add(record.ethnicity)
    row.add(record.education?.rawValue)
    row.add(record.occupation)
    try row.insert()
  }

  /// Adds a name; it takes the place of those of its script that stand on the same paper.
  package static func replaceName(
    by name: PersonName, of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let known = try transaction.all(
      """
      SELECT id FROM person_name WHERE person_id = \(person) AND closed_by IS NULL
        AND script = \(name.script.rawValue) AND paper IS NOT DISTINCT FROM \(name.paper)
      ORDER BY id
      """, identifier)
    for id in known { try transaction.close(names, id: id) }
    try insert(name, of: person, in: transaction)
  }

  /// Adds a document; it takes the place of the one with the old number, where that is named.
  package static func replaceDocument(
    numbered old: String?, by document: IdentityDocument, of person: Number<Person>,
    in transaction: Transaction
  ) throws(Failure) {
    if let old {
      let known = try transaction.all(
        """
        SELECT id FROM person_document WHERE person_id = \(person) AND closed_by IS NULL
          AND number = \(old) ORDER BY id
        """, identifier)
      for id in known { try transaction.close(documents, id: id) }
    }
    try insert(document, of: person, in: transaction)
  }

  private static func identifier(_ row: inout Row) -> Int64 { row.integer() }
}
