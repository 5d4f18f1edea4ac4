import Domain
import Services
import Storage
import TestSupport
import Testing

/// What becomes of places, move by move, as a table would tell it.
@Suite struct PlaceTruthTests {
  /// West Kazakhstan with so many places, on 1 May 2026.
  static func register(places: Int64) throws -> TestRegister {
    let register = try TestRegister(on: "2026-05-01")
    try register.order("cut", from: "2026-02-01", [("KZ-27", places)])
    return register
  }

  /// Allotted, reserved, used, free.
  static func line(_ register: TestRegister) throws -> [Int64?] {
    let line = try register.line("KZ-27")
    return [line.allotted, line.reserved, line.used, line.free]
  }

  @Test func `reserve 5; the same key again is the same reservation`() throws {
    let register = try Self.register(places: 7)
    let family = try register.register(Samples.family("A-1", count: 5, region: "KZ-27"))
    let useCase = IncludeFamily(family: family, kind: .kandas, year: 2026, region: nil)
    let first = try register.office.perform(useCase, as: "tester", key: "k-1")
    #expect(first.places == 5 && first.step == .reserved)
    let again = try register.office.perform(useCase, as: "tester", key: "k-1")
    #expect(again.number == first.number)
    // Without the key it is another request for the same people.
    #expect(refusal { try register.perform(useCase) } == .placeHeld)
    #expect(try Self.line(register) == [7, 5, 0, 2])
  }

  @Test func `more than is free is refused with the numbers`() throws {
    let register = try Self.register(places: 7)
    try register.include(
      register.register(Samples.family("A-1", count: 5, region: "KZ-27")))
    let family = try register.register(Samples.family("A-2", count: 3, region: "KZ-27"))
    let failure = failure { try register.include(family) }
    #expect(failure?.code == .quotaExhausted)
    #expect(failure?.detail.contains("needs 3 places and 2 are free") == true)
    #expect(try Self.line(register) == [7, 5, 0, 2])
  }

  @Test func `confirm 4 of 5: one place comes back`() throws {
    let register = try Self.register(places: 5)
    let family = try register.register(Samples.family("A-1", count: 5, region: "KZ-27"))
    let inclusion = try register.include(family)
    try register.move(to: "2026-05-10")
    try register.perform(
      RemoveMember(
        family: family, person: .p(5), ground: ActRegister.ground("2026-05-05")))
    let confirmed = try register.perform(
      ConfirmInclusion(inclusion: inclusion.number, protocolNumber: "12"))
    #expect(confirmed.people == 5 && confirmed.places == 5)
    #expect(confirmed.currentPeople == 4 && confirmed.currentPlaces == 4)
    #expect(try Self.line(register) == [5, 0, 4, 1])
    #expect(try register.breaches() == [])
    let single = try register.register(Samples.family("A-2", count: 1, region: "KZ-27"))
    #expect(try register.include(single).step == .reserved)
  }

  @Test func `a family of which nobody is left is not confirmed`() throws {
    let register = try Self.register(places: 5)
    let family = try register.register(Samples.family("A-1", count: 1, region: "KZ-27"))
    let inclusion = try register.include(family)
    try register.move(to: "2026-05-10")
    try register.perform(
      RemoveMember(family: family, person: .p(1), ground: ActRegister.ground("2026-05-05")))
    let confirm = ConfirmInclusion(inclusion: inclusion.number, protocolNumber: "12")
    #expect(refusal { try register.perform(confirm) } == .familyMember)
    #expect(try Self.line(register) == [5, 1, 0, 4])
  }

  @Test func `confirm after the term is refused, and twice is refused`() throws {
    let register = try Self.register(places: 5)
    let family = try register.register(Samples.family("A-1", count: 2, region: "KZ-27"))
    let inclusion = try register.include(family, expires: "2026-05-20").number
    let confirm = ConfirmInclusion(inclusion: inclusion, protocolNumber: "12")
    try register.move(to: "2026-05-20")
    #expect(refusal { try register.perform(confirm) } == .reservationExpired)
    let other = try register.register(Samples.family("A-2", count: 2, region: "KZ-27"))
    let second = ConfirmInclusion(
      inclusion: try register.include(other).number, protocolNumber: "12")
    try register.perform(second)
    #expect(refusal { try register.perform(second) } == .reservationSettled)
    #expect(try Self.line(register) == [5, 0, 2, 3])
  }

