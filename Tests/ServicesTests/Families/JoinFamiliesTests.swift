import Domain
import Services
import Storage
import TestSupport
import Testing

/// A family of three (1 to 3) and one of two (4, 5), both with places and an allowance.
@Suite struct JoinFamiliesTests {
  static func stocked(region: String = "KZ-55") throws
    -> (TestRegister, first: Number<Family>, second: Number<Family>)
  {
    let register = try TestRegister(on: "2026-05-01")
    let first = try register.register(Samples.family("A-1", count: 3))
    let second = try register.register(Samples.family("A-2", count: 2, region: region))
    for family in [first, second] {
      try register.include(family, protocolNumber: "12")
      try register.perform(GrantAllowance(family: family, kind: .relocation))
    }
    try register.move(to: "2026-05-10")
    return (register, first, second)
  }

  @Test func `all of the first family go to the second, with places and money`() throws {
    let (register, first, second) = try Self.stocked()
    let before = try register.line("KZ-55")
    try register.join(second, into: first, relations: [(5, .spouse)], on: "2026-05-09")
    #expect(
      try register.roll(first) == [1: .head, 2: .spouse, 3: .son, 4: .other, 5: .spouse])
    #expect(try register.places(first) == [3, 2])
    #expect(try register.places(second) == [])
    #expect(try register.due(first) == 1_513_750)
    #expect(try register.due(second) == 0)
    #expect(try register.line("KZ-55") == before)
    // The number that was given up says where they went, and what was true before.
    let emptied = try register.dossier(second)
    #expect(emptied.ending?.since == LocalDate(iso: "2026-05-09"))
    #expect(emptied.ending?.destinations.map(\.family) == [first])
    #expect(emptied.ending?.destinations.map(\.people) == [2])
    #expect(emptied.inclusions.map(\.isMoved) == [true])
    #expect(emptied.grants.map(\.family) == [second])
    #expect(try register.roll(second, on: "2026-05-08") == [4: .head, 5: .spouse])
    #expect(try register.roll(second, on: "2026-05-09", knownAt: "2026-05-09").count == 2)
    #expect(try register.roll(first, on: "2026-05-09", knownAt: "2026-05-09").count == 3)
    #expect(try register.breaches() == [])
  }

  @Test func `a family that joins on the day on which it came says where its people went`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let host = try register.register(Samples.family("A-1", count: 3))
    let guests = try register.register(Samples.family("A-2", count: 2, arrival: ""))
    try register.join(guests, into: host)
    let emptied = try register.dossier(guests)
    #expect(emptied.members.isEmpty && emptied.ending?.since == LocalDate(iso: "2026-05-01"))
    #expect(emptied.ending?.destinations.map(\.family) == [host])
    #expect(emptied.ending?.destinations.map(\.people) == [2])
    #expect(try register.breaches() == [])
  }

  @Test func `each part of a joined family's places ends by itself`() throws {
    let (register, first, second) = try Self.stocked()
    try register.join(second, into: first)
    let parts = try register.dossier(first).inclusions.map(\.number)
    #expect(parts.count == 2)
    let old = try #require(try register.dossier(second).inclusions.first?.number)
    let empty = ReleaseInclusion(inclusion: old, reason: "left", protocolNumber: "99")
    #expect(refusal { try register.perform(empty) } == .reservationSettled)
    try register.perform(
      ReleaseInclusion(inclusion: parts[1], reason: "left", protocolNumber: "99"))
    #expect(try register.line("KZ-55").used == 3)
    try register.perform(
      ReleaseInclusion(inclusion: parts[0], reason: "left", protocolNumber: "99"))
    #expect(try register.line("KZ-55").used == 0)
    #expect(try register.breaches() == [])
  }

  @Test func `who joined before being counted is counted in the joined family`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let first = try register.register(Samples.family("A-1", count: 3))
    let second = try register.register(Samples.family("A-2", count: 2))
    for family in [first, second] { try register.include(family, protocolNumber: "12") }
    try register.perform(GrantAllowance(family: first, kind: .relocation))
    try register.join(second, into: first)
    let work = GrantWaiting(allowance: .relocation, quota: .kandas, year: 2026)
    #expect(try register.office.run(work, as: "tester").done.count == 1)
    // Nobody of them is the head now, and two others are paid like two children.
    #expect(try register.dossier(first).grants.map(\.people) == [3, 2])
    #expect(try register.due(first) == 908_250 + 605_500)
    #expect(try register.office.run(work, as: "tester").done.isEmpty)
    #expect(try register.breaches() == [])
  }

  @Test func `a part that was divided away comes home`() throws {
    let (register, first, _) = try Self.stocked()
    let new = try register.split(first, [2])
    #expect(try register.due(first) == 605_500)
    try register.join(new, into: first, relations: [(2, .spouse)])
    #expect(try register.due(first) == 908_250)
    #expect(try register.roll(first) == [1: .head, 2: .spouse, 3: .son])
    #expect(try register.places(first) == [2, 1])
    let dossier = try #require(try register.answer(ExplainAllowance(.family(first))).first)
    #expect(dossier.division == nil)
    #expect(try register.breaches() == [])
  }

  @Test func `families whose places lie apart do not join`() throws {
    let (register, first, second) = try Self.stocked(region: "KZ-27")
    let before = try register.contents()
    #expect(refusal { try register.join(second, into: first) } == .familyPlacesApart)
    #expect(try register.contents() == before)
    let places = try #require(try register.dossier(second).inclusions.first?.number)
    try register.perform(ReleaseInclusion(inclusion: places, reason: "moves", protocolNumber: "99"))
    #expect(refusal { try register.join(second, into: first) } == nil)
  }

  @Test func `two places of whole families are not held by one`() throws {
    let register = try TestRegister(on: "2007-12-20")
    var families: [Number<Family>] = []
    for reference in ["A-1", "A-2"] {
      let rows = Samples.family(reference, count: 2, arrival: "2007-03-10")
      families.append(try register.register(rows.with(.documentExpires, "")))
    }
    try register.include(families[0], protocolNumber: "12")
    let inclusion = try register.include(families[1], protocolNumber: "12")
    #expect(
      refusal { try register.join(families[0], into: families[1]) } == .familyPlacesApart)
    try register.perform(
      ReleaseInclusion(inclusion: inclusion.number, reason: "one is enough", protocolNumber: "99"))
    try register.join(families[0], into: families[1])
    #expect(try register.places(families[1]) == [1])
    #expect(try register.line("KZ-55").used == 1)
    #expect(try register.breaches() == [])
  }

  @Test func `each join that breaks a rule is refused`() throws {
    let (register, first, second) = try Self.stocked()
    let third = try register.register(Samples.family("A-3", count: 1))
    try register.join(third, into: second)
    let before = try register.contents()
    let refused: [(Number<Family>, Number<Family>, [(Int, Relation)], String?, Code)] = [
      (first, first, [], nil, .familyMember),
      (third, first, [], nil, .familyMember),
      (first, third, [], nil, .familyNoHead),
      (first, second, [(9, .son)], nil, .familyMember),
      (first, second, [(1, .head)], nil, .familyTwoHeads),
      (first, second, [], "2026-05-11", .dateOrder),
      (second, first, [], "2026-05-09", .dateOrder),
      (first, Number(year: 2026, serial: 9), [], nil, .familyNotFound),
    ]
    for (index, (family, into, relations, on, code)) in refused.enumerated() {
      let found = refusal {
        try register.join(family, into: into, relations: relations, on: on)
      }
      #expect(found == code, "case \(index)")
    }
    #expect(try register.contents() == before)
  }

  @Test func `nobody is twice in the joined family`() throws {
    let (register, first, second) = try Self.stocked()
    let (today, now) = (register.office.facts.today, register.clock.now)
    try register.database.write { (transaction) throws(Failure) in
      try ActTable.begin(in: transaction)
      try MembershipTable.insert(
        TestRegister.person(5), in: first, as: .other, during: Period(from: today),
        reason: "test", in: transaction)
      try ActTable.finish(
        ActEntry(at: now, today: today, user: "tester", action: "test"), in: transaction)
    }
    #expect(refusal { try register.join(second, into: first) } == .familyMember)
  }
}
