import Domain
import Services
import Storage
import TestSupport
import Testing

/// What is held of an employer on a day, and as it was known at a time.
@Suite struct EmployerHistoryTests {
  static let employer = EmployerReference.identifier("190740000011")

  static func register() throws -> TestRegister {
    let register = try TestRegister(on: "2026-05-01", isDurable: false)
    try register.perform(
      RegisterEmployer(
        identifier: "190740000011", title: "Сарыарқа", region: "KZ-55", section: "F",
        form: .company, size: .small))
    return register
  }

  static func count(_ day: String, _ citizens: Int, _ foreigners: Int, reason: String? = nil)
    throws -> CountStaff
  {
    CountStaff(
      employer: employer, asOf: try #require(LocalDate(iso: day)),
      lines: [
        StaffLine(category: 3, citizenship: "KAZ", people: citizens),
        StaffLine(category: 3, citizenship: "CHN", people: foreigners),
      ], reason: reason)
  }

  static func shown(_ register: TestRegister, on day: String? = nil, knownAt: String? = nil) throws
    -> EmployerDossier
  {
    try register.answer(
      ShowEmployer(
        employer, on: try TestRegister.day(day), knownAt: knownAt.flatMap { Instant(iso: $0) }))
  }

  @Test func `the staff of a day is the latest count up to it`() throws {
    let register = try Self.register()
    try register.move(to: "2026-07-01")
    try register.perform(try Self.count("2026-06-15", 9, 1))
    try register.perform(try Self.count("2026-05-10", 5, 5))
    let expected: [(day: String, citizens: Int?)] = [
      ("2026-05-09", nil), ("2026-05-10", 5), ("2026-06-14", 5), ("2026-06-15", 9),
      ("2026-07-01", 9),
    ]
    for (day, citizens) in expected {
      #expect(try Self.shown(register, on: day).staff?.citizens(in: [3]) == citizens, "\(day)")
    }
  }

  @Test func `a count that was wrong is known as it was known then`() throws {
    let register = try Self.register()
    try register.perform(try Self.count("2026-05-01", 9, 1))
    try register.move(to: "2026-05-20")
    try register.perform(try Self.count("2026-05-01", 8, 4, reason: "read again"))
    #expect(try Self.shown(register).staff?.foreigners(in: [3]) == 4)
    #expect(try Self.shown(register).staff?.total == 12)
    #expect(try Self.shown(register, knownAt: "2026-05-19").staff?.foreigners(in: [3]) == 1)
    #expect(try register.breaches() == [])
  }

  @Test func `what was corrected is known as it was known then`() throws {
    let register = try Self.register()
    try register.move(to: "2026-05-20")
    try register.perform(
      CorrectEmployer(
        employer: Self.employer, title: "Сарыарқа Құрылыс", region: "550000000", size: .medium,
        reason: "certificate 7"))
    let now = try Self.shown(register).record
    #expect([now.name, now.region, now.section] == ["Сарыарқа Құрылыс", "KZ-55", "F"])
    #expect(now.size == .medium)
    let then = try Self.shown(register, knownAt: "2026-05-19").record
    #expect([then.name, then.section] == ["Сарыарқа", "F"])
    #expect(then.size == .small)
    #expect(then.number == now.number)
    #expect(
      refusal { try Self.shown(register, knownAt: "2026-04-30") } == .employerNotFound)
  }

  @Test func `a violation that was taken back does not count, and may be entered again`() throws {
    let register = try Self.register()
    let found = RecordViolation(
      employer: Self.employer, violationGround: .illegalHire,
      foundOn: try #require(LocalDate(iso: "2026-04-20")), document: "ruling 31")
    let entered = try register.perform(found).violations
    #expect(entered.map(\.foundOn) == [found.foundOn])
    #expect(refusal { try register.perform(found) } == .factHeld)
    let other = try register.perform(
      RegisterEmployer(
        identifier: "850615300012", title: "Ерлан", region: "KZ-10", form: .entrepreneur))
    func annul(_ employer: EmployerReference) -> AnnulViolation {
      AnnulViolation(employer: employer, violation: entered[0].id, reason: "set aside")
    }
    #expect(
      refusal { try register.perform(annul(.number(other.record.number))) } == .violationNotFound)
    #expect(try register.perform(annul(Self.employer)).violations == [])
    #expect(refusal { try register.perform(annul(Self.employer)) } == .violationNotFound)
    #expect(try register.perform(found).violations.count == 1)
    #expect(try Self.shown(register, on: "2026-04-19").violations == [])
  }

  static let refused: [(lines: [StaffLine], code: Code)] = [
    ([], .fieldRequired),
    ([StaffLine(category: 5, citizenship: "KAZ", people: 1)], .fieldValue),
    ([StaffLine(category: -1, citizenship: "KAZ", people: 1)], .fieldValue),
    ([StaffLine(category: 1, citizenship: "KAZ", people: -1)], .fieldValue),
    ([StaffLine(category: 1, citizenship: "KAZ", people: .max)], .fieldValue),
    ([StaffLine(category: 1, citizenship: "KZ", people: 1)], .countryUnknown),
    (
      [
        StaffLine(category: 1, citizenship: "KAZ", people: 1),
        StaffLine(category: 1, citizenship: "kaz", people: 2),
      ], .fieldValue
    ),
  ]

  @Test func `a count that cannot be is refused, and nothing is written`() throws {
    let register = try Self.register()
    let before = try register.contents()
    let day = try #require(LocalDate(iso: "2026-05-01"))
    for (lines, code) in Self.refused {
      let useCase = CountStaff(employer: Self.employer, asOf: day, lines: lines)
      #expect(refusal { try register.perform(useCase) } == code, "\(lines)")
    }
    let late = CountStaff(
      employer: Self.employer, asOf: day.adding(days: 1),
      lines: [StaffLine(category: 1, citizenship: "KAZ", people: 1)])
    #expect(refusal { try register.perform(late) } == .dateOrder)
    #expect(try register.contents() == before)
  }
}
