import Domain
import Services
import Storage
import TestSupport
import Testing

/// Advice from the register: whom it is for, which places it gives, and what changes it.
@Suite struct AdvisePlacementTests {
  static func board(
    _ register: TestRegister, _ family: Number<Family>? = nil, factors: PlacementFactors = .none
  ) throws -> PlacementBoard {
    try register.answer(
      AdvisePlacement(kind: .kandas, year: 2026, family: family, factors: factors))
  }

  static func advice(_ register: TestRegister, factors: PlacementFactors = .none) throws
    -> PlacementAdvice
  {
    try PlacementAdvice(board(register, factors: factors))
  }

  /// `1 KZ-27, 2 waits`: who goes where, by serial.
  static func told(_ advice: PlacementAdvice) -> String {
    advice.board.families.enumerated().map { index, family in
      let region = advice.region(of: index).map { advice.board.regions[$0].code }
      return "\(family.number.serial) \(region ?? "waits")"
    }.joined(separator: ", ")
  }

  /// West Kazakhstan and Akmola alone have places: so many.
  static func register(west: Int64, akmola: Int64) throws -> TestRegister {
    let register = try TestRegister()
    let others = ["KZ-10", "KZ-23", "KZ-39", "KZ-55", "KZ-59", "KZ-63"].map { ($0, Int64(0)) }
    try register.order(
      "few", from: "2026-02-01", [("KZ-27", west), ("KZ-11", akmola)] + others)
    return register
  }

  @Test func `the first so many of the list are planned for, and whoever asks beside them`()
    throws
  {
    let register = try TestRegister(on: "2026-05-01")
    var families: [Number<Family>] = []
    for reference in ["A-1", "A-2", "A-3", "A-4"] {
      families.append(try register.register(Samples.family(reference, count: 1)))
    }
    let queue = try register.answer(AdvisePlacement(kind: .kandas, year: 2026, first: 2))
    #expect(queue.families.map(\.number) == Array(families.prefix(2)) && queue.notPlanned == 2)
    let last = try register.answer(
      AdvisePlacement(kind: .kandas, year: 2026, family: families[3], first: 2))
    #expect(last.families.map(\.number) == [families[0], families[1], families[3]])
    let all = try register.answer(AdvisePlacement(kind: .kandas, year: 2026, first: 4))
    #expect(all.families.map(\.number) == families && all.notPlanned == 0)
  }

  @Test func `the places are those of the usage, in regions that settle kandas`() throws {
    let register = try TestRegister()
    try register.include(register.register(Samples.family("held", count: 4)))
    try register.register(Samples.family("waits"))
    let board = try Self.board(register)
    let usage = try register.usage()
    #expect(board.regions.map(\.code) == usage.lines.map(\.region))
    #expect(board.regions.map { Int64($0.free) } == usage.lines.map(\.free))
    #expect(board.regions.first { $0.code == "KZ-55" }?.free == 973)
    #expect(board.families.map(\.number.serial) == [2])
    let settling = try Reference.settlement().regions(kind: .kandas, on: board.on)
    #expect(settling?.codes.sorted() == board.regions.map(\.code).sorted())
  }

  @Test func `never more than the places, and the most people`() throws {
    // Five places in two regions: a family of five and one of three and of two. In order the three
    // take West Kazakhstan's five places first, and the five find none.
    let register = try Self.register(west: 5, akmola: 5)
    for (name, count) in [("a", 3), ("b", 5), ("c", 2)] {
      try register.register(Samples.family(name, count: count, region: "KZ-27"))
    }
    let advice = try Self.advice(register)
    #expect(advice.plan.placement.people == 10)
    #expect(advice.plan.peopleBound == 10)
    #expect(advice.given.reduce(0, +) == 10 && advice.given.allSatisfy { $0 <= 5 })
    // The five go where it is worth most, to West Kazakhstan: 150 points, the other way 150 too.
    #expect(advice.plan.placement.worth == 150)
    #expect(advice.dearestFirst.people <= 10 && advice.inOrder.people <= 10)
  }

  @Test func `a released place changes the advice`() throws {
    let register = try Self.register(west: 3, akmola: 0)
    let first = try register.register(Samples.family("a", region: "KZ-27"))
    let held = try register.include(first)
    try register.register(Samples.family("b", region: "KZ-27"))
    let before = try Self.advice(register)
    #expect(Self.told(before) == "2 waits")
    #expect(before.why(0) == [.tooFewPlaces(needed: 3)])
    try register.perform(ReleaseInclusion(inclusion: held.number, reason: "did not come"))
    // Both wait now, and the earlier in the queue goes first.
    let after = try Self.advice(register)
    #expect(Self.told(after) == "1 KZ-27, 2 waits")
    #expect(after.digest != before.digest)
    #expect(try Self.advice(register) == after)
  }

