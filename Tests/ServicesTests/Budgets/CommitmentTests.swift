import Domain
import Services
import TestSupport
import Testing

/// A family of three is granted 908,250 tenge on 2026-05-01.
@Suite struct CommitmentTests {
  static func register(
    national: Int64 = 2_000_000, local: Int64? = nil, from day: String = "2026-01-01"
  ) throws -> TestRegister {
    let register = try TestRegister()
    try BudgetOrderTests.load(register, "1", from: day, [("KZ-55", national)])
    if let local {
      try BudgetOrderTests.load(register, "1", from: day, source: .local, [("KZ-55", local)])
    }
    return register
  }

  @Test func `without an appropriation a grant is made and nothing set aside`() throws {
    let register = try TestRegister()
    let dossier = try register.granted("A-1")
    #expect(dossier.commitments == [])
    let failure = failure { try register.perform(MoveMoney(.spend, 1, of: dossier.grant)) }
    #expect(failure?.code == .budgetUnknown)
  }

  @Test func `a grant sets its amount aside, of the first source that has enough`() throws {
    let register = try Self.register(national: 1_000_000, local: 1_000_000)
    let first = try register.granted("A-1")
    #expect(first.commitments.map(\.source) == [.national])
    #expect(first.commitments.map(\.amount) == [first.grant.amount])
    #expect(first.commitments.map(\.region) == ["KZ-55"])
    let second = try register.granted("A-2")
    #expect(second.commitments.map(\.source) == [.local])
    #expect(
      try register.money() == [
        "KZ-55 national: 1000000 = 908250 committed + 0 paid - 0 returned + 91750 free",
        "KZ-55 local: 1000000 = 908250 committed + 0 paid - 0 returned + 91750 free",
      ])
    let failure = failure { try register.granted("A-3") }
    #expect(failure?.code == .budgetExhausted)
    #expect(
      failure?.detail
        == "908\u{A0}250 tenge are asked of resettlement 2026 in KZ-55, and free are: "
        + "national 91\u{A0}750, local 91\u{A0}750, other 0")
    #expect(try register.breaches() == [])
  }

  @Test func `a source that is named is the only one asked`() throws {
    let register = try Self.register(national: 0, local: 1_000_000)
    #expect(refusal { try register.granted("A-1", source: .national) } == .budgetExhausted)
    #expect(refusal { try register.granted("A-2", source: .other) } == .budgetExhausted)
    #expect(try register.granted("A-3", source: .local).commitments.map(\.source) == [.local])
  }

  @Test func `a region without money is refused where another has some`() throws {
    let register = try Self.register()
    #expect(refusal { try register.granted("A-1", region: "KZ-27") } == .budgetExhausted)
    // Neither the money of the country nor an order that is not in force yet helps it.
    try BudgetOrderTests.load(register, "2", from: "2026-01-01", [(nil, 9_000_000)])
    #expect(refusal { try register.granted("A-2", region: "KZ-27") } == .budgetExhausted)
    try BudgetOrderTests.load(register, "3", from: "2026-05-02", [("KZ-27", 1_000_000)])
    #expect(refusal { try register.granted("A-3", region: "KZ-27") } == .budgetExhausted)
    try register.move(to: "2026-05-02")
    #expect(try register.granted("A-4", region: "KZ-27").commitments.count == 1)
  }

  @Test func `a grant is paid in parts, and no part twice`() throws {
    let register = try Self.register()
    let grant = try register.granted("A-1").grant
    let first = try register.perform(MoveMoney(.spend, 500_000, of: grant))
    #expect(first.map(\.paid) == [Money(tiyn: 50_000_000)])
    #expect(first.map(\.open) == [Money(tiyn: 40_825_000)])
    try register.perform(MoveMoney(.spend, 408_250, of: grant))
    #expect(
      try register.money() == [
        "KZ-55 national: 2000000 = 0 committed + 908250 paid - 0 returned + 1091750 free"
      ])
    // More than was set aside is set aside anew, and counts as the grant's.
    let more = try register.perform(MoveMoney(.spend, 91_750, of: grant))
    #expect(more.map(\.amount.tiyn) == [90_825_000, 9_175_000])
    #expect(
      refusal { try register.perform(MoveMoney(.spend, 1_000_001, of: grant)) }
        == .budgetExhausted)
    #expect(try register.breaches() == [])
  }

  @Test func `what comes back is free again, and no more than was paid`() throws {
    let register = try Self.register()
    let grant = try register.granted("A-1").grant
    #expect(refusal { try register.perform(MoveMoney(.giveBack, 1, of: grant)) } == .budgetSettled)
    try register.perform(MoveMoney(.spend, 300_000, of: grant))
    try register.perform(MoveMoney(.spend, 200_000, of: grant))
    try register.perform(MoveMoney(.giveBack, 250_000, of: grant))
    #expect(
      try register.money() == [
        "KZ-55 national: 2000000 = 408250 committed + 500000 paid - 250000 returned + 1341750 free"
      ])
    #expect(
      refusal { try register.perform(MoveMoney(.giveBack, 250_001, of: grant)) } == .budgetSettled)
    try register.perform(MoveMoney(.giveBack, 250_000, of: grant))
    #expect(try register.breaches() == [])
  }

  @Test func `what is released is free again, and no more than was set aside`() throws {
    let register = try Self.register()
    let grant = try register.granted("A-1").grant
    try register.perform(MoveMoney(.release, 108_250, of: grant))
    #expect(
      refusal { try register.perform(MoveMoney(.release, 800_001, of: grant)) } == .budgetSettled)
    try register.perform(MoveMoney(.spend, 800_000, of: grant))
    #expect(
      try register.money() == [
        "KZ-55 national: 2000000 = 0 committed + 800000 paid - 0 returned + 1200000 free"
      ])
  }

  @Test func `a cut below what is set aside loses nothing and refuses the next`() throws {
    let register = try Self.register()
    let grant = try register.granted("A-1").grant
    try BudgetOrderTests.load(register, "cut", from: "2026-05-01", [("KZ-55", 500_000)])
    #expect(
      try register.money() == [
        "KZ-55 national: 500000 = 908250 committed + 0 paid - 0 returned + 0 free, overrun 408250"
      ])
    #expect(refusal { try register.granted("A-2", count: 1) } == .budgetExhausted)
    try register.perform(MoveMoney(.spend, 908_250, of: grant))
    #expect(try register.breaches() == [])
    let answer = try register.answer(BudgetExecution(year: 2026, programme: "resettlement"))
    #expect(answer.total.overrun == Money(tenge: 408_250))
    #expect(answer.total.share == .percent(tenths: 1817))
  }

  /// A decision dated before a cut that is known must not widen what the cut leaves.
  @Test func `money that an order to come takes away is not set aside`() throws {
    let register = try Self.register()
    try BudgetOrderTests.load(register, "cut", from: "2026-09-01", [("KZ-55", 900_000)])
    #expect(refusal { try register.granted("A-1") } == .budgetExhausted)
    // That it comes back later does not help the days between.
    try BudgetOrderTests.load(register, "more", from: "2026-10-01", [("KZ-55", 2_000_000)])
    #expect(refusal { try register.granted("A-2") } == .budgetExhausted)
    #expect(try register.granted("A-3", count: 2).commitments.count == 1)
  }

  @Test func `money of the next year is set aside from its first day on`() throws {
    let register = try Self.register()
    let grant = try register.granted("A-1").grant
    try register.perform(
      LoadBudgetOrder(order: Samples.budget("7", from: "2027-01-01", [("KZ-55", 500_000)])))
    let held = try register.perform(MoveMoney(.commit, 500_000, of: grant, year: 2027))
    #expect(held.map { "\($0.year) \($0.on)" } == ["2026 2026-05-01", "2027 2027-01-01"])
    #expect(
      try register.money(2027, on: "2027-01-01") == [
        "KZ-55 national: 500000 = 500000 committed + 0 paid - 0 returned + 0 free"
      ])
    // Of one year's money nothing is spent in another's name.
    try register.perform(MoveMoney(.spend, 908_250, of: grant))
    #expect(
      refusal { try register.perform(MoveMoney(.spend, 500_001, of: grant, year: 2027)) }
        == .budgetExhausted)
    #expect(try register.breaches() == [])
  }
}
