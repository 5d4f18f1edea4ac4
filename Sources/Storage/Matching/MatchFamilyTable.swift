package import Domain

/// Families as matching sees them, and where a person's row stood in a file.
///
/// Someone who belongs to no family is a family of one, under ``MatchFamily/alone(_:)``.
package enum MatchFamilyTable {
  /// Everyone who belongs or belonged to a family, under the number each is known by; nil where
  /// there is nobody.
  ///
  /// `hasLinks` says whether any two numbers of the register were found to be one person.
  package static func load(
    _ family: Int64, hasLinks: Bool, in transaction: Transaction
  ) throws(Failure) -> MatchFamily? {
    if let person = MatchFamily.person(alone: family) {
      return try alone(Number(raw: person), hasLinks: hasLinks, in: transaction)
    }
    let origin = try transaction.first(
      """
      SELECT origin_country, origin_place FROM family_record
      WHERE family_id = \(family) AND closed_by IS NULL
      """
    ) { (row: inout Row) in (row.optionalText(), row.optionalText()) }
    var people = try people(of: family, in: transaction)
    guard !people.isEmpty else { return nil }
    try addNames(to: &people, of: family, in: transaction)
    try addDocuments(to: &people, of: family, in: transaction)
    var members: [MatchPerson] = []
    for person in people {
      var id = person.id
      if hasLinks {
        id = try PersonLinkTable.survivor(of: Number(raw: id), in: transaction).raw
      }
      members.append(
        MatchPerson(
          id: id, names: person.names, sex: person.sex, birthDates: person.births,
          iin: person.iin, documents: person.documents, citizenships: person.citizenships,
          originCountry: origin?.0, originPlace: origin?.1, relation: person.relation))
    }
    return MatchFamily(id: family, members: members)
  }

  private struct Known {
    let id: Int64
    let relation: Relation
    let sex: Sex
    var births: [PartialDate]
    let iin: String?
    let citizenships: [String]
    var names: [NameReading] = []
    var documents: [MatchDocument] = []
  }

  private static func people(of family: Int64, in transaction: Transaction) throws(Failure)
    -> [Known]
  {
    let rows = try transaction.all(
      """
      SELECT m.person_id, m.relation, r.sex, r.birth_date, r.iin, r.citizenship
      FROM membership AS m JOIN person_record AS r ON r.person_id = m.person_id
      WHERE m.family_id = \(family) AND m.closed_by IS NULL AND r.closed_by IS NULL
      ORDER BY m.id
      """
    ) { (row: inout Row) throws(Failure) in
      try Known(
        id: row.integer(), relation: row.word(), sex: row.word(), births: birth(&row),
        iin: row.optionalText(), citizenships: row.optionalText().map { [$0] } ?? [])
    }
    // Who left and came back, or changed places with the head, is one member.
    var people: [Known] = []
    for row in rows {
      if let place = people.firstIndex(where: { $0.id == row.id }) {
        people[place] = row
      } else {
        people.append(row)
      }
    }
    return people
  }

  private static func birth(_ row: inout Row) throws(Failure) -> [PartialDate] {
    guard let text = row.optionalText() else { return [] }
    guard let date = PartialDate(iso: text) else { throw .damaged("a date", text) }
    return [date]
  }

  private static func addNames(
    to people: inout [Known], of family: Int64, in transaction: Transaction
  ) throws(Failure) {
    let rows = try transaction.all(
      """
      SELECT DISTINCT n.id, n.person_id, n.script, n.family_name, n.given_name, n.patronymic,
        n.full_name
      FROM membership AS m JOIN person_name AS n ON n.person_id = m.person_id
      WHERE m.family_id = \(family) AND m.closed_by IS NULL AND n.closed_by IS NULL
      ORDER BY n.id
      """
    ) { (row: inout Row) throws(Failure) in
      (_) = row.integer()
      let person = row.integer()
      return try (
        person,
        PersonName(
          script: row.word(), familyName: row.optionalText(), givenName: row.optionalText(),
          patronymic: row.optionalText(), fullName: row.optionalText())
      )
    }
    for (person, name) in rows {
      guard let place = people.firstIndex(where: { $0.id == person }) else { continue }
      people[place].names.append(NameReading(name))
    }
  }

  /// Papers that ever stood for a person: an old passport on a new form is still that person's.
  private static func addDocuments(
    to people: inout [Known], of family: Int64, in transaction: Transaction
  ) throws(Failure) {
    let rows = try transaction.all(
      """
      SELECT DISTINCT d.person_id, d.type, d.number, d.issuer
      FROM membership AS m JOIN person_document AS d ON d.person_id = m.person_id
      WHERE m.family_id = \(family) AND m.closed_by IS NULL
      """
    ) { (row: inout Row) in
      (row.integer(), row.text(), row.text(), row.optionalText())
    }
    for (person, type, number, issuer) in rows {
      guard let place = people.firstIndex(where: { $0.id == person }) else { continue }
      people[place].documents.append(MatchDocument(type: type, number: number, issuer: issuer))
    }
  }

  /// The families that a person belongs or belonged to, else the person as a family of one; asked
  /// hundreds of times for each check.
  package static func families(
    of person: Int64, in transaction: Transaction, _ body: (_ family: Int64) -> Void
  ) throws(Failure) {
    let statement = try transaction.connection.statement(
      "SELECT family_id FROM membership WHERE person_id = $1 AND closed_by IS NULL")
    statement.bind(person, 1)
    defer { statement.reset() }
    var isMember = false
    while try statement.step() {
      isMember = true
      body(statement.integer(0))
    }
    if !isMember { body(MatchFamily.alone(person)) }
  }

  /// Every person with every family, in the order of persons and then of joining; whoever belongs
  /// to none as a family of one.
  package static func memberships(
    in transaction: Transaction, _ body: (_ person: Int64, _ family: Int64) -> Void
  ) throws(Failure) {
    var rows: [(Int64, Int64, Int64)] = []
    let statement = try transaction.connection.statement(
      "SELECT person_id, id, family_id FROM membership WHERE closed_by IS NULL")
    defer { statement.reset() }
    while try statement.step() {
      rows.append((statement.integer(0), statement.integer(1), statement.integer(2)))
    }
    try addAlone(to: &rows, in: transaction)
    rows.sort { $0 < $1 }
    for row in rows { body(row.0, row.2) }
  }

  /// The sex of every person, and the IIN as a number: 0 where none is known.
  package static func records(
    in transaction: Transaction,
    _ body: (_ person: Int64, _ isFemale: Bool, _ iin: Int64) -> Void
  ) throws(Failure) {
    let statement = try transaction.connection.statement(
      """
      SELECT person_id, sex = 'F', coalesce(CAST(iin AS INTEGER), 0) FROM person_record
      WHERE closed_by IS NULL
      """)
    defer { statement.reset() }
    while try statement.step() {
      body(statement.integer(0), statement.integer(1) == 1, statement.integer(2))
    }
  }

  /// At most so many families, from the whole register alike.
  package static func sample(_ most: Int, in transaction: Transaction) throws(Failure) -> [Int64] {
    let all = try transaction.all("SELECT id FROM family ORDER BY id", integer)
    let step = max(1, (all.count + most - 1) / max(1, most))
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  /// Who ever had a paper of this number.
  package static func holders(ofDocument number: String, in transaction: Transaction)
    throws(Failure) -> [Int64]
  {
    try transaction.all(
      "SELECT person_id FROM person_document WHERE number = \(number) LIMIT 20", integer)
  }

  /// Who bears an IIN now.
  package static func holder(ofIIN iin: String, in transaction: Transaction) throws(Failure)
    -> Int64?
  {
    try transaction.first(
      "SELECT person_id FROM person_record WHERE iin = \(iin) AND closed_by IS NULL", integer)
  }

  private static func integer(_ row: inout Row) -> Int64 { row.integer() }

  /// Whether any two numbers of the register were found to be one person.
  package static func hasLinks(in transaction: Transaction) throws(Failure) -> Bool {
    try transaction.integer(
      "SELECT EXISTS (SELECT 1 FROM person_link WHERE person_id > 0 AND closed_by IS NULL)") == 1
  }

  /// The reference and the line under which a person first came; no line where nobody noted it.
  package static func origin(of person: Int64, in transaction: Transaction) throws(Failure)
    -> (reference: String, line: Int?)?
  {
    let found = try transaction.first(
      """
      SELECT s.family_ref, s.line, s.lines,
        (SELECT count(*) FROM membership AS e
          WHERE e.family_id = m.family_id AND e.act = m.act AND e.id < m.id)
      FROM membership AS m JOIN submission AS s ON s.family_id = m.family_id AND s.act = m.act
      WHERE m.person_id = \(person) ORDER BY m.id LIMIT 1
      """
    ) { (row: inout Row) in (row.text(), row.int(), row.optionalText(), row.int()) }
    guard let (reference, line, lines, place) = found else { return nil }
    let noted = (lines ?? "").split(separator: " ").compactMap { Int($0) }
    if place < noted.count { return (reference, noted[place]) }
    return (reference, place == 0 && line > 0 ? line : nil)
  }
}
