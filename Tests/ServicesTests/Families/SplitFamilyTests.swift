import Domain
import Services
import Storage
import TestSupport
import Testing

/// A head (1), a spouse (2), a son (3), a daughter (4) and the head's mother (5).
@Suite struct SplitFamilyTests {
  /// Five confirmed places and five times 302,750 tenge; it is 10 May 2026.
  static func stocked(granted: Bool = true) throws -> (TestRegister, Number<Family>) {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1", count: 5))
    try register.include(family, protocolNumber: "12")
    if granted { try register.perform(GrantAllowance(family: family, kind: .relocation)) }
    try register.move(to: "2026-05-10")
    return (register, family)
  }

  @Test func `members, places and money go with those who leave`() throws {
    let (register, old) = try Self.stocked()
    let before = try register.line("KZ-55")
    let new = try register.split(old, [2, 4])
    #expect(try register.roll(old) == [1: .head, 3: .son, 5: .mother])
    #expect(try register.roll(new) == [2: .head, 4: .daughter])
    #expect(try register.places(old) == [3])
    #expect(try register.places(new) == [2])
    #expect(try register.due(old) == 908_250)
    #expect(try register.due(new) == 605_500)
    #expect(try register.line("KZ-55") == before)
    let (first, second) = (try register.dossier(old), try register.dossier(new))
    #expect(second.family.originCountry == "MNG" && second.family.destinationRegion == "KZ-55")
    #expect(second.family.arrivalDate == first.family.arrivalDate)
    #expect(second.family.registeredOn == LocalDate(iso: "2026-05-10"))
    let inclusion = try #require(second.inclusions.first)
    #expect(inclusion.step == .confirmed && inclusion.protocolNumber == "12")
    #expect(inclusion.stepOn == LocalDate(iso: "2026-05-01"))
    // The count that was decided on stays as it was.
    #expect(first.inclusions.map(\.places) == [5])
    #expect(first.grants.map(\.people) == [5])
    #expect(try register.breaches() == [])
  }

  /// On 10 May, of a split that counts from 5 May: who belongs to the old and to the new family.
  static let readings: [(on: String, knownAt: String?, old: [Int], new: [Int]?)] = [
    ("2026-05-04", nil, [1, 2, 3, 4, 5], []),
    ("2026-05-05", nil, [1, 3, 5], [2, 4]),
    ("2030-01-01", nil, [1, 3, 5], [2, 4]),
    ("2026-05-05", "2026-05-09", [1, 2, 3, 4, 5], nil),
    ("2026-05-05", "2026-05-10T04:00", [1, 3, 5], [2, 4]),
    ("2026-05-05", "2026-05-10T03:59", [1, 2, 3, 4, 5], nil),
    ("2026-03-09", nil, [], []),
  ]

  @Test func `what was true and what was known of a split`() throws {
    let (register, old) = try Self.stocked()
    let new = try register.split(old, [2, 4], on: "2026-05-05")
    for (on, knownAt, inOld, inNew) in Self.readings {
      let found = try register.roll(old, on: on, knownAt: knownAt).keys.sorted()
      #expect(found == inOld, "on \(on), known at \(knownAt ?? "now")")
      let other = try? register.roll(new, on: on, knownAt: knownAt).keys.sorted()
      #expect(other == inNew, "on \(on), known at \(knownAt ?? "now")")
    }
    let known = "2026-05-09"
    #expect(try register.places(old, knownAt: known) == [5])
    #expect(try register.due(old, knownAt: known) == 1_513_750)
    #expect(refusal { try register.dossier(new, knownAt: known) } == .familyNotFound)
  }

  @Test func `the head leaves where another heads those who stay`() throws {
    let (register, old) = try Self.stocked()
    let useCase = try TestRegister.splitting(
      old, [1, 5], newHead: 2, relations: [(5, .grandparent)])
    let new = try #require(try register.perform(useCase).sides.last?.family)
    // The children of a couple stay children; who came with the old head keeps what is stated.
    #expect(try register.roll(old) == [2: .head, 3: .son, 4: .daughter])
    #expect(try register.roll(old, on: "2026-05-09")[2] == .spouse)
    #expect(try register.roll(new) == [1: .head, 5: .grandparent])
    #expect(try register.due(old) == 908_250)
    #expect(try register.breaches() == [])
  }

  static let refused: [(case: @Sendable () throws -> SplitFamily, code: Code)] = [
    ({ try TestRegister.splitting(family, [2], reason: " ") }, .fieldRequired),
    ({ try TestRegister.splitting(family, [2], on: "2026-05-11") }, .dateOrder),
    ({ try TestRegister.splitting(family, [], head: 2) }, .familyMember),
    ({ try TestRegister.splitting(family, [2, 2]) }, .familyMember),
    ({ try TestRegister.splitting(family, [9]) }, .familyMember),
    ({ try TestRegister.splitting(family, [2], on: "2026-03-09") }, .familyMember),
    ({ try TestRegister.splitting(family, [2], relations: [(9, .son)]) }, .familyMember),
    ({ try TestRegister.splitting(family, [2, 1, 3, 4, 5]) }, .familySplit),
    ({ try TestRegister.splitting(family, [2], head: 3) }, .familySplit),
    ({ try TestRegister.splitting(family, [1]) }, .familySplit),
    ({ try TestRegister.splitting(family, [1, 2], newHead: 2) }, .familySplit),
    ({ try TestRegister.splitting(family, [2], newHead: 3) }, .familySplit),
    ({ try TestRegister.splitting(family, [2, 4], relations: [(4, .head)]) }, .familyTwoHeads),
    ({ try TestRegister.splitting(Number(year: 2026, serial: 7), [2]) }, .familyNotFound),
  ]

