package import Domain
package import Storage

/// Corrects what is held of a person: fields of the record, a name, a document.
///
/// What was known is closed and what is known now stands beside it. The person stays to be found
/// by the names that were known before.
package struct CorrectPerson: FamilyUseCase {
  package static let name = "person.correct"
  package static let fields: [IntakeField] = [
    .sex, .birthDate, .iin, .citizenship, .ethnicity, .education, .occupation,
  ]

  package var person: Number<Person>
  /// Of ``fields``.
  package var changes: [FieldChange]
  package var name: NameCorrection?
  package var document: DocumentCorrection?
  package var ground: Ground

  package init(
    person: Number<Person>, changes: [FieldChange] = [], name: NameCorrection? = nil,
    document: DocumentCorrection? = nil, ground: Ground
  ) {
    self.person = person
    self.changes = changes
    self.name = name
    self.document = document
    self.ground = ground
  }

  package var detail: String {
    var what = changes.map(\.field.name)
    if name != nil { what.append("name") }
    if document != nil { what.append("document") }
    return "\(person): \(what.joined(separator: ", "))"
  }

  /// The family of that day has the line in its history; else the last one the person had.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let number = try FamilyAct.record(of: person, in: transaction).number
    let memberships = try MembershipTable.families(of: person, in: transaction)
    let day = ground.on ?? facts.today
    let current = memberships.last { $0.from <= day && ($0.to.map { $0 > day } ?? true) }
    guard let family = (current ?? memberships.last)?.family else {
      throw Failure(
        .memberNotFound, "\(person) belongs to no family, so no history would tell of it")
    }
    var act = try FamilyAct(family, ground, facts, in: transaction)
    var words = try correctRecord(of: number, in: &act)
    if let name { words.append(try name.perform(on: person, in: transaction)) }
    if let document { words.append(try document.perform(on: person, act.day, in: transaction)) }
    guard !words.isEmpty else { throw .nothingToCorrect }
    return try act.save(
      .correct, of: try act.entered(person),
      "\(try act.name(person)) corrected: \(words.joined(separator: "; "))")
  }

  /// The record that is shown is corrected, from what stands in it alone: what another number of
  /// the person has stays there.
  private func correctRecord(of number: Number<Person>, in act: inout FamilyAct) throws(Failure)
    -> [String]
  {
    guard !changes.isEmpty,
      let known = try PersonTable.ownRecord(of: number, in: act.transaction)
    else { return [] }
    var row = Self.row(of: known)
    for change in changes { row[change.field] = change.text ?? "" }
    let reading = try Reference.intake(on: act.today).readMember(row)
    guard let form = reading.part else { throw .problems(reading.problems) }
    let new = PersonRecord(
      number: number, sex: form.sex, birthDate: form.birthDate, iin: form.iin?.description,
      citizenship: form.citizenship, ethnicity: form.ethnicity, education: form.education,
      occupation: form.occupation)
    let (before, after) = (Self.row(of: known), Self.row(of: new))
    var words: [String] = []
    for change in changes {
      let (old, now) = (before[change.field], after[change.field])
      guard old != now else { throw .held(change.field, now.isEmpty ? nil : now) }
      words.append("\(change.field.name) \(Self.shown(old)) → \(Self.shown(now))")
    }
    try PersonTable.checkFree(new.iin, besides: number, in: act.transaction)
    try PersonTable.replaceRecord(by: new, in: act.transaction)
    act.remarks += reading.warnings.map(\.message)
    try remarkOtherNumbers(than: new, in: &act)
    let entered = try act.entered(person)
    if new.sex != known.sex { correctRelations(of: entered, new.sex, in: &act) }
    if let birth = new.birthDate?.exact, birth != known.birthDate?.exact,
      let early = act.roll.rows(of: entered).first(where: { $0.during.from < birth })
    {
      act.remarks.append("belongs to \(act.family) from \(early.during.from), before being born")
    }
    return words
  }

  /// A son who is a woman is a daughter, in the family whose history tells of it.
  private func correctRelations(
    of person: Number<Person>, _ sex: Sex, in act: inout FamilyAct
  ) {
    for row in act.roll.rows(of: person) {
      let relation = Kinship.relation(row.relation, of: sex)
      guard relation != row.relation else { continue }
      act.roll.correct(row, relation: relation, during: row.during, reason: ground.reason)
      act.remarks.append(
        "\(relation.rawValue) to the head, and not \(row.relation.rawValue), from "
          + "\(row.during.from)")
    }
  }

  /// What was found not to be known may still be shown, as another number of the person has it.
  private func remarkOtherNumbers(than new: PersonRecord, in act: inout FamilyAct) throws(Failure) {
    guard let shown = try PersonTable.record(of: person, in: act.transaction) else { return }
    let (own, all) = (Self.row(of: new), Self.row(of: shown))
    for change in changes where own[change.field] != all[change.field] {
      act.remarks.append(
        "\(change.field.name) \(all[change.field]) is still held under another number")
    }
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "not known" : text }

  /// The record as a row of the form, with what else a row needs.
  private static func row(of record: PersonRecord) -> IntakeRow {
    var row = IntakeRow(line: 0)
    row[.relation] = Relation.other.rawValue
    row[.givenName] = "\(record.number)"
    row[.sex] = record.sex.rawValue
    row[.birthDate] = record.birthDate?.description ?? ""
    row[.iin] = record.iin ?? ""
    row[.citizenship] = record.citizenship ?? ""
    row[.ethnicity] = record.ethnicity ?? ""
    row[.education] = record.education?.rawValue ?? ""
    row[.occupation] = record.occupation ?? ""
    return row
  }
}
