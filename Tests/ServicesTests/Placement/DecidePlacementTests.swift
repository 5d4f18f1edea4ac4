import Domain
import Services
import Storage
import TestSupport
import Testing

/// What is decided, what is kept of the advice beside it, and what later advice makes of it.
@Suite struct DecidePlacementTests {
  static func deciding(
    _ family: Number<Family>, _ region: String? = nil, _ reason: String? = nil,
    factors: PlacementFactors = .none
  ) -> DecidePlacement {
    DecidePlacement(
      family: family, kind: .kandas, year: 2026, region: region, reason: reason, factors: factors)
  }

  static func destination(_ register: TestRegister, _ family: Number<Family>) throws -> String? {
    try register.answer(ShowFamily(family: family)).family.destinationRegion
  }

  @Test func `as advised needs no reason, and keeps what the advice was worth`() throws {
    let register = try AdvisePlacementTests.register(west: 3, akmola: 3)
    let family = try register.register(Samples.family("a", region: "KZ-27"))
    let board = try AdvisePlacementTests.board(register, family)
    let decision = try register.perform(Self.deciding(family))
    // Nobody else waits, so that one more place would bring nothing.
    let choice = PlacementDecision.Choice(
      region: "KZ-27", points: 30, price: PlacementPlan.Price(people: 0, worth: 0))
    #expect(decision.advised == choice && decision.decided == choice && decision.isAsAdvised)
    #expect(decision.on == register.office.facts.today)
    #expect(decision.people == 3 && decision.waiting == 1 && decision.places == 6)
    #expect(decision.wished == "KZ-27" && decision.reason == nil)
    #expect(decision.digest == (try PlacementAdvice(board).digest))
    #expect(try register.breaches() == [])
    #expect(try register.answer(FamilyHistory(family: family)).count == 1)
  }

  @Test func `otherwise needs a reason, and changes where the family is bound for`() throws {
    let register = try AdvisePlacementTests.register(west: 3, akmola: 3)
    let family = try register.register(Samples.family("a", region: "KZ-27"))
    let before = try register.contents()
    #expect(refusal { try register.perform(Self.deciding(family, "KZ-11")) } == .fieldRequired)
    #expect(refusal { try register.perform(Self.deciding(family, "KZ-11", " ")) } == .fieldValue)
    #expect(try register.contents() == before)
    let decision = try register.perform(Self.deciding(family, "KZ-AKM", "a school"))
    #expect(decision.advised?.region == "KZ-27" && decision.chosen == "KZ-11")
    #expect(decision.decided.points == 0 && !decision.isAsAdvised)
    #expect(decision.reason == "a school" && decision.wished == "KZ-27")
    #expect(try Self.destination(register, family) == "KZ-11")
    let event = try #require(try register.answer(FamilyHistory(family: family)).last)
    #expect("\(event)".contains("destination_region KZ-27 → KZ-11"))
    #expect(try register.breaches() == [])
    // Decided anew, it is advised by what it asked for itself.
    let again = try register.perform(Self.deciding(family))
    #expect(again.chosen == "KZ-27" && again.wished == "KZ-27" && again.isAsAdvised)
    #expect(try Self.destination(register, family) == "KZ-27")
  }

  static let refused: [(region: String?, code: Code)] = [
    ("KZ-99", .regionUnknown), ("KZ-75", .quotaRegion), ("KZ-55", .quotaExhausted),
    ("KZ-11", .quotaExhausted),
  ]

  @Test("A region without places for all of them is refused", arguments: refused)
  func regions(region: String?, code: Code) throws {
    // Akmola has three places, and two people are decided for one of them each.
    let register = try AdvisePlacementTests.register(west: 3, akmola: 3)
    let pair = try register.register(Samples.family("pair", count: 2, region: "KZ-11"))
    let family = try register.register(Samples.family("a", count: 2, region: "KZ-27"))
    try register.perform(Self.deciding(pair))
    #expect(refusal { try register.perform(Self.deciding(family, region, "because")) } == code)
  }

  @Test func `whoever is advised to wait goes nowhere without a region`() throws {
    let register = try AdvisePlacementTests.register(west: 1, akmola: 1)
    let family = try register.register(Samples.family("a", region: "KZ-27"))
    #expect(refusal { try register.perform(Self.deciding(family)) } == .fieldRequired)
    let held = try register.register(Samples.family("b", count: 1, region: "KZ-27"))
    try register.include(held)
    #expect(refusal { try register.perform(Self.deciding(held)) } == .placeHeld)
  }

