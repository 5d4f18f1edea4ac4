import Domain
import Seeds
import Testing

/// Amounts that ministries, regions and the press have named.
@Suite struct AllowanceOracleTests {
  static let book = Result { try Seeds.rules() }

  struct Amount: Sendable {
    let kind: AllowanceKind
    let members: Int
    let on: String
    let tenge: Int64
    let standing: Standing
  }

  static let amounts: [Amount] = [
    Amount(kind: .relocation, members: 1, on: "2016-03-01", tenge: 106_050, standing: .press),
    // Head 50 MCI, three others 30 each, of 2,121 tenge.
    Amount(kind: .relocation, members: 4, on: "2016-03-01", tenge: 296_940, standing: .press),
    Amount(kind: .relocation, members: 1, on: "2017-06-01", tenge: 79_415, standing: .unconfirmed),
    Amount(kind: .relocation, members: 1, on: "2020-03-31", tenge: 92_785, standing: .unconfirmed),
    Amount(kind: .relocation, members: 1, on: "2020-04-01", tenge: 97_230, standing: .press),
    Amount(kind: .relocation, members: 1, on: "2022-08-24", tenge: 214_410, standing: .press),
    Amount(kind: .relocation, members: 1, on: "2023-01-01", tenge: 241_500, standing: .press),
    Amount(kind: .relocation, members: 1, on: "2024-01-01", tenge: 258_440, standing: .press),
    Amount(kind: .relocation, members: 1, on: "2025-01-01", tenge: 275_240, standing: .press),
    Amount(kind: .relocation, members: 100, on: "2025-11-01", tenge: 27_524_000, standing: .press),
    Amount(kind: .relocation, members: 1, on: "2026-01-01", tenge: 302_750, standing: .press),
    Amount(kind: .relocation, members: 3, on: "2026-05-01", tenge: 908_250, standing: .press),
    Amount(
      kind: .tariff1997, members: 5, on: "2009-03-01", tenge: 833_815, standing: .reconstructed),
    Amount(
      kind: .tariff1997, members: 5, on: "2009-07-01", tenge: 848_880, standing: .reconstructed),
    Amount(
      kind: .tariff1997, members: 5, on: "2008-03-01", tenge: 765_040, standing: .unconfirmed),
  ]

  static func quote(
    _ kind: AllowanceKind, _ household: Household, _ on: String
  ) throws -> AllowanceQuote {
    let day = try #require(LocalDate(iso: on))
    return try AllowanceQuote.make(kind, household, on: day, try book.get())
  }

  @Test(arguments: amounts) func `a household is given its amount`(_ amount: Amount) throws {
    let quote = try Self.quote(amount.kind, Household(members: amount.members), amount.on)
    #expect(quote.total == Money(tenge: amount.tenge))
    #expect(quote.standing == amount.standing)
    #expect(quote.people == amount.members)
    #expect(try quote.lines.reduce(.zero) { try $0.adding($1.amount) } == quote.total)
  }

  struct Reckoned: Sendable {
    let kind: AllowanceKind
    let members: Int
    let terms: AllowanceTerms
    let on: String
    let tenge: Int64
    var standing = Standing.press
  }

  private static func home(_ tenge: Int64) -> AllowanceTerms {
    AllowanceTerms(cost: Money(tenge: tenge))
  }

  private static func rent(_ place: AllowanceTerms.Place, _ months: Int) -> AllowanceTerms {
    AllowanceTerms(place: place, months: months)
  }

  static let reckoned: [Reckoned] = [
    // Half of the cost to the end of 2025, at most 1,160 MCI; then all of it, at most 1,625.
    Reckoned(
      kind: .certificate, members: 4, terms: home(12_000_000), on: "2025-12-31", tenge: 4_561_120),
    Reckoned(
      kind: .certificate, members: 4, terms: home(6_000_000), on: "2025-12-31", tenge: 3_000_000),
    Reckoned(
      kind: .certificate, members: 4, terms: home(6_000_000), on: "2026-01-01", tenge: 6_000_000),
    Reckoned(
      kind: .certificate, members: 4, terms: home(9_000_000), on: "2026-01-01", tenge: 7_028_125),
    Reckoned(
      kind: .certificate, members: 1, terms: home(9_000_000), on: "2023-03-01", tenge: 4_002_000),
    Reckoned(
      kind: .certificate, members: 1, terms: home(9_000_000), on: "2024-06-01", tenge: 4_282_720),
    // Half of a tenge is rounded up.
    Reckoned(
      kind: .certificate, members: 1, terms: home(5_000_001), on: "2025-05-01", tenge: 2_500_001),
    // From 15 MCI for one in a village to 30 for five in a town.
    Reckoned(
      kind: .rent, members: 1, terms: rent(.rural, 1), on: "2023-05-01", tenge: 51_750,
      standing: .unconfirmed),
    Reckoned(
      kind: .rent, members: 5, terms: rent(.urban, 1), on: "2023-05-01", tenge: 103_500,
      standing: .unconfirmed),
    Reckoned(
      kind: .rent, members: 9, terms: rent(.urban, 1), on: "2026-05-01", tenge: 129_750,
      standing: .unconfirmed),
    Reckoned(
      kind: .rent, members: 2, terms: rent(.rural, 12), on: "2025-05-01", tenge: 849_312,
      standing: .unconfirmed),
    Reckoned(kind: .employer, members: 1, terms: .none, on: "2025-06-01", tenge: 1_572_800),
    Reckoned(kind: .employer, members: 1, terms: .none, on: "2026-06-01", tenge: 1_730_000),
    // 50 MCI and twice 35, of 1,618 tenge.
    Reckoned(kind: .employment2020, members: 3, terms: .none, on: "2012-06-01", tenge: 194_160),
  ]

