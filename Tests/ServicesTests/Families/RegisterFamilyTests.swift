import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct RegisterFamilyTests {
  @Test func `a family is told back as it was given`() throws {
    let register = try TestRegister()
    let rows = Samples.family("A-1").with(.iin, "850615300012")
    let dossier = try register.perform(RegisterFamily(form: register.office.form(rows)))
    #expect("\(dossier.family.number)".hasPrefix("F-2026-000001-"))
    #expect(dossier.family.registeredOn == LocalDate(iso: "2026-05-01"))
    #expect(dossier.family.originCountry == "MNG")
    #expect(dossier.family.originPlace == "Өлгий")
    #expect(dossier.family.destinationRegion == "KZ-55")
    #expect(dossier.members.map(\.membership.relation) == [.head, .spouse, .son])
    #expect(dossier.members.map(\.display) == ["Қасымов Ерлан", "Қасымов Айгүл", "Қасымов Нұрлан"])
    let head = try #require(dossier.members.first)
    #expect(head.record.iin == "850615300012")
    #expect(head.names.map(\.script) == [.cyrillic, .latin])
    #expect(head.documents.map(\.number) == ["NA-1"])
    #expect(dossier.inclusions == [])
    #expect(dossier.grants == [])
  }

  @Test func `numbers of a year follow one another`() throws {
    let register = try TestRegister(on: "2026-12-31")
    let numbers = try [
      register.register(Samples.family("A-1")), register.register(Samples.family("A-2")),
    ]
    #expect(numbers.map(\.serial) == [1, 2])
    try register.move(to: "2027-01-02")
    #expect(try register.register(Samples.family("A-3")) == Number(year: 2027, serial: 1))
    try register.move(to: "2026-12-31")
    #expect(try register.register(Samples.family("A-4")) == Number(year: 2026, serial: 3))
    #expect(try register.contents().problems == [])
  }

  struct Start: Sendable {
    let birth: String
    let arrival: String
    let from: String
  }

  /// Registered on 2026-05-01.
  static let starts: [Start] = [
    Start(birth: "1987-03-12", arrival: "2026-03-10", from: "2026-03-10"),
    Start(birth: "1987-03-12", arrival: "2026-05-01", from: "2026-05-01"),
    // An arrival still to come does not take the family out of the register.
    Start(birth: "1987-03-12", arrival: "2026-07-01", from: "2026-05-01"),
    Start(birth: "1987-03-12", arrival: "", from: "2026-05-01"),
    // A child born here belongs to the family from its birth.
    Start(birth: "2026-04-20", arrival: "2026-03-10", from: "2026-04-20"),
    Start(birth: "2026-05-01", arrival: "2026-03-10", from: "2026-05-01"),
    // A birth of which only the month or year is known does not decide.
    Start(birth: "2026-04", arrival: "2026-03-10", from: "2026-03-10"),
    Start(birth: "2026", arrival: "2026-03-10", from: "2026-03-10"),
    Start(birth: "", arrival: "2026-03-10", from: "2026-03-10"),
  ]

  @Test(arguments: starts) func `a member belongs from arrival, registration or birth`(
    _ start: Start
  ) throws {
    let register = try TestRegister()
    let rows = Samples.family("A-1", arrival: start.arrival).with(.birthDate, start.birth, at: 2)
    let dossier = try register.perform(RegisterFamily(form: register.office.form(rows)))
    let child = try #require(dossier.members.last)
    #expect("\(child.membership.from)" == start.from)
    #expect(child.membership.to == nil)
  }

  @Test func `an IIN belongs to one person`() throws {
    let register = try TestRegister()
    try register.register(Samples.family("A-1").with(.iin, "850615300012"))
    let before = try register.contents()
    let again = Samples.family("A-2").with(.iin, "850615300012", at: 1)
    #expect(refusal { try register.register(again) } == .iinTaken)
    #expect(try register.contents() == before)
    #expect(refusal { try register.register(again.with(.iin, "870312400032", at: 1)) } == nil)
  }

  static let problems: [(field: IntakeField, text: String, index: Int, code: Code)] = [
    (.iin, "850615300013", 0, .iinInvalid), (.birthDate, "2026-02-30", 1, .dateInvalid),
    (.relation, "head", 1, .familyTwoHeads), (.relation, "other", 0, .familyNoHead),
    (.destinationRegion, "KZ-99", 0, .regionUnknown), (.sex, "", 2, .fieldRequired),
  ]

  @Test(arguments: problems) func `a form that is wrong is not registered`(
    field: IntakeField, text: String, index: Int, code: Code
  ) throws {
    let register = try TestRegister()
    let rows = Samples.family("A-1").with(field, text, at: index)
    #expect(refusal { try register.register(rows) } == code)
    #expect(try register.integer("SELECT count(*) FROM family") == 0)
  }
}