  @Test func `places of those decided for are set aside`() throws {
    let register = try AdvisePlacementTests.register(west: 2, akmola: 2)
    let late = try register.register(Samples.family("a", count: 2, region: "KZ-27"))
    let chosen = try register.register(Samples.family("b", count: 2, region: "KZ-11"))
    try register.perform(Self.deciding(chosen, "KZ-27", "the mother is ill"))
    let advice = try AdvisePlacementTests.advice(register)
    #expect(AdvisePlacementTests.told(advice) == "\(late.serial) KZ-11")
    #expect(advice.board.regions.map(\.setAside).reduce(0, +) == 2)
    #expect(advice.board.decided.map(\.family.number) == [chosen])
    #expect(advice.board.decided.map(\.hasPlaces) == [true])
    // Someone else takes the places after all: the decision stands, and nothing is set aside.
    try register.include(late, region: "KZ-27")
    let later = try AdvisePlacementTests.advice(register)
    #expect(later.board.decided.map(\.hasPlaces) == [false])
    #expect(later.board.regions.allSatisfy { $0.setAside == 0 })
  }

  @Test func `a corrected destination and an undone decision let the family wait again`() throws {
    let register = try AdvisePlacementTests.register(west: 3, akmola: 3)
    let family = try register.register(Samples.family("a", region: "KZ-27"))
    try register.perform(Self.deciding(family, "KZ-11", "a school"))
    #expect(try AdvisePlacementTests.board(register).families.isEmpty)
    try register.perform(UndoFamilyAct(family: family, reason: "another family was meant"))
    #expect(try Self.destination(register, family) == "KZ-27")
    #expect(try AdvisePlacementTests.board(register).families.map(\.number) == [family])
    #expect(
      try register.answer(PlacementOutcomes(kind: .kandas, year: 2026)).lines.isEmpty)
    try register.perform(Self.deciding(family, "KZ-11", "a school"))
    try register.perform(
      CorrectFamily(
        family: family, changes: [FieldChange(.destinationRegion, "KZ-55")],
        ground: Ground(reason: "they ask for it")))
    let board = try AdvisePlacementTests.board(register)
    #expect(board.families.map(\.wish) == ["KZ-55"])
    #expect(try register.breaches() == [])
  }

  @Test func `under one key it is decided once`() throws {
    let register = try AdvisePlacementTests.register(west: 3, akmola: 3)
    let family = try register.register(Samples.family("a", region: "KZ-27"))
    let user = TestRegister.administrator
    let useCase = Self.deciding(family, "KZ-11", "a school")
    let first = try register.office.perform(useCase, as: user, key: "k")
    #expect(try register.office.perform(useCase, as: user, key: "k") == first)
    #expect(try register.integer("SELECT count(*) FROM placement_decision") == 1)
  }
}

/// What became of those who were decided for.
@Suite struct PlacementOutcomesTests {
  @Test func `advised, decided, placed and living are told apart`() throws {
    let register = try AdvisePlacementTests.register(west: 9, akmola: 9)
    let ground = Ground(reason: "as the paper says")
    let (one, other) = (
      try register.register(Samples.family("a", region: "KZ-27")),
      try register.register(Samples.family("b", region: "KZ-27"))
    )
    try register.perform(DecidePlacementTests.deciding(one))
    try register.perform(DecidePlacementTests.deciding(other))
    try register.perform(DecidePlacementTests.deciding(other, "KZ-11", "kin"))
    try register.include(one)
    try register.include(other, region: "KZ-27")
    try register.perform(MoveFamily(family: one, region: "KZ-75", ground: ground))
    try register.move(to: "2026-06-01")
    try register.perform(MoveFamily(family: other, region: "KZ-11", ground: ground))
    let early = try register.answer(
      PlacementOutcomes(kind: .kandas, year: 2026, on: TestRegister.day("2026-05-31")))
    #expect(early.lines.map(\.isReplaced) == [false, true, false])
    #expect(early.lines.map(\.inclusion?.region) == ["KZ-27", "KZ-27", "KZ-27"])
    #expect(early.lines.map(\.home) == ["KZ-75", nil, nil])
    let advised = PlacementOutcomes.Answer.Tally(
      decided: 1, withPlaces: 1, withPlacesThere: 1, withHome: 1, livingThere: 0)
    #expect(early.tally(asAdvised: true) == advised)
    let late = try register.answer(PlacementOutcomes(kind: .kandas, year: 2026))
    #expect(
      late.tally(asAdvised: false)
        == PlacementOutcomes.Answer.Tally(
          decided: 1, withPlaces: 1, withPlacesThere: 0, withHome: 1, livingThere: 1))
    #expect(late.tally(asAdvised: true) == advised)
    let before = PlacementOutcomes(
      kind: .kandas, year: 2026, on: try TestRegister.day("2026-04-30"))
    #expect(try register.answer(before).lines.isEmpty)
  }
}
