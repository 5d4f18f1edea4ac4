import Domain
import Seeds
import Testing

/// What schemes ask for is there on every day on which they apply, and is called no law.
@Suite struct ConditionSeedTests {
  @Test func `on every day of a scheme some quota entitles to it, and on no other`() throws {
    let (rules, conditions) = (try Seeds.rules(), try Seeds.allowanceConditions())
    let leads: [AllowanceKind: ParameterKey] = [
      .relocation: .relocationHead, .tariff1997: .tariff1997Housing, .rent: .rentRuralOne,
      .employment2020: .employment2020Head, .certificate: .certificateCap,
      .employer: .employerSubsidy, .education: .educationChild, .housingLoan: .housingLoanCap,
    ]
    for kind in AllowanceKind.allCases {
      let lead = try #require(leads[kind])
      let periods = try #require(rules.parameter(lead)).entries.map(\.period)
      var edges = periods.map(\.from) + periods.compactMap(\.to)
      edges += edges.map { $0.adding(days: -1) }
      for day in edges {
        let isInForce = periods.contains { $0.contains(day) }
        let quota = conditions.condition(.quota, of: kind, on: day)
        #expect((quota != nil) == isInForce, "\(kind.rawValue) \(day)")
      }
    }
    #expect(conditions.all.allSatisfy { $0.citation.standing != .law })
  }

  @Test func `conditions that contradict each other are refused`() throws {
    let period = Period(from: try #require(LocalDate(iso: "2026-01-01")))
    func condition(
      _ scheme: AllowanceKind, _ matter: AllowanceCondition.Matter, _ quotas: [QuotaKind]
    ) -> AllowanceCondition {
      AllowanceCondition(
        scheme: scheme, matter: matter, quotas: quotas, during: period,
        citation: Citation("a test", standing: .press), note: nil)
    }
    let sound = AllowanceKind.allCases.map { condition($0, .quota, [.kandas]) }
    #expect(throws: Never.self) { try AllowanceConditions(sound) }
    for faulty in [
      Array(sound.dropFirst()), sound + [sound[0]], sound + [condition(.rent, .job, [.kandas])],
      Array(sound.dropFirst()) + [condition(.relocation, .quota, [])],
    ] {
      #expect(throws: Failure.self) { try AllowanceConditions(faulty) }
    }
  }
}