  @Test func `what was confirmed is not released but by a protocol`() throws {
    let register = try Self.register(places: 5)
    let family = try register.register(Samples.family("A-1", count: 2, region: "KZ-27"))
    let inclusion = try register.include(family, protocolNumber: "12").number
    let failure = failure {
      try register.perform(ReleaseInclusion(inclusion: inclusion, reason: "left"))
    }
    #expect(failure?.code == .inclusionConfirmed)
    #expect(failure?.detail.contains("confirmed by protocol 12") == true)
    #expect(try Self.line(register) == [5, 0, 2, 3])
    let released = try register.perform(
      ReleaseInclusion(inclusion: inclusion, reason: "left", protocolNumber: "13"))
    #expect(released.step == .released && released.protocolNumber == "13")
    #expect(try Self.line(register) == [5, 0, 0, 5])
  }

  /// Atyrau 2025: 103 places, and a sitting of November that took in 64 families of 103 people.
  @Test func `the Atyrau case`() throws {
    let register = try TestRegister(on: "2025-11-20")
    try register.order("103", from: "2025-07-01", [("KZ-23", 103)])
    var inclusions: [Number<Inclusion>] = []
    // 32 families of one, 25 of two and 7 of three: 32 + 50 + 21.
    for (count, families) in [(1, 32), (2, 25), (3, 7)] {
      for index in 1...families {
        let family = try register.register(
          Samples.family("\(count)-\(index)", count: count, region: "KZ-23"))
        inclusions.append(try register.include(family, protocolNumber: "11").number)
      }
    }
    #expect(inclusions.count == 64)
    let full = try register.line("KZ-23")
    #expect(full == QuotaLine(region: "KZ-23", allotted: 103, reserved: 0, used: 103))
    let next = try register.register(Samples.family("next", count: 1, region: "KZ-23"))
    #expect(refusal { try register.include(next, protocolNumber: "11") } == .quotaExhausted)
    try register.perform(
      ReleaseInclusion(inclusion: inclusions[0], reason: "did not come", protocolNumber: "12"))
    #expect(refusal { try register.include(next, protocolNumber: "12") } == nil)
    #expect(try register.line("KZ-23").used == 103)
  }

  @Test func `one person's place goes back, and the others keep theirs`() throws {
    let register = try Self.register(places: 5)
    let family = try register.register(Samples.family("A-1", count: 3, region: "KZ-27"))
    let inclusion = try register.include(family, protocolNumber: "12").number
    func release(_ people: [Number<Person>], _ number: String?) throws(Failure) -> InclusionRecord {
      try register.perform(
        ReleaseInclusion(
          inclusion: inclusion, people: people, reason: "went back", protocolNumber: number))
    }
    #expect(refusal { try release([.p(2)], nil) } == .inclusionConfirmed)
    #expect(refusal { try release([.p(9)], "13") } == .memberNotFound)
    let left = try release([.p(2), .p(2)], "13")
    #expect(left.step == .confirmed && left.currentPlaces == 2)
    #expect(try Self.line(register) == [5, 0, 2, 3])
    // The last two together are the rest of the inclusion.
    #expect(try release([.p(1), .p(3)], "14").step == .released)
    #expect(try Self.line(register) == [5, 0, 0, 5])
    #expect(try register.breaches() == [])
  }

  @Test func `a child born later takes a place of its own`() throws {
    let register = try Self.register(places: 3)
    let family = try register.register(Samples.family("A-1", count: 2, region: "KZ-27"))
    try register.include(family, protocolNumber: "12")
    func newcomers() throws(Failure) -> InclusionRecord {
      try register.perform(
        IncludeFamily(
          family: family, kind: .kandas, year: 2026, region: nil, protocolNumber: "13",
          who: .newcomers))
    }
    #expect(refusal { try newcomers() } == .familyMember)
    var child = IntakeRow(line: 0)
    child[.relation] = Relation.head.rawValue
    child[.givenName] = "Айша"
    child[.sex] = Sex.female.rawValue
    child[.birthDate] = "2026-04-20"
    try register.perform(
      RecordBirth(
        family: family, child: register.office.form([child]).members[0],
        ground: ActRegister.ground("2026-04-20")))
    // The place of the birth is nobody's until a sitting gives it.
    #expect(try Self.line(register) == [3, 0, 2, 1])
    #expect(try newcomers().places == 1)
    #expect(try Self.line(register) == [3, 0, 3, 0])
    #expect(try register.breaches() == [])
  }

  @Test func `places of a whole family are shared by who comes later`() throws {
    let register = try TestRegister(on: "2007-12-20")
    let family = try register.register(
      Samples.family("A-1", count: 2, arrival: "2007-03-10").with(.documentExpires, ""))
    try register.include(family, protocolNumber: "12")
    let useCase = IncludeFamily(
      family: family, kind: .immigration, year: 2007, region: nil, who: .newcomers)
    #expect(refusal { try register.perform(useCase) } == .familyMember)
  }
}
