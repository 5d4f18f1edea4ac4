import Domain
import Testing

@testable import Seeds

@Suite struct QuotaTermSeedTests {
  /// Kind, year, and what its quota counts; `?` where that is not known.
  static let units: [(kind: QuotaKind, year: Int, unit: String)] = [
    (.immigration, 1993, "family"), (.immigration, 2014, "family"), (.kandas, 2016, "family"),
    (.kandas, 2017, "?"), (.kandas, 2018, "?"), (.kandas, 2019, "person"),
    (.settlers, 2016, "family"), (.settlers, 2026, "person"), (.nurlyKosh, 2009, "family"),
    (.labour1, 2026, "permit"), (.seasonal, 2026, "permit"), (.household, 2014, "permit"),
  ]

  @Test(arguments: units.indices) func `a year counts its unit`(index: Int) throws {
    let (kind, year, unit) = Self.units[index]
    #expect(try Seeds.quotaTerms().term(kind, year: year).unit?.rawValue ?? "?" == unit)
  }

  @Test func `every kind has its years`() throws {
    let terms = try Seeds.quotaTerms()
    #expect(Set(terms.all.map(\.kind)) == Set(QuotaKind.allCases))
  }

  static let header = "kind,from,until,unit,lasting,set_by,standing,source,note\n"
  static let malformed: [(why: String, row: String)] = [
    ("a kind that is none", "kandaz,2016,,person,1,the ministry,press,a page,"),
    ("a unit that is none", "kandas,2016,,people,1,the ministry,press,a page,"),
    ("a year that is no number", "kandas,twenty,,person,1,the ministry,press,a page,"),
    ("nobody who sets it", "kandas,2016,,person,1,,press,a page,"),
    ("no source", "kandas,2016,,person,1,the ministry,press,,"),
    ("a standing that is none", "kandas,2016,,person,1,the ministry,sure,a page,"),
  ]

  @Test(arguments: malformed.indices) func `a malformed row is refused`(index: Int) throws {
    let table = try SeedTable("terms.csv", Array((Self.header + Self.malformed[index].row).utf8))
    do {
      _ = try Seeds.quotaTerms(table)
      Issue.record("the row was taken")
    } catch {
      #expect(error.code == .ruleMalformed)
      #expect(error.detail.contains("terms.csv, line 2"))
    }
  }
}