  @Test func `who is outbid is told by whom nothing, but by how much`() throws {
    // Both ask for the two places in the west; the herder is worth 30 + 40 there and 0 in Akmola,
    // the other 30 and 25.
    let register = try Self.register(west: 2, akmola: 2)
    try register.register(Samples.family("a", count: 2, region: "KZ-27"))
    try register.register(
      Samples.family("b", count: 2, region: "KZ-27").with(.occupation, "herder"))
    let factors = PlacementFactors([
      PlacementFactors.Factor(
        region: "KZ-27", kind: .occupation, key: "herder", points: 40, source: "a test")
    ])
    let advice = try Self.advice(register, factors: factors)
    #expect(Self.told(advice) == "1 KZ-11, 2 KZ-27")
    #expect(advice.plan.placement.worth == 140)
    let west = try #require(advice.board.regions.firstIndex { $0.code == "KZ-27" })
    #expect(advice.why(0) == [.outbid(region: west, by: 30)])
    #expect(advice.why(1) == [])
    // In their order the first would have kept the other out: 60 points and not 140.
    #expect(advice.inOrder.worth == 60)
    // Without the factors the queue decides.
    #expect(Self.told(try Self.advice(register)) == "1 KZ-27, 2 KZ-11")
  }

  @Test func `kin who split off, who stayed and who were married count where they live`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let old = try register.register(Samples.family("A", count: 5))
    try register.move(to: "2026-05-10")
    let new = try register.split(old, [3])
    let stranger = try register.register(Samples.family("B", region: "KZ-11"))
    func kin(_ family: Number<Family>) throws -> [String] {
      let board = try Self.board(register, family)
      let found = try #require(board.families.first { $0.number == family })
      return found.kin.map { "\($0.family.serial) \($0.region)" }
    }
    // Nobody of them has a place or a home yet.
    #expect(try kin(old) == [])
    try register.include(old, region: "KZ-27", on: "2026-05-10")
    #expect(try kin(new) == ["1 KZ-27"])
    #expect(try kin(stranger) == [])
    // Where they live goes before where they hold places.
    let ground = Ground(reason: "as the paper says")
    try register.perform(MoveFamily(family: old, region: "KZ-59", ground: ground))
    #expect(try kin(new) == ["1 KZ-59"])
    let board = try Self.board(register, new)
    let region = try #require(board.regions.firstIndex { $0.code == "KZ-59" })
    let index = try #require(board.families.firstIndex { $0.number == new })
    #expect(
      board.worths[index][region].reasons == [
        PlacementReason(.kin, points: 20, subject: "\(old)")
      ])
  }

  @Test func `occupations of adults and languages are those of the day`() throws {
    let register = try TestRegister()
    let rows = Samples.family("A", count: 3).with(.occupation, "herder")
      .with(.occupation, "welder", at: 2)
    let family = try register.register(rows)
    let ground = Ground(on: try TestRegister.day("2026-04-01"), reason: "told")
    for (kind, value) in [(PersonFactKind.language, "kaz"), (.occupation, "4110-9 clerk")] {
      try register.perform(
        RecordFact(person: TestRegister.person(2), kind: kind, value: value, ground: ground))
    }
    let found = try #require(try Self.board(register, family).families.first)
    // The welder is a child of 2012.
    #expect(found.occupations == ["herder", "4110-9 clerk"])
    #expect(found.languages == ["kaz"])
    #expect(found.origin == "MNG" && found.wish == "KZ-55" && found.people == 3)
  }

  @Test func `whoever holds a place is not advised, nor who is nobody`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A"))
    try register.include(family)
    #expect(refusal { try Self.board(register, family) } == .placeHeld)
    let none = Number<Family>(year: 2026, serial: 77)
    #expect(refusal { try Self.board(register, none) } == .familyNotFound)
    try register.perform(AddUser(name: "reader", fullName: "", roles: [.payments]))
    #expect(
      refusal {
        try register.office.answer(AdvisePlacement(kind: .kandas, year: 2026), as: "reader")
      } == .accessDenied)
    let closed = AdvisePlacement(kind: .kandas, year: 2025)
    #expect(refusal { try register.answer(closed) } == .quotaYearClosed)
  }

  @Test func `a family that asks for no region is advised behind the queue`() throws {
    let register = try TestRegister()
    let lost = try register.register(Samples.family("lost", region: ""))
    try register.register(Samples.family("bound"))
    #expect(try Self.board(register, lost).families.last?.number == lost)
  }

  @Test func `advice is read in the trail and changes nothing else`() throws {
    let register = try TestRegister()
    try register.register(Samples.family("A"))
    let before = try register.contents()
    _ = try Self.advice(register)
    let after = try register.contents()
    #expect(after.acts == before.acts + 1)
    #expect(after.rows == before.rows && after.dataDigest == before.dataDigest)
    #expect(after.problems == [])
  }
}