  private static let family = Number<Family>(year: 2026, serial: 1)

  @Test func `each split that breaks a rule is refused, and leaves nothing`() throws {
    let (register, _) = try Self.stocked()
    let before = try register.contents()
    for (index, (make, code)) in Self.refused.enumerated() {
      #expect(refusal { try register.perform(make()) } == code, "case \(index)")
    }
    #expect(try register.contents() == before)
  }

  @Test func `nobody splits a family on a day before what was recorded later`() throws {
    let (register, old) = try Self.stocked()
    try register.split(old, [1], newHead: 2, on: "2026-05-08")
    #expect(refusal { try register.split(old, [3], on: "2026-05-07") } == nil)
    #expect(refusal { try register.split(old, [2], on: "2026-05-06") } == .dateOrder)
  }

  @Test func `who was counted once is not counted again, in either family`() throws {
    let (register, old) = try Self.stocked()
    let new = try register.split(old, [2, 4])
    for family in [old, new] {
      #expect(refusal { try register.include(family) } == .placeHeld)
      let grant = GrantAllowance(family: family, kind: .relocation)
      #expect(refusal { try register.perform(grant) } == .allowanceGranted)
    }
    let work = GrantWaiting(allowance: .relocation, quota: .kandas, year: 2026)
    let summary = try register.office.run(work, as: "tester")
    #expect(summary.done.isEmpty && summary.refused.isEmpty)
  }

  @Test func `what is granted after a split is granted to each family`() throws {
    let (register, old) = try Self.stocked(granted: false)
    let new = try register.split(old, [2, 4])
    let work = GrantWaiting(allowance: .relocation, quota: .kandas, year: 2026)
    #expect(try register.office.run(work, as: "tester").done.count == 2)
    #expect(try register.due(old) == 908_250)
    #expect(try register.due(new) == 605_500)
  }

  @Test func `the old family keeps its turn, the new one waits in its own`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let old = try register.register(Samples.family("A-1", count: 3))
    let other = try register.register(Samples.family("A-2", count: 1))
    let new = try register.split(old, [3])
    let work = IncludeWaiting(kind: .kandas, year: 2026, protocolNumber: "12")
    let done = try register.office.run(work, as: "tester").done
    var families: [Number<Family>] = []
    for family in [old, other, new] {
      families += try register.dossier(family).inclusions.filter { done.contains($0.number) }
        .map(\.family)
    }
    #expect(families == [old, other, new])
    #expect(done == done.sorted() && done.count == 3)
    #expect(try register.dossier(new).inclusions.first?.number == done.last)
  }

  /// A family of four with the one place of a family of 2007, and the sums of the 1997 law.
  static func stocked2007() throws -> (TestRegister, Number<Family>) {
    let register = try TestRegister(on: "2007-12-20")
    let rows = Samples.family("A-1", count: 4, arrival: "2007-03-10").with(.documentExpires, "")
      .with(.birthDate, "2001-05-02", at: 2).with(.birthDate, "2003-11-30", at: 3)
    let family = try register.register(rows)
    try register.include(family, protocolNumber: "12")
    try register.perform(GrantAllowance(family: family, kind: .tariff1997))
    return (register, family)
  }

  @Test func `a place of a whole family stays, and so does what the head was granted`() throws {
    let (register, old) = try Self.stocked2007()
    let before = try register.line("KZ-55")
    #expect(before.used == 1)
    let new = try register.split(old, [2, 4], year: 2007)
    #expect(try register.line("KZ-55") == before)
    #expect(try register.places(old) == [1])
    #expect(try register.dossier(old).inclusions.map(\.currentPeople) == [2])
    #expect(try register.places(new) == [])
    // 4 × 100 + 15 + 3 × 10 + 4 × 10 + 50 = 535 MCI of 1,092 tenge.
    #expect(try register.due(old) == 584_220)
    #expect(try register.due(new) == 0)
    // They have given up their share, and are included anew.
    try register.include(new, protocolNumber: "13")
    #expect(try register.line("KZ-55").used == 2)
    #expect(try register.breaches() == [])
  }

  @Test func `what the head was granted leaves with the head`() throws {
    let (register, old) = try Self.stocked2007()
    let new = try register.split(old, [1], newHead: 2, year: 2007)
    #expect(try register.due(old) == 0)
    #expect(try register.due(new) == 584_220)
    let dossier = try #require(try register.answer(ExplainAllowance(.family(new))).first)
    #expect(dossier.grant.family == old)
    #expect(dossier.division?.value == .head)
    #expect(dossier.division?.citation.standing == .unconfirmed)
    #expect(dossier.shares == [GrantShare(family: new, people: 4, amount: dossier.grant.amount)])
    #expect(try register.breaches() == [])
  }
}
