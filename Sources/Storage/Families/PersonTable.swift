package import Domain

/// The `person` table and what is known of each person: record, names, documents.
package enum PersonTable {
  static let persons = Layout(6, "person", isNumbered: true, [])
  static let records = Layout(
    7, "person_record", closes: true,
    [
      "person_id", "sex", "birth_date", "iin", "citizenship", "ethnicity", "education",
      "occupation",
    ])
  static let names = Layout(
    8, "person_name", closes: true,
    ["person_id", "script", "family_name", "given_name", "patronymic", "full_name"],
    later: ["paper"])
  static let documents = Layout(
    9, "person_document", closes: true, ["person_id", "type", "number", "issuer", "expires"],
    later: ["issued"])

  package static func insert(_ member: MemberForm, year: Int, in transaction: Transaction)
    throws(Failure) -> Number<Person>
  {
    let number: Number<Person> = try transaction.nextNumber(in: persons, year: year)
    try transaction.row(in: persons, id: number.raw).insert()
    let (record, _) = try transaction.row(in: records)
    record.add(number)
    record.add(word: member.sex)
    record.add(member.birthDate?.description)
    record.add(member.iin?.description)
    record.add(member.citizenship)
    record.add(member.ethnicity)
    record.add(member.education?.rawValue)
    record.add(member.occupation)
    try record.insert()
    for name in member.names { try insert(name, of: number, in: transaction) }
    if let document = member.document { try insert(document, of: number, in: transaction) }
    return number
  }

  package static func insert(
    _ name: PersonName, of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: names)
    row.add(person)
    row.add(word: name.script)
    row.add(name.familyName)
    row.add(name.givenName)
    row.add(name.patronymic)
    row.add(name.fullName)
    row.addLater(name.paper)
    try row.insert()
  }

  package static func insert(
    _ document: IdentityDocument, of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: documents)
    row.add(person)
    row.add(document.type)
    row.add(document.number)
    row.add(document.issuer)
    row.add(document.expires)
    row.addLater(document.issued?.description)
    try row.insert()
  }

  // MARK: Reading, as known after act `knowledge`

  /// Throws `person.not-found`; gives the number under which the person is known now.
  ///
  /// A use case that is given a number of a person asks here first: an old number resolves.
  package static func known(_ number: Number<Person>, in transaction: Transaction)
    throws(Failure) -> Number<Person>
  {
    guard try transaction.integer("SELECT id FROM person WHERE id = \(number)") != 0 else {
      throw .personNotFound(number)
    }
    return try PersonLinkTable.survivor(of: number, in: transaction)
  }

  /// What is known of a person, under any of its numbers.
  ///
  /// It is the survivor's record; what that leaves empty is taken from the old numbers' records.
  package static func record(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> PersonRecord? {
    let numbers = try PersonLinkTable.cluster(
      of: person, knowledge: knowledge, in: transaction)
    return try record(under: numbers, knowledge: knowledge, in: transaction)
  }

  /// What was recorded under these numbers of one person; the first one's own comes first.
  package static func record(
    under numbers: [Number<Person>], knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> PersonRecord? {
    var found: PersonRecord?
    for number in numbers {
      let own = try ownRecord(of: number, knowledge: knowledge, in: transaction)
      found = found.map { own.map($0.filled(from:)) ?? $0 } ?? own
    }
    return found
  }

  /// The record that stands under this very number, and no other of the person.
  ///
  /// A correction starts from it: what was recorded under another number stays there.
  package static func ownRecord(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> PersonRecord? {
    try transaction.first(
      """
      SELECT person_id, sex, birth_date, iin, citizenship, ethnicity, education, occupation
      FROM person_record WHERE person_id = \(person) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      """
    ) { (row: inout Row) throws(Failure) in
      try PersonRecord(
        number: row.number(), sex: row.word(), birthDate: birthDate(&row),
        iin: row.optionalText(), citizenship: row.optionalText(), ethnicity: row.optionalText(),
        education: row.optionalWord(), occupation: row.optionalText())
    }
  }

  private static func birthDate(_ row: inout Row) throws(Failure) -> PartialDate? {
    guard let text = row.optionalText() else { return nil }
    guard let date = PartialDate(iso: text) else { throw .damaged("a date", text) }
    return date
  }

  /// The names that papers give a person, under any of its numbers; the survivor's first.
  package static func names(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [PersonName] {
    let numbers = try PersonLinkTable.cluster(
      of: person, knowledge: knowledge, in: transaction)
    return try names(under: numbers, knowledge: knowledge, in: transaction)
  }

  /// The name by which lists show a person; empty where there is none.
  package static func shownName(of person: Number<Person>, in transaction: Transaction)
    throws(Failure) -> String
  {
    try names(of: person, in: transaction).first?.display ?? ""
  }

  /// The names written under these numbers, each once.
  package static func names(
    under numbers: [Number<Person>], knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [PersonName] {
    var found: [PersonName] = []
    for number in numbers {
      let own = try ownNames(of: number, knowledge: knowledge, in: transaction)
      found += found.isEmpty ? own : own.filter { !found.contains($0) }
    }
    return found
  }

  private static func ownNames(
    of person: Number<Person>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [PersonName] {
    try transaction.all(
      """
      SELECT script, family_name, given_name, patronymic, full_name, paper
      FROM person_name AS n WHERE person_id = \(person) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY (SELECT min(o.id) FROM person_name AS o WHERE o.person_id = n.person_id
        AND o.script = n.script AND o.paper IS NOT DISTINCT FROM n.paper), id
      """
    ) { (row: inout Row) throws(Failure) in
      try PersonName(
        script: row.word(), familyName: row.optionalText(), givenName: row.optionalText(),
        patronymic: row.optionalText(), fullName: row.optionalText(), paper: row.optionalText())
    }
  }

  /// A person's papers, under any of its numbers; the survivor's first.
  package static func documents(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [IdentityDocument] {
    let numbers = try PersonLinkTable.cluster(
      of: person, knowledge: knowledge, in: transaction)
    return try documents(under: numbers, knowledge: knowledge, in: transaction)
  }

  /// The papers recorded under these numbers, each once.
  package static func documents(
    under numbers: [Number<Person>], knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [IdentityDocument] {
    var found: [IdentityDocument] = []
    for number in numbers {
      let own = try ownDocuments(of: number, knowledge: knowledge, in: transaction)
      found += found.isEmpty ? own : own.filter { !found.contains($0) }
    }
    return found
  }

  private static func ownDocuments(
    of person: Number<Person>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [IdentityDocument] {
    try transaction.all(
      """
      SELECT type, number, issuer, expires, issued
      FROM person_document WHERE person_id = \(person) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      try IdentityDocument(
        type: row.text(), number: row.text(), issuer: row.optionalText(),
        expires: row.optionalDate(), issued: row.optionalDate())
    }
  }

  // MARK: Finding

  /// Who holds an IIN now.
  package static func holder(of iin: String, in transaction: Transaction) throws(Failure)
    -> Number<Person>?
  {
    try transaction.first(
      "SELECT person_id FROM person_record WHERE iin = \(iin) AND closed_by IS NULL", number)
  }

  /// Those who were ever recorded with a document of this number.
  package static func holders(ofDocument document: String, in transaction: Transaction)
    throws(Failure) -> [Number<Person>]
  {
    try transaction.all(
      """
      SELECT DISTINCT person_id FROM person_document WHERE number = \(document) ORDER BY person_id
      """, number)
  }

  private static func number(_ row: inout Row) -> Number<Person> { row.number() }

  package static func count(in transaction: Transaction) throws(Failure) -> Int64 {
    try transaction.integer("SELECT count(*) FROM person")
  }
}

extension Failure {
  package static func personNotFound(_ number: Number<Person>) -> Failure {
    Failure(
      .personNotFound, "no person is registered as \(number)",
      hint: "kosh family find TEXT looks by name, document or IIN")
  }
}
