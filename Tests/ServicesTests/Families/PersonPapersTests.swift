import Domain
import Services
import Storage
import TestSupport
import Testing

/// Names and documents of a person, and the numbers under which they stand.
@Suite struct PersonPapersTests {
  static let ground = Ground(reason: "new passport", document: "passport E1")
  static let (head, spouse) = (
    Number<Person>(year: 2026, serial: 1), Number<Person>(year: 2026, serial: 2)
  )

  static func register() throws -> TestRegister {
    let register = try TestRegister(on: "2026-05-01")
    try register.register(Samples.family("A-1", count: 2))
    return register
  }

  @Test func `a name is added as the paper writes it, and is found`() throws {
    let register = try Self.register()
    let name = PersonName(script: .latin, familyName: "QASYM", givenName: "YERLAN")
    let dossier = try register.perform(AddName(person: Self.head, name: name, ground: Self.ground))
    #expect(dossier.names.map(\.display) == ["Қасымов Ерлан", "KASYMOV", "QASYM YERLAN"])
    #expect(dossier.names.map(\.paper) == [nil, nil, "passport E1"])
    #expect(try register.answer(FindFamilies(text: "qasym")).map(\.person.number) == [Self.head])
    let refused: [(name: PersonName, code: Code)] = [
      (name, .factHeld), (PersonName(script: .latin), .personNoName),
      (PersonName(script: .latin, givenName: ""), .fieldValue),
      (PersonName(script: .latin, givenName: String(repeating: "a", count: 201)), .fieldTooLong),
    ]
    for (name, code) in refused {
      let useCase = AddName(person: Self.head, name: name, ground: Self.ground)
      #expect(refusal { try register.perform(useCase) } == code)
    }
    let unfounded = AddName(
      person: Self.head, name: PersonName(script: .latin, givenName: "YERLAN"),
      ground: Ground(reason: "told"))
    #expect(refusal { try register.perform(unfounded) } == .fieldRequired)
    let before = ShowPerson(person: Self.head, knownAt: Instant(iso: "2026-04-30"))
    #expect(refusal { try register.answer(before) } == .personNotFound)
  }

  static func passport(_ number: String, _ issued: String?, _ expires: String?) -> IdentityDocument
  {
    IdentityDocument(
      type: "passport", number: number, issuer: "MNG",
      expires: expires.flatMap { LocalDate(iso: $0) }, issued: issued.flatMap { LocalDate(iso: $0) }
    )
  }

  @Test func `documents stand with their days and with whoever else has them`() throws {
    let register = try Self.register()
    let document = Self.passport("NA-1", "2021-01-01", "2031-01-31")
    let dossier = try register.perform(
      AddDocument(person: Self.spouse, document: document, ground: Self.ground))
    #expect(dossier.papers.map(\.document) == [document])
    #expect(dossier.papers.map(\.others) == [[Self.head]])
    let other = IdentityDocument(type: "passport", number: "NA-1", issuer: "CHN")
    let second = try register.perform(
      AddDocument(person: Self.spouse, document: other, ground: Self.ground))
    // The same number of another state is another document.
    #expect(second.papers.map(\.others) == [[Self.head], []])
    let refused: [(document: IdentityDocument, code: Code)] = [
      (document, .factHeld), (Self.passport("B", "2026-02-02", "2026-02-01"), .dateOrder),
      (Self.passport("B", "2026-05-02", nil), .dateOrder),
      (Self.passport("", nil, nil), .fieldValue),
      (IdentityDocument(type: "passport", number: "B", issuer: "mng"), .countryUnknown),
      (IdentityDocument(type: "", number: "B"), .fieldValue),
    ]
    for (document, code) in refused {
      let useCase = AddDocument(person: Self.spouse, document: document, ground: Self.ground)
      #expect(refusal { try register.perform(useCase) } == code, "\(document)")
    }
  }

  /// On 2026-05-10 the spouse's number is found to be the head's.
  @Test func `a number that was merged shows whose it is, as known at a moment`() throws {
    let register = try Self.register()
    try register.perform(
      RecordFact(person: Self.spouse, kind: .language, value: "mon", ground: Self.ground))
    try register.move(to: "2026-05-10")
    let entry = ActEntry(
      at: register.clock.now, today: register.office.facts.today, user: "tester", action: "test")
    try register.database.write { (transaction) throws(Failure) in
      try ActTable.begin(in: transaction)
      try PersonLinkTable.insert(Self.spouse, into: Self.head, reason: "one", in: transaction)
      try ActTable.finish(entry, in: transaction)
    }
    let now = try register.answer(ShowPerson(person: Self.spouse))
    #expect(now.asked == Self.spouse)
    #expect(now.record.number == Self.head)
    #expect(now.merged == [Self.spouse])
    #expect(now.names.map(\.display) == ["Қасымов Ерлан", "KASYMOV", "Қасымов Айгүл"])
    #expect(now.held(.language).map(\.value) == ["mon"])
    #expect(now.memberships.map(\.relation) == [.head, .spouse])
    let then = try register.answer(
      ShowPerson(person: Self.spouse, knownAt: Instant(iso: "2026-05-09")))
    #expect(then.record.number == Self.spouse)
    #expect(then.merged == [])
    // What is recorded under the old number is recorded of the person.
    let fact = RecordFact(person: Self.spouse, kind: .language, value: "kaz", ground: Self.ground)
    #expect(try register.perform(fact).record.number == Self.head)
    let again = RecordFact(person: Self.head, kind: .language, value: "mon", ground: Self.ground)
    #expect(refusal { try register.perform(again) } == .factHeld)
  }

  @Test func `who has no birth date has no age`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let rows = Samples.family("A-1", count: 2).with(.birthDate, "").with(.birthDate, "2008", at: 1)
    try register.register(rows)
    #expect(try register.answer(ShowPerson(person: Self.head)).age == nil)
    let child = try register.answer(ShowPerson(person: Self.spouse)).age
    #expect(child?.description == "17 or 18")
    #expect(child?.isAdult == nil)
  }
}
