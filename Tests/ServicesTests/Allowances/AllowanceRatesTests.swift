import Domain
import Services
import Storage
import TestSupport
import Testing

/// All families at once come to what they come to one by one.
@Suite struct AllowanceRatesTests {
  static let day = LocalDate(year: 2026, month: 5, day: 1) ?? LocalDate(dayNumber: 0)

  @Test func `the sum for a register is that of its quotes`() throws {
    let register = try TestRegister(on: "2026-05-01", isDurable: false)
    var generator = FamilyGenerator(
      seed: 5, today: Self.day, names: try DemoNames.embedded())
    var bytes = Array(FamilyGenerator.header.utf8)
    for index in 0..<300 { generator.append(index, to: &bytes) }
    #expect(try register.importing(bytes).summary.registered == 300)
    let families = try Self.households(of: register)
    #expect(families.map(\.family) == (1...300).map { Number(year: 2026, serial: $0) })
    let rules = try Reference.rules()
    var (sum, people) = (Money.zero, 0)
    try register.database.read { (transaction) throws(Failure) in
      for counted in families {
        let members = try MembershipTable.members(
          of: counted.family, on: Self.day, in: transaction)
        let household = Household(relations: members.map(\.relation))
        let quote = try AllowanceQuote.make(.relocation, household, on: Self.day, rules)
        sum = try sum.adding(quote.total)
        people += members.count
      }
    }
    let rates = try AllowanceRates(.relocation, on: Self.day, rules)
    let total = try rates.total(for: families.map(\.household))
    // 70 × 4,325 for each.
    #expect(total == sum && total == Money(tenge: Int64(people) * 302_750))
    #expect(people > 600)
  }

  @Test func `who left, and who stands in a family twice, is counted as in a quote`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1", count: 5))
    try register.register(Samples.family("B-1", count: 1))
    try register.perform(
      RemoveMember(family: family, person: .p(5), ground: Ground(reason: "went back")))
    // Two numbers of one child.
    try register.act { (transaction) throws(Failure) in
      try PersonLinkTable.insert(.p(4), into: .p(3), reason: "the same", in: transaction)
    }
    let found = try Self.households(of: register)
    #expect(
      found.map(\.household) == [
        Household(head: 1, spousesAndChildren: 2, others: 0, children: 1),
        Household(head: 1, spousesAndChildren: 0, others: 0),
      ])
  }

  static let others: [(kind: AllowanceKind, day: String)] = [
    (.tariff1997, "2009-03-01"), (.employment2020, "2014-01-10"), (.relocation, "2019-02-01"),
    (.employer, "2026-05-01"),
  ]

  @Test("Each scheme that pays by people alone", arguments: others)
  func scheme(kind: AllowanceKind, day: String) throws {
    let day = try #require(LocalDate(iso: day))
    let rules = try Reference.rules()
    let rates = try AllowanceRates(kind, on: day, rules)
    for household in [
      Household(members: 1), Household(members: 7),
      Household(head: 1, spousesAndChildren: 3, others: 2, children: 2),
      Household(head: 0, spousesAndChildren: 2, others: 1, children: 2),
    ] {
      let quote = try AllowanceQuote.make(kind, household, on: day, rules)
      #expect(try rates.amount(for: household) == quote.total)
    }
  }

  @Test func `a scheme that depends on more than people has no such rates`() throws {
    let rules = try Reference.rules()
    for kind in [AllowanceKind.rent, .certificate] {
      #expect(refusal { try AllowanceRates(kind, on: Self.day, rules) } == .fieldRequired)
    }
    let day = try #require(LocalDate(iso: "2021-06-01"))
    #expect(
      refusal { try AllowanceRates(.relocation, on: day, rules) } == .allowanceRateUnknown)
  }

  private static func households(of register: TestRegister) throws(Failure)
    -> [MembershipTable.CountedFamily]
  {
    try register.database.read { (transaction) throws(Failure) in
      try MembershipTable.households(on: day, in: transaction)
    }
  }
}
