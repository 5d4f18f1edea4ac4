import Domain
import Testing

@testable import Seeds

/// The series of the quota of foreign labour, and the stock of permits, as they were printed.
@Suite struct LabourStatisticsSeedTests {
  static let sums: [(year: Int, sum: Int64)] = [(2024, 22_000), (2026, 18_146)]

  @Test(arguments: sums) func `categories sum to the total`(year: Int, sum: Int64) throws {
    let line = try #require(try Seeds.labourQuotas().last { $0.year == year })
    #expect(line.categories.count == 5)
    #expect(line.categories.values.reduce(0, +) == sum)
    #expect(line.permits == sum)
  }

  @Test func `the paper's shares are there, and what they come to`() throws {
    let line = try #require(try Seeds.labourQuotas().first)
    #expect(line.year == 2009)
    #expect(line.share?.rawValue == "1.6" && line.usedShare?.rawValue == "0.43")
    #expect(line.setOverUsed?.rawValue == "3.72")
  }

  /// What of the total the parts leave: nothing on the three days on which all are known.
  @Test func `the stock of permits sums to its totals`() throws {
    let stock = try Seeds.labourStock()
    #expect(
      stock.map { "\($0.asOf)" } == [
        "2021-04-01", "2023-09-01", "2024-07-01", "2025-03", "2025-11",
      ])
    #expect(stock.map(\.total) == [14_794, 14_571, 14_049, 13_584, 14_400])
    #expect(stock.map(\.rest) == [0, 0, nil, 0, nil])
  }

  static let header = """
    year,as_of,employer_share,people,cat1,cat2,cat3,cat4,seasonal,used_share,used_people,\
    used_of_quota,household_share,household_people,household_used,standing,source,en,kk,ru

    """

  static let malformed: [(row: String, words: String)] = [
    ("2009,,\"1,6\",,,,,,,,,,,,,press,a,,,", "“1,6” in “employer_share” is no percentage"),
    ("2009,,1.6,,,,,,,,,,,,,heard,a,,,", "“heard” in “standing”"),
    ("2009,2009-13,1.6,,,,,,,,,,,,,press,a,,,", "“2009-13” in “as_of” is no date"),
    ("2009,,1.6,many,,,,,,,,,,,,press,a,,,", "“many” in “people” is not a whole number"),
    ("2009,,,,,,,,,,,,,,,press,a,,,\n2008,,,,,,,,,,,,,,,press,a,,,", "2008 stands after 2009"),
  ]

  @Test(arguments: malformed) func `a malformed row is named`(row: String, words: String) {
    let failure = #expect(throws: Failure.self) {
      try Seeds.labourQuotas(SeedTable("a.csv", Array((Self.header + row + "\n").utf8)))
    }
    #expect(failure?.code == .ruleMalformed)
    #expect(failure?.detail.contains(words) == true, "\(failure?.detail ?? "")")
  }
}
