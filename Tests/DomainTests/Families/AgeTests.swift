import Domain
import Testing

@Suite struct AgeTests {
  /// On 2026-11-02: the birth date, the full years at least and at most, and whether of age.
  static let cases: [(born: String?, least: Int?, most: Int?, majority: Majority)] = [
    ("1985-06-15", 41, 41, .adult), ("2008-11-02", 18, 18, .adult),
    ("2008-11-03", 17, 17, .minor), ("2026-11-02", 0, 0, .minor),
    // Between 1 and 30 November: seventeen or eighteen.
    ("2008-11", 17, 18, .unknown), ("2008-10", 18, 18, .adult), ("2008-12", 17, 17, .minor),
    ("2008", 17, 18, .unknown), ("2007", 18, 19, .adult), ("2009", 16, 17, .minor),
    ("2026", 0, 0, .minor), ("2000-02-29", 26, 26, .adult),
    (nil, nil, nil, .unknown), ("2026-11-03", nil, nil, .unknown), ("2027", nil, nil, .unknown),
  ]

  @Test func `an age is as sure as the birth date`() throws {
    let day = try #require(LocalDate(iso: "2026-11-02"))
    for (born, least, most, majority) in Self.cases {
      let birth = born.flatMap { PartialDate(iso: $0) }
      let age = Age(born: birth, on: day)
      #expect((age?.least, age?.most) == (least, most), "\(born ?? "no birth date")")
      #expect(Majority(born: birth, on: day) == majority, "\(born ?? "no birth date")")
    }
  }

  @Test func `who was born on 29 February is of age on 1 March`() throws {
    let birth = PartialDate(iso: "2008-02-29")
    let eve = try #require(LocalDate(iso: "2026-02-28"))
    #expect(Majority(born: birth, on: eve) == .minor)
    #expect(Majority(born: birth, on: eve.adding(days: 1)) == .adult)
  }
}
