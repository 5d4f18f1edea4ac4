import Domain
import Testing

/// How old a person is, where the paper may give no more than a year.
@Suite struct AgeTests {
  /// Birth, day, age in words (nil: unknown), adult.
  static let cases: [(born: String?, on: String, age: String?, adult: Bool?)] = [
    ("2008-05-12", "2026-05-11", "17", false),
    ("2008-05-12", "2026-05-12", "18", true),
    ("2008-05", "2026-05-30", "17 or 18", nil),
    ("2008-05", "2026-05-31", "18", true),
    ("2008", "2026-01-01", "17 or 18", nil),
    ("2008", "2026-12-31", "18", true),
    ("2007", "2026-01-01", "18 or 19", true),
    ("2009", "2026-06-30", "16 or 17", false),
    ("2008-02-29", "2026-02-28", "17", false),
    ("2008-02-29", "2026-03-01", "18", true),
    ("2026", "2026-06-30", "0", false),
    ("2026-07-01", "2026-06-30", nil, nil),
    (nil, "2026-06-30", nil, nil),
  ]

  @Test func `age and majority on a day`() throws {
    for (born, on, age, adult) in Self.cases {
      let day = try #require(LocalDate(iso: on))
      let found = Age(of: born.flatMap { PartialDate(iso: $0) }, on: day)
      #expect(found?.description == age, "\(born ?? "?") on \(on)")
      #expect(found?.isAdult == adult, "\(born ?? "?") on \(on)")
    }
  }
}
