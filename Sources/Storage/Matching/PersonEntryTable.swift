package import Domain

/// What was written under a number of a person, whatever the table.
package enum PersonEntryTable {
  /// What was entered under a number after one act and before another, the oldest act first.
  ///
  /// It is what stands now, and what act `last` closed.
  package static func entries(
    under number: Number<Person>, after first: Int64, before last: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> [PersonEntry] {
    var found: [PersonEntry] = []
    for kind in PersonEntry.Kind.allCases {
      found += try entries(of: kind, under: number, after: first, before: last, in: transaction)
    }
    return found.sorted { ($0.act, $0.kind.place, $0.id) < ($1.act, $1.kind.place, $1.id) }
  }

  private static func entries(
    of kind: PersonEntry.Kind, under number: Number<Person>, after first: Int64, before last: Int64,
    in transaction: Transaction
  ) throws(Failure) -> [PersonEntry] {
    try transaction.all(
      """
      SELECT id, act, closed_by, \(raw: columns(of: kind))
        AND person_id = \(number) AND closed_by IS NULL AND act > \(first) AND act < \(last)
      UNION ALL SELECT id, act, closed_by, \(raw: columns(of: kind))
        AND closed_by = \(last) AND person_id = \(number) AND act > \(first)
      ORDER BY 1
      """
    ) { (row: inout Row) throws(Failure) in
      let (id, act, closedBy) = (row.integer(), row.integer(), row.optionalInteger())
      let (key, text) = describe(kind, &row)
      return PersonEntry(
        kind: kind, id: id, act: act, number: number, key: key, text: text, closedBy: closedBy)
    }
  }

  /// What ``describe(_:_:)`` reads, and the table it stands in.
  private static func columns(of kind: PersonEntry.Kind) -> StaticString {
    switch kind {
    case .record:
      """
      sex || coalesce(', born ' || birth_date, '') || coalesce(', IIN ' || iin, '')
      FROM person_record WHERE TRUE
      """
    case .name:
      """
      coalesce(family_name, ''), coalesce(given_name, ''), coalesce(patronymic, ''),
        coalesce(full_name, '') FROM person_name WHERE TRUE
      """
    case .document: "number, type FROM person_document WHERE TRUE"
    case .fact: "kind, value FROM person_fact WHERE TRUE"
    case .family: "family_id, relation, valid_from, valid_to FROM membership WHERE TRUE"
    case .marriage: "spouse_id, valid_from FROM marriage WHERE TRUE"
    case .place: "inclusion_id, kind FROM place WHERE TRUE"
    case .allowance: "grant_id, kind FROM allowance_person WHERE TRUE"
    }
  }

  private static func describe(_ kind: PersonEntry.Kind, _ row: inout Row) -> (String, String) {
    switch kind {
    case .record:
      return ("", row.text())
    case .name:
      let parts = [row.text(), row.text(), row.text(), row.text()].filter { !$0.isEmpty }
      let name = parts.joined(separator: " ")
      return (name, name)
    case .document:
      let number = row.text()
      return (number, "\(row.text()) \(number)")
    case .fact:
      let (kind, value) = (row.text(), row.text())
      return ("\(kind):\(value)", "\(kind) \(value)")
    case .family:
      let family: Number<Family> = row.number()
      let (relation, from, to) = (row.text(), row.text(), row.optionalText())
      return ("\(family)", "\(family), \(relation) from \(from)\(to.map { " to \($0)" } ?? "")")
    case .marriage:
      let spouse: Number<Person> = row.number()
      return ("\(spouse)", "with \(spouse) from \(row.text())")
    case .place:
      let inclusion: Number<Inclusion> = row.number()
      return ("\(inclusion)", "\(row.text()) by \(inclusion)")
    case .allowance:
      let grant: Number<Grant> = row.number()
      return ("\(grant)", "\(row.text()) by \(grant)")
    }
  }

  // MARK: Giving to another number

  /// Closes an entry and writes the same under another number.
  ///
  /// Names, documents, facts and memberships can be given, and places with their membership; the
  /// rest belongs to what it was decided on.
  package static func give(
    _ entry: PersonEntry, to person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    switch entry.kind {
    case .name: try giveName(entry.id, to: person, in: transaction)
    case .document: try giveDocument(entry.id, to: person, in: transaction)
    case .fact: try giveFact(entry.id, to: person, in: transaction)
    case .family: try giveMembership(entry.id, to: person, in: transaction)
    case .place: try givePlace(entry.id, to: person, in: transaction)
    case .record, .marriage, .allowance:
      throw Failure(.fault, "a \(entry.kind.rawValue) cannot be given to another number")
    }
  }

  private static func giveName(
    _ id: Int64, to person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let name = try transaction.first(
      """
      SELECT script, family_name, given_name, patronymic, full_name, paper
      FROM person_name WHERE id = \(id)
      """
    ) { (row: inout Row) throws(Failure) in
      try PersonName(
        script: row.word(), familyName: row.optionalText(), givenName: row.optionalText(),
        patronymic: row.optionalText(), fullName: row.optionalText(), paper: row.optionalText())
    }
    guard let name else { return }
    try transaction.close(PersonTable.names, id: id)
    try PersonTable.insert(name, of: person, in: transaction)
  }

  private static func giveDocument(
    _ id: Int64, to person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let document = try transaction.first(
      "SELECT type, number, issuer, expires, issued FROM person_document WHERE id = \(id)"
    ) { (row: inout Row) throws(Failure) in
      try IdentityDocument(
        type: row.text(), number: row.text(), issuer: row.optionalText(),
        expires: row.optionalDate(), issued: row.optionalDate())
    }
    guard let document else { return }
    try transaction.close(PersonTable.documents, id: id)
    try PersonTable.insert(document, of: person, in: transaction)
  }

  private static func giveFact(
    _ id: Int64, to person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let fact = try transaction.first(
      """
      SELECT kind, value, valid_from, valid_to, reason, document FROM person_fact WHERE id = \(id)
      """
    ) { (row: inout Row) throws(Failure) in
      try PersonFact(
        person: person, kind: row.word(), value: row.text(), from: row.optionalDate(),
        to: row.optionalDate(), reason: row.text(), document: row.optionalText())
    }
    guard let fact else { return }
    try transaction.close(PersonFactTable.layout, id: id)
    try PersonFactTable.insert(fact, in: transaction)
  }

  private static func giveMembership(
    _ id: Int64, to person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let row = try transaction.first(
      """
      SELECT family_id, relation, valid_from, valid_to, reason FROM membership WHERE id = \(id)
      """
    ) { (row: inout Row) throws(Failure) -> (Number<Family>, Relation, Period, String) in
      (row.number(), try row.word(), try row.period(), row.text())
    }
    guard let (family, relation, during, reason) = row else { return }
    try transaction.close(MembershipTable.layout, id: id)
    try MembershipTable.insert(
      person, in: family, as: relation, during: during, reason: reason, in: transaction)
  }

  private static func givePlace(
    _ id: Int64, to person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    let row = try transaction.first("SELECT inclusion_id, kind FROM place WHERE id = \(id)") {
      (row: inout Row) throws(Failure) -> (Number<Inclusion>, QuotaKind) in
      (row.number(), try row.word())
    }
    guard let (inclusion, kind) = row else { return }
    try transaction.close(InclusionTable.places, id: id)
    let (writer, _) = try transaction.row(in: InclusionTable.places)
    writer.add(inclusion)
    writer.add(person)
    writer.add(word: kind)
    try writer.insert()
  }
}

extension PersonEntry.Kind {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
