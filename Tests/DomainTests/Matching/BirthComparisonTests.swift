import Domain
import Testing

@Suite("Birth dates compared")
struct BirthComparisonTests {
  static let cases: [(one: String, other: String, level: MatchLevel)] = [
    ("1984-03-07", "1984-03-07", .birthSame),
    ("1984-03-07", "1984-07-03", .birthSwapped),
    ("1984-03-07", "1984-03-08", .birthShifted),
    ("1984-12-31", "1985-01-01", .birthShifted),
    ("1984-03-07", "1984-03-27", .birthOnePart),
    ("1984-03-07", "1984-08-07", .birthOnePart),
    ("1984-03-07", "1985-03-07", .birthStep),
    ("1984-03-07", "1984-04-07", .birthStep),
    ("1984-03-07", "1985-04-07", .birthYearOff),
    ("1984-03-07", "1986-03-07", .birthOnePart),
    ("1984-03-07", "1948-03-07", .birthOnePart),
    ("1984-03-07", "1964-03-07", .birthOnePart),
    ("1984-03-07", "1951-03-07", .birthUnlike),
    ("1984-03", "1984-03-07", .birthMonth),
    ("1984-03", "1984-03", .birthMonth),
    ("1984", "1984-03-07", .birthYear),
    ("1984", "1984", .birthYear),
    ("1984-01-01", "1984-03-07", .birthRounded),
    ("1984-07", "1984-03-07", .birthRounded),
    ("1984-03-20", "1984-04-09", .birthNear),
    ("1984-03-20", "1984-09-09", .birthOtherDay),
    ("1984-03-20", "1985-09-09", .birthYearOff),
    ("1984", "1985-09-09", .birthYearOff),
    ("1984-03-20", "1991-09-09", .birthUnlike),
    ("1984", "1991", .birthUnlike),
  ]

  @Test("Two dates agree as a clerk would say", arguments: cases)
  func level(one: String, other: String, level: MatchLevel) throws {
    let left = try #require(PartialDate(iso: one))
    let right = try #require(PartialDate(iso: other))
    #expect(BirthComparison.level(left, right) == level)
    #expect(BirthComparison.level(right, left) == level)
  }

  @Test("Of several dates the pair that agrees best counts")
  func several() throws {
    let dates = try ["1991-01-01", "1984-03-07"].map { try #require(PartialDate(iso: $0)) }
    let other = try #require(PartialDate(iso: "1984-07-03"))
    let best = try #require(BirthComparison.level(dates, [other]))
    #expect(best.level == .birthSwapped)
    #expect(best.one == dates[1])
    #expect(BirthComparison.level(dates, []) == nil)
  }
}
