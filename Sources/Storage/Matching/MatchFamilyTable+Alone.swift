import Domain

/// Persons who belong to no family, such as workers who came alone.
extension MatchFamilyTable {
  /// A person as a family of one; nil where nothing is held of the number any more.
  static func alone(
    _ person: Number<Person>, hasLinks: Bool, in transaction: Transaction
  ) throws(Failure) -> MatchFamily? {
    guard let record = try PersonTable.ownRecord(of: person, in: transaction) else { return nil }
    let names = try PersonTable.names(under: [person], in: transaction)
    var id = person
    if hasLinks { id = try PersonLinkTable.survivor(of: person, in: transaction) }
    let member = MatchPerson(
      id: id.raw, names: names.map { NameReading($0) }, sex: record.sex,
      birthDates: record.birthDate.map { [$0] } ?? [], iin: record.iin,
      documents: try papers(of: person, in: transaction),
      citizenships: record.citizenship.map { [$0] } ?? [], relation: .head)
    return MatchFamily(id: MatchFamily.alone(person.raw), members: [member])
  }

  /// Papers that ever stood for the number.
  private static func papers(
    of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) -> [MatchDocument] {
    try transaction.all(
      """
      SELECT DISTINCT type, number, issuer FROM person_document WHERE person_id = \(person)
      """
    ) { (row: inout Row) in
      MatchDocument(type: row.text(), number: row.text(), issuer: row.optionalText())
    }
  }

  /// Everyone of whom something is held and who belongs to no family.
  static func addAlone(
    to rows: inout [(Int64, Int64, Int64)], in transaction: Transaction
  ) throws(Failure) {
    let statement = try transaction.connection.statement(
      """
      SELECT r.person_id FROM person_record AS r WHERE r.closed_by IS NULL AND NOT EXISTS
        (SELECT 1 FROM membership AS m WHERE m.person_id = r.person_id AND m.closed_by IS NULL)
      """)
    defer { statement.reset() }
    while try statement.step() {
      let person = statement.integer(0)
      rows.append((person, 0, MatchFamily.alone(person)))
    }
  }
}
