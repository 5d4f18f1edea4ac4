package import Domain
package import Services

/// A family of five, registered on 2026-03-12 after its arrival on 2026-03-10, to whom something
/// happens: persons 1 to 5 are head, spouse, son (2012), daughter (2014) and mother (1958).
package struct ActRegister {
  package let register: TestRegister
  package let family: Number<Family>

  package init(count: Int = 5, rows: ([IntakeRow]) -> [IntakeRow] = { $0 }) throws(Failure) {
    register = try TestRegister(on: "2026-03-12")
    family = try register.register(rows(Samples.family("A-1", count: count)))
  }

  package static func person(_ serial: Int) -> Number<Person> {
    Number(year: 2026, serial: serial)
  }

  /// A day; today where there is none.
  package static func ground(_ on: String? = nil, reason: String = "as the paper says")
    throws(Failure) -> Ground
  {
    Ground(on: try TestRegister.day(on), reason: reason, document: "certificate 1")
  }

  /// A person of a form, with no more than a name and a sex where nothing else is said.
  package func form(_ name: String, _ sex: Sex, born: String = "", iin: String = "")
    throws(Failure) -> MemberForm
  {
    var row = IntakeRow(line: 0)
    row[.relation] = Relation.head.rawValue
    row[.givenName] = name
    row[.sex] = sex.rawValue
    row[.birthDate] = born
    row[.iin] = iin
    return try register.office.form([row]).members[0]
  }

  package func shown(on: String? = nil, knownAt: String? = nil) throws(Failure)
    -> FamilyDossier
  {
    try register.answer(
      ShowFamily(
        family: family, on: TestRegister.day(on), knownAt: knownAt.flatMap { Instant(iso: $0) }))
  }

  /// `1 head, 2 spouse`: who belongs on a day, as known at a moment, by number.
  package func members(on: String? = nil, knownAt: String? = nil) throws(Failure) -> String {
    try shown(on: on, knownAt: knownAt).members.map(\.membership)
      .sorted { $0.person < $1.person }
      .map { "\($0.person.serial) \($0.relation.rawValue)" }.joined(separator: ", ")
  }
}