  @Test(arguments: reckoned)
  func `what depends on more than the people has its amount`(_ given: Reckoned) throws {
    let day = try #require(LocalDate(iso: given.on))
    let quote = try AllowanceQuote.make(
      given.kind, Household(members: given.members), given.terms, on: day, try Self.book.get())
    #expect(quote.total == Money(tenge: given.tenge))
    #expect(quote.standing == given.standing)
  }

  @Test func `what a scheme depends on must be given`() throws {
    let day = try #require(LocalDate(iso: "2026-05-01"))
    func code(_ kind: AllowanceKind, _ terms: AllowanceTerms) throws -> Code? {
      let rules = try Self.book.get()
      do throws(Failure) {
        _ = try AllowanceQuote.make(kind, Household(members: 2), terms, on: day, rules)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(try code(.rent, .none) == .fieldRequired)
    #expect(try code(.certificate, .none) == .fieldRequired)
    #expect(try code(.certificate, Self.home(0)) == .fieldRequired)
    #expect(try code(.rent, Self.rent(.rural, 13)) == .fieldValue)
    #expect(try code(.rent, Self.rent(.rural, 12)) == nil)
  }

  @Test func `schemes of which only the name is known are not reckoned`() throws {
    let rules = try Self.book.get()
    let day = try #require(LocalDate(iso: "2010-05-01"))
    let parents = Household(head: 1, spousesAndChildren: 3, others: 0, children: 2)
    for (kind, terms, key) in [
      (AllowanceKind.education, AllowanceTerms.none, "education/child"),
      (.housingLoan, Self.home(3_000_000), "housing-loan/cap"),
    ] {
      let failure = #expect(throws: Failure.self) {
        try AllowanceQuote.make(kind, parents, terms, on: day, rules)
      }
      #expect(failure?.code == .allowanceRateUnknown)
      #expect(failure?.detail.hasPrefix("\(key) on 2010-05-01 is not known") == true)
      #expect(failure?.detail.hasSuffix("by kosh rules adopt before paying") == true)
    }
    let later = try #require(LocalDate(iso: "2012-01-01"))
    let failure = #expect(throws: Failure.self) {
      try AllowanceQuote.make(.housingLoan, parents, Self.home(1), on: later, rules)
    }
    #expect(failure?.code == .allowanceNoScheme)
  }

  @Test func `the 833 thousand tenge of 2009 come in five lines`() throws {
    let quote = try Self.quote(.tariff1997, Household(members: 5), "2009-03-01")
    #expect(
      quote.lines.map(\.amount.description) == [
        "636500.00", "19095.00", "50920.00", "63650.00", "63650.00",
      ])
    #expect(
      quote.lines.map(\.arithmetic) == [
        "5 × 100 MCI × 1,273", "1 × 15 MCI × 1,273", "4 × 10 MCI × 1,273", "5 × 10 MCI × 1,273",
        "1 × 50 MCI × 1,273",
      ])
    #expect(quote.lines.allSatisfy { $0.citation.standing == .reconstructed })
    #expect(quote.mci == Money(tenge: 1273))
    #expect(quote.mciFrom.description == "2009-01-01")
    #expect(quote.notes == ["a cap: real costs were paid up to it"])
  }

  @Test func `August 2022 is reckoned in the general index, and says why`() throws {
    let quote = try Self.quote(.relocation, Household(members: 1), "2022-08-24")
    #expect(quote.mci == Money(tenge: 3063))
    #expect(quote.notes.first?.contains("70 × 3,180 would be 222,600") == true)
    #expect(quote.notes.first?.contains("qazaqtv.com") == true)
    #expect(quote.roundingCitation.standing == .press)
  }

  @Test func `members without the head, and others, have lines of their own`() throws {
    let household = Household(head: 0, spousesAndChildren: 2, others: 1)
    let quote = try Self.quote(.relocation, household, "2026-05-01")
    #expect(quote.total == Money(tenge: 908_250))
    #expect(quote.lines.map(\.quantity) == [2, 1])
  }

  struct Refusal: Sendable {
    let kind: AllowanceKind
    let on: String
    var others = 0
    let code: Code
    let hint: String
  }

  static let refusals: [Refusal] = [
    Refusal(
      kind: .tariff1997, on: "2012-01-01", code: .allowanceNoScheme,
      hint: "no scheme known to the rules applied on that day"),
    Refusal(
      kind: .tariff1997, on: "2026-05-01", code: .allowanceNoScheme,
      hint: "on that day the scheme was relocation"),
    Refusal(
      kind: .relocation, on: "2009-03-01", code: .allowanceNoScheme,
      hint: "on that day the scheme was tariff-1997"),
    Refusal(
      kind: .relocation, on: "2021-01-01", code: .allowanceRateUnknown,
      hint: "record the rate with its source before paying for these days"),
    Refusal(
      kind: .relocation, on: "2022-07-31", code: .allowanceRateUnknown,
      hint: "record the rate with its source before paying for these days"),
    Refusal(
      kind: .relocation, on: "2016-03-01", others: 1, code: .allowanceRateUnknown,
      hint: "record the rate with its source before paying for these days"),
  ]

  @Test(arguments: refusals) func `days without a known rate are refused`(
    _ refusal: Refusal
  ) throws {
    let household = Household(head: 1, spousesAndChildren: 1, others: refusal.others)
    let failure = #expect(throws: Failure.self) {
      try Self.quote(refusal.kind, household, refusal.on)
    }
    #expect(failure?.code == refusal.code)
    #expect(failure?.hint == refusal.hint)
  }
}
