package import Domain
package import Storage

/// Corrects what is held of a family as a case, or one membership of it.
///
/// What was known is closed and what is known now stands beside it; nothing is overwritten.
package struct CorrectFamily: FamilyUseCase {
  package static let name = "family.correct"

  package var family: Number<Family>
  /// Of ``IntakeField/ofFamily``.
  package var changes: [FieldChange]
  package var membership: MembershipCorrection?
  package var ground: Ground

  package init(
    family: Number<Family>, changes: [FieldChange], membership: MembershipCorrection? = nil,
    ground: Ground
  ) {
    self.family = family
    self.changes = changes
    self.membership = membership
    self.ground = ground
  }

  package var detail: String {
    let fields = changes.map(\.field.name) + (membership.map { ["\($0.person)"] } ?? [])
    return "\(family): \(fields.joined(separator: ", "))"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var act = try FamilyAct(family, ground, facts, in: transaction)
    let known = try FamilyTable.known(family, in: transaction)
    var words = try correctRecord(known, in: &act)
    if let membership { words.append(try act.correct(membership)) }
    guard !words.isEmpty else { throw .nothingToCorrect }
    return try act.save(
      .correct, of: membership?.person, "corrected: \(words.joined(separator: "; "))")
  }

  private func correctRecord(_ known: FamilyRecord, in act: inout FamilyAct) throws(Failure)
    -> [String]
  {
    guard !changes.isEmpty else { return [] }
    var row = IntakeRow(line: 0)
    for change in changes { row[change.field] = change.text ?? "" }
    let reading = try Reference.intake(on: act.day).readFamily(row)
    guard let read = reading.part else { throw .problems(reading.problems) }
    var form = FamilyForm(
      members: [], originCountry: known.originCountry, originPlace: known.originPlace,
      arrivalDate: known.arrivalDate, destinationRegion: known.destinationRegion,
      phone: known.phone)
    var words: [String] = []
    for change in changes {
      let (old, new) = Self.replace(change.field, in: &form, by: read)
      guard old != new else { throw .held(change.field, new) }
      words.append("\(change.field.name) \(old ?? "not known") → \(new ?? "not known")")
    }
    try FamilyTable.replaceRecord(of: family, by: form, in: act.transaction)
    if form.arrivalDate != known.arrivalDate {
      try act.moveStart(from: known.arrivalDate, to: form.arrivalDate, known.registeredOn)
    }
    return words
  }

  /// Gives what was held and what is held now, as the form writes it.
  private static func replace(
    _ field: IntakeField, in form: inout FamilyForm, by read: FamilyForm
  ) -> (String?, String?) {
    func take<Value>(_ path: WritableKeyPath<FamilyForm, Value?>) -> (String?, String?) {
      let old = form[keyPath: path]
      form[keyPath: path] = read[keyPath: path]
      return (old.map { "\($0)" }, read[keyPath: path].map { "\($0)" })
    }
    return switch field {
    case .originCountry: take(\.originCountry)
    case .originPlace: take(\.originPlace)
    case .arrivalDate: take(\.arrivalDate)
    case .destinationRegion: take(\.destinationRegion)
    default: take(\.phone)
    }
  }
}

/// What was wrong about one membership.
package struct MembershipCorrection: Hashable, Sendable {
  package var person: Number<Person>
  package var relation: Relation?
  package var from: LocalDate?
  /// The first day on which it no longer holds.
  package var to: LocalDate?

  package init(
    person: Number<Person>, relation: Relation? = nil, from: LocalDate? = nil,
    to: LocalDate? = nil
  ) {
    self.person = person
    self.relation = relation
    self.from = from
    self.to = to
  }
}

extension FamilyAct {
  /// Corrects the membership that contains the day of the act, else the person's last one.
  mutating func correct(_ correction: MembershipCorrection) throws(Failure) -> String {
    let person = try entered(correction.person)
    let found = roll.row(of: person, on: day) ?? roll.rows(of: person).last
    guard let found else { throw .notMember(person, of: family, on: day) }
    let relation = correction.relation ?? found.relation
    let from = correction.from ?? found.during.from
    let to = correction.to ?? found.during.to
    guard let during = Period(from: from, to: to) else {
      throw Failure(
        .dateOrder, "a membership from \(from) to \(to.map(\.description) ?? "") is empty")
    }
    guard relation != found.relation || during != found.during else {
      throw Failure(
        .factHeld, "\(person) is held so already: \(Self.words(found.relation, found.during))")
    }
    roll.correct(found, relation: relation, during: during, reason: ground.reason)
    try checkElsewhere(person, during: during)
    return "\(try name(person)) \(Self.words(found.relation, found.during)) → "
      + Self.words(relation, during)
  }

  private static func words(_ relation: Relation, _ during: Period) -> String {
    "\(relation.rawValue) from \(during.from)" + (during.to.map { " to \($0)" } ?? "")
  }

  /// Memberships that began with the arrival begin with the arrival as it is known now; nobody
  /// belongs to the family before it, or before being born.
  mutating func moveStart(
    from old: LocalDate?, to new: LocalDate?, _ registered: LocalDate
  ) throws(Failure) {
    let (before, start) = (min(old ?? registered, registered), min(new ?? registered, registered))
    for row in roll.rows where row.during.from == before || row.during.from < start {
      let birth = try record(of: row.person).birthDate?.exact
      let from = max(start, birth ?? start)
      guard from != row.during.from else { continue }
      guard let during = Period(from: from, to: row.during.to) else {
        throw Failure(
          .dateOrder,
          "\(row.person) belonged to \(family) until "
            + "\(row.during.to.map(\.description) ?? ""), before an arrival on \(start)")
      }
      try checkElsewhere(row.person, during: during)
      roll.correct(row, relation: row.relation, during: during, reason: ground.reason)
    }
  }
}

extension Failure {
  static var nothingToCorrect: Failure {
    Failure(
      .usage, "nothing is corrected", hint: "name at least one field with what is known now")
  }

  static func held(_ field: IntakeField, _ text: String?) -> Failure {
    Failure(.factHeld, "\(field.name) is held as \(text.map { "“\($0)”" } ?? "not known") already")
  }

  /// The first problem's code, and all of them in words.
  static func problems(_ problems: [IntakeProblem]) -> Failure {
    let lines = problems.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }
    return Failure(
      problems.first?.code ?? .inputMalformed, lines.joined(separator: "; "),
      hint: "nothing was saved")
  }
}
