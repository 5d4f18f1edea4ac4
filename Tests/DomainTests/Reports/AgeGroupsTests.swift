import Domain
import Seeds
import Testing

/// Which births make which age on a day.
@Suite struct AgeGroupsTests {
  /// Women at 58 and a half in 2018 and at 61 from 2023, men at 63; grown up at 18.
  static let days: [(day: String, adult: String, men: String, women: String)] = [
    ("2026-05-01", "2008-05-01", "1963-05-01", "1965-05-01"),
    ("2018-03-15", "2000-03-15", "1955-03-15", "1959-09-15"),
    ("2017-12-31", "1999-12-31", "1954-12-31", "1959-12-31"),
    // There was no 31 June: whoever was born in June stands before it.
    ("2018-12-31", "2000-12-31", "1955-12-31", "1960-06-31"),
  ]

  @Test(arguments: days) func `births that bound the ages`(
    day: String, adult: String, men: String, women: String
  ) throws {
    let bounds = try Seeds.ageLimits().bounds(on: try #require(LocalDate(iso: day)))
    #expect([bounds.adult, bounds.men, bounds.women] == [adult, men, women])
    #expect(bounds.citations.map(\.standing) == [.unconfirmed])
  }

  @Test func `a day without a rule is refused`() throws {
    let limits = try Seeds.ageLimits()
    let day = try #require(LocalDate(iso: "2001-06-30"))
    let failure = #expect(throws: Failure.self) { try limits.bounds(on: day) }
    #expect(failure?.code == .parameterUnknown)
  }

  @Test func `limits that contradict are refused`() throws {
    let all = try Seeds.ageLimits().limits
    #expect(throws: Failure.self) { try AgeLimits(all + [all[0]]) }
    let nobody = AgeLimit(
      period: all[0].period, sex: .male, workingFrom: 18, pensionMonths: 216,
      citation: all[0].citation)
    #expect(throws: Failure.self) { try AgeLimits([nobody]) }
  }
}
