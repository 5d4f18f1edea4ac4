import Domain
import Testing

@Suite struct RuleBookTests {
  static let source = Citation("a test", standing: .press)

  static func period(_ from: String, _ to: String? = nil) throws -> Period {
    let start = try #require(LocalDate(iso: from))
    let end = try to.map { try #require(LocalDate(iso: $0)) }
    return try #require(Period(from: start, to: end))
  }

  static func entry(
    _ from: String, _ to: String?, _ value: ParameterValue?, note: String? = nil
  ) throws -> Parameter.Entry {
    Parameter.Entry(
      period: try period(from, to), value: value, citation: source, note: note)
  }

  static func parameter(
    _ key: ParameterKey, _ entries: [Parameter.Entry]
  ) throws -> Parameter {
    let day = try #require(LocalDate(iso: "2026-11-23"))
    return try Parameter(
      key: key, title: LocalizedText(key.rawValue), entries: entries, checkedOn: day)
  }

  static func mci(_ from: String, _ to: String, _ tenge: Int64, _ purpose: MCI.Purpose) throws
    -> MCI
  {
    MCI(
      period: try period(from, to), purpose: purpose,
      amount: try #require(Money(tenge: tenge)), citation: source)
  }

  /// A made-up scheme of 6.81 MCI a person in 2018, unknown in 2019.
  static func book() throws -> RuleBook {
    let multiple = try #require(Ratio(decimal: "6.81"))
    let head = try parameter(
      .relocationHead,
      [
        try entry("2018-01-01", "2019-01-01", .multiple(multiple)),
        try entry("2019-01-01", "2020-01-01", nil, note: "nobody wrote it down"),
      ])
    let purpose = try parameter(
      .relocationMCIPurpose, [try entry("2018-01-01", nil, .purpose(.social), note: "so they say")])
    let rounding = try parameter(
      .allowanceRounding, [try entry("1998-01-01", nil, .rounding(Rounding(.up, to: .tenge)))])
    let indices = [
      try mci("2018-01-01", "2019-01-01", 2405, .general),
      try mci("2018-07-01", "2019-01-01", 2500, .social),
      try mci("2019-01-01", "2020-01-01", 2525, .general),
    ]
    return try RuleBook([head, purpose, rounding], indices: indices)
  }

  @Test func `a value comes with its days and source`() throws {
    let day = try #require(LocalDate(iso: "2018-12-31"))
    let found = try Self.book().multiple(.relocationHead, on: day)
    #expect(found.value == Ratio(681, over: 100))
    #expect(found.from.description == "2018-01-01")
    #expect(found.citation == Self.source)
  }

  struct Refusal: Sendable {
    let key: ParameterKey
    let on: String
    let code: Code
    let detail: String
  }

  static let refusals: [Refusal] = [
    Refusal(
      key: .relocationHead, on: "2017-12-31", code: .parameterUnknown,
      detail: "relocation/head has no value for 2017-12-31"),
    Refusal(
      key: .relocationHead, on: "2019-01-01", code: .allowanceRateUnknown,
      detail: "relocation/head on 2019-01-01 is not known: nobody wrote it down"),
    Refusal(
      key: .tariff1997Head, on: "2018-01-01", code: .parameterUnknown,
      detail: "tariff-1997/head has no value for 2018-01-01"),
    Refusal(
      key: .relocationMCIPurpose, on: "2018-01-01", code: .fault,
      detail: "relocation/mci-purpose is counted in mci-purpose, not as asked"),
  ]

  @Test(arguments: refusals) func `what the book does not say is refused`(
    _ refusal: Refusal
  ) throws {
    let book = try Self.book()
    let day = try #require(LocalDate(iso: refusal.on))
    let failure = #expect(throws: Failure.self) { try book.multiple(refusal.key, on: day) }
    #expect(failure?.code == refusal.code)
    #expect(failure?.detail == refusal.detail)
  }

  @Test func `the social index counts only where there is one`() throws {
    let book = try Self.book()
    let (june, july) = (
      try #require(LocalDate(iso: "2018-06-30")), try #require(LocalDate(iso: "2018-07-01"))
    )
    #expect(try book.mci(on: june, purpose: .social).amount.description == "2405.00")
    #expect(try book.mci(on: july, purpose: .social).amount.description == "2500.00")
    #expect(try book.mci(on: july).amount.description == "2405.00")
  }

  @Test func `indices of a purpose follow one another`() throws {
    let indices = [
      try Self.mci("2018-01-01", "2019-01-02", 2405, .general),
      try Self.mci("2019-01-01", "2020-01-01", 2525, .general),
    ]
    let failure = #expect(throws: Failure.self) { try RuleBook([], indices: indices) }
    #expect(failure?.code == .ruleMalformed)
  }

  @Test func `a product that is not whole goes up and says so`() throws {
    let day = try #require(LocalDate(iso: "2018-06-01"))
    let quote = try AllowanceQuote.make(
      .relocation, Household(members: 1), on: day, try Self.book())
    #expect(quote.total.description == "16379.00")
    #expect(quote.lines.map(\.arithmetic) == ["1 × 6.81 MCI × 2,405, a rate of 16,379"])
    #expect(quote.rounding == "up to a whole tenge")
    #expect(quote.notes == [])
  }

  @Test func `two indices on a day are explained`() throws {
    let day = try #require(LocalDate(iso: "2018-07-01"))
    let quote = try AllowanceQuote.make(
      .relocation, Household(members: 1), on: day, try Self.book())
    #expect(quote.mci.description == "2500.00")
    #expect(quote.notes == ["so they say (a test)"])
  }

  @Test(arguments: [
    Household(members: 0), Household(head: 2, spousesAndChildren: 0, others: 0),
    Household(head: 0, spousesAndChildren: -1, others: 3),
    Household(head: 1, spousesAndChildren: .max, others: 0),
  ])
  func `a household that cannot be is refused`(_ household: Household) throws {
    let book = try Self.book()
    let day = try #require(LocalDate(iso: "2018-06-01"))
    let failure = #expect(throws: Failure.self) {
      try AllowanceQuote.make(.relocation, household, on: day, book)
    }
    #expect(failure?.code == .allowanceFamily)
  }
}
