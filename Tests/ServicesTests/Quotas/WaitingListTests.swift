import Domain
import Services
import Storage
import TestSupport
import Testing

/// Who waits, in which order, and who is served when places come free.
@Suite("The waiting list")
struct WaitingListTests {
  /// West Kazakhstan with so many places; families of 3, 2 and 1 people, registered in that order.
  private static func register(places: Int64) throws -> (TestRegister, [Number<Family>]) {
    let register = try TestRegister(on: "2026-05-01")
    try register.order("cut", from: "2026-02-01", [("KZ-27", places)])
    var families: [Number<Family>] = []
    for (reference, count) in [("A-1", 3), ("A-2", 2), ("A-3", 1)] {
      families.append(
        try register.register(Samples.family(reference, count: count, region: "KZ-27")))
    }
    return (register, families)
  }

  private static func queue(_ register: TestRegister, _ kind: QuotaKind = .kandas) throws
    -> [WaitingQueue.Line]
  {
    try register.answer(WaitingQueue(kind: kind, year: 2026)).lines
  }

  @Test func `families wait from their registration, and each is told whether places reach it`()
    throws
  {
    let (register, families) = try Self.register(places: 4)
    let lines = try Self.queue(register)
    #expect(lines.map(\.waiting.family) == families)
    #expect(lines.map(\.waiting.people) == [3, 2, 1])
    #expect(lines.map(\.position) == [1, 2, 3])
    // 3 of 4; 2 do not fit into the one that is left; 1 does.
    #expect(lines.map(\.fits) == [true, false, true])
  }

  @Test func `an earlier application on paper goes before, and a priority before that`() throws {
    let (register, families) = try Self.register(places: 4)
    let paper = try register.perform(
      ApplyForPlaces(family: families[2], on: .day("2026-04-20")))
    #expect(paper.position == 1 && paper.families == 3 && paper.peopleBefore == 0)
    let skilled = try register.perform(
      ApplyForPlaces(family: families[1], priority: "skilled", reason: "a doctor"))
    #expect(skilled.position == 1 && skilled.waiting?.appliedOn == .day("2026-05-01"))
    #expect(
      try Self.queue(register).map(\.waiting.family) == [families[1], families[2], families[0]])
    // Without its priority it has its old turn again.
    let plain = try register.perform(ApplyForPlaces(family: families[1]))
    #expect(plain.position == 3 && plain.peopleBefore == 4)
    #expect(try register.breaches() == [])
  }

  @Test func `a priority needs a reason and must be in force`() throws {
    let (register, families) = try Self.register(places: 4)
    #expect(
      refusal { try register.perform(ApplyForPlaces(family: families[0], priority: "skilled")) }
        == .fieldRequired)
    let past = failure {
      try register.perform(
        ApplyForPlaces(family: families[0], priority: "in-need", reason: "poor"))
    }
    #expect(past?.code == .fieldValue)
    #expect(past?.hint == "those that are: skilled")
    let toCome = ApplyForPlaces(family: families[0], on: .day("2026-05-02"))
    #expect(refusal { try register.perform(toCome) } == .dateOrder)
  }

  @Test func `who withdraws waits no more, and applies again from that day on`() throws {
    let (register, families) = try Self.register(places: 6)
    let gone = try register.perform(
      WithdrawApplication(family: families[0], reason: "stays in Mongolia"))
    #expect(gone.waiting == nil)
    #expect(
      refusal { try register.perform(WithdrawApplication(family: families[0], reason: "again")) }
        == .applicationNotFound)
    #expect(try Self.queue(register).map(\.waiting.family) == [families[1], families[2]])
    try register.move(to: "2026-06-01")
    let again = try register.perform(ApplyForPlaces(family: families[0]))
    #expect(again.position == 3 && again.waiting?.appliedOn == .day("2026-06-01"))
    #expect(try register.breaches() == [])
  }

  @Test func `settlers wait in a list of their own`() throws {
    let (register, families) = try Self.register(places: 6)
    try register.perform(ApplyForPlaces(family: families[0], kind: .settlers))
    #expect(try Self.queue(register).map(\.waiting.family) == [families[1], families[2]])
    #expect(try Self.queue(register, .settlers).map(\.waiting.family) == [families[0]])
  }

  @Test func `a family with places does not apply`() throws {
    let (register, families) = try Self.register(places: 6)
    try register.include(families[0])
    #expect(refusal { try register.perform(ApplyForPlaces(family: families[0])) } == .placeHeld)
    #expect(try Self.queue(register).map(\.waiting.family) == [families[1], families[2]])
  }

  @Test func `places that come free go to those who are next`() throws {
    let (register, families) = try Self.register(places: 3)
    let held = try register.include(families[0])
    let promote = IncludeWaiting(kind: .kandas, year: 2026, expiresOn: .day("2026-06-01"))
    let none = try register.office.run(promote, as: TestRegister.administrator)
    #expect(
      none.done.isEmpty && none.refused.map(\.failure.code) == [.quotaExhausted, .quotaExhausted])
    try register.perform(ReleaseInclusion(inclusion: held.number, reason: "did not come"))
    try register.perform(WithdrawApplication(family: families[0], reason: "did not come"))
    let summary = try register.office.run(promote, as: TestRegister.administrator)
    #expect(summary.done.count == 2 && summary.refused.isEmpty)
    let line = try register.line("KZ-27")
    #expect(line.reserved == 3 && line.used == 0 && line.free == 0)
    // Nobody confirms them: their term runs out, and the places are free for the next.
    try register.move(to: "2026-06-01")
    let late = try register.register(Samples.family("A-4", count: 3, region: "KZ-27"))
    #expect(try register.include(late).step == .reserved)
    #expect(try Self.queue(register).map(\.waiting.family) == [families[1], families[2]])
    #expect(try register.breaches() == [])
  }

  @Test func `in turn, a family that does not fit holds back those behind it`() throws {
    let (register, families) = try Self.register(places: 2)
    let inTurn = IncludeWaiting(kind: .kandas, year: 2026, isInTurn: true)
    let held = try register.office.run(inTurn, as: TestRegister.administrator)
    #expect(held.done.isEmpty && held.refused.count == 3)
    let passing = IncludeWaiting(kind: .kandas, year: 2026)
    let passed = try register.office.run(passing, as: TestRegister.administrator)
    #expect(passed.refused.map(\.family) == [families[0], families[2]])
    #expect(passed.done.count == 1)
  }
}

extension LocalDate {
  fileprivate static func day(_ text: String) -> LocalDate {
    LocalDate(iso: text) ?? LocalDate(dayNumber: 0)
  }
}
