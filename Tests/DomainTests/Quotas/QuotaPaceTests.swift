import Domain
import TestSupport
import Testing

@Suite struct QuotaPaceTests {
  struct Case: Sendable {
    let allotted: Int64?
    let used: Int64
    let on: String
    /// Empty where they do not run out within the year; “none” where there is no pace.
    let out: String
  }

  static let cases: [Case] = [
    // 10 in 10 days, 5 left: five days more.
    Case(allotted: 15, used: 10, on: "2026-01-10", out: "2026-01-15"),
    // 3 in 10 days, 1 left: 3.33 days, so the fourth.
    Case(allotted: 4, used: 3, on: "2026-01-10", out: "2026-01-14"),
    Case(allotted: 10, used: 10, on: "2026-01-10", out: "2026-01-10"),
    // More in use than was given: none is left.
    Case(allotted: 4, used: 10, on: "2026-01-10", out: "2026-01-10"),
    Case(allotted: 10, used: 0, on: "2026-01-10", out: ""),
    // 1 in 31 days, 12 left: 372 days.
    Case(allotted: 13, used: 1, on: "2026-01-31", out: ""),
    // 11 left at 1 in 31 days are 341: the last day of December would be the 335th from now.
    Case(allotted: 12, used: 1, on: "2026-01-31", out: ""),
    Case(allotted: 11, used: 1, on: "2026-01-31", out: "2026-12-07"),
    Case(allotted: 11, used: 1, on: "2026-12-31", out: "none"),
    Case(allotted: 11, used: 1, on: "2025-12-31", out: "none"),
    Case(allotted: nil, used: 1, on: "2026-01-31", out: "none"),
    Case(allotted: .max, used: 1, on: "2026-01-31", out: ""),
  ]

  @Test(arguments: cases) func `places run out as fast as they were taken`(_ one: Case) throws {
    let first = try #require(LocalDate(iso: "2026-01-01"))
    let year = try #require(Period(from: first, to: LocalDate(iso: "2027-01-01")))
    let line = QuotaLine(region: "KZ-55", allotted: one.allotted, reserved: 0, used: one.used)
    let day = try #require(LocalDate(iso: one.on))
    let pace = QuotaPace(line, on: day, during: year)
    let shown = pace.map { $0.runsOutOn.map { "\($0)" } ?? "" } ?? "none"
    #expect(shown == one.out)
  }

  /// 365 places in 365 days are one a day; 100 places are 8.49 after 31 days.
  static let even: [(places: Int64, on: String, taken: Int64?)] = [
    (365, "2026-01-01", 1), (365, "2026-07-04", 185), (365, "2026-12-31", 365),
    (100, "2026-01-31", 8), (100, "2027-03-01", 100), (0, "2026-06-30", 0),
    (100, "2025-12-31", nil), (.max, "2026-06-30", nil),
  ]

  @Test(arguments: even) func `an even pace takes as many each day`(
    places: Int64, on: String, taken: Int64?
  ) throws {
    let first = try #require(LocalDate(iso: "2026-01-01"))
    let year = try #require(Period(from: first, to: LocalDate(iso: "2027-01-01")))
    let day = try #require(LocalDate(iso: on))
    #expect(QuotaPace.even(places, at: day, during: year) == taken)
  }

  @Test func `a quota without an end has no even pace`() throws {
    let first = try #require(LocalDate(iso: "2026-01-01"))
    let open = try #require(Period(from: first, to: nil))
    #expect(QuotaPace.even(10, at: first, during: open) == nil)
  }
}
