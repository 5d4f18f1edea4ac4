import Domain
import Seeds
import Testing

@Suite struct SettlementSeedTests {
  static let regions = Result { try Seeds.settlementRegions(try Seeds.regions()) }

  struct ListCase: Sendable {
    let kind: QuotaKind
    let on: String
    let codes: [String]?
  }

  static let seven = ["KZ-11", "KZ-23", "KZ-27", "KZ-39", "KZ-55", "KZ-59", "KZ-63"]

  static let lists: [ListCase] = [
    ListCase(kind: .kandas, on: "2014-03-19", codes: nil),
    ListCase(kind: .kandas, on: "2014-03-20", codes: seven),
    ListCase(kind: .kandas, on: "2016-02-18", codes: seven),
    ListCase(
      kind: .kandas, on: "2024-12-31",
      codes: ["KZ-10", "KZ-11", "KZ-39", "KZ-55", "KZ-59", "KZ-63"]),
    ListCase(
      kind: .kandas, on: "2025-01-01",
      codes: ["KZ-10", "KZ-11", "KZ-23", "KZ-27", "KZ-39", "KZ-55", "KZ-59", "KZ-63"]),
    ListCase(kind: .settlers, on: "2016-02-17", codes: nil),
    ListCase(
      kind: .settlers, on: "2016-02-18", codes: ["KZ-39", "KZ-55", "KZ-59", "KZ-63"]),
    ListCase(
      kind: .settlers, on: "2026-06-01",
      codes: ["KZ-10", "KZ-35", "KZ-39", "KZ-55", "KZ-59", "KZ-62", "KZ-63"]),
  ]

  @Test(arguments: lists) func `a kind is received in the regions of the day`(
    _ expected: ListCase
  ) throws {
    let day = try #require(LocalDate(iso: expected.on))
    let entry = try Self.regions.get().regions(kind: expected.kind, on: day)
    #expect(entry?.codes == expected.codes)
  }

  @Test func `in July 2014 all fourteen regions received kandas`() throws {
    let day = try #require(LocalDate(iso: "2014-07-08"))
    #expect(try Self.regions.get().regions(kind: .kandas, on: day)?.codes.count == 14)
  }

  @Test func `a date known only roughly carries a note`() throws {
    let day = try #require(LocalDate(iso: "2025-01-01"))
    let entry = try #require(try Self.regions.get().regions(kind: .kandas, on: day))
    #expect(entry.note?.contains("by April 2025") == true)
    #expect(entry.citation.standing == .press)
  }

  @Test func `every region of a list existed when the list began`() throws {
    let register = try Seeds.regions()
    for entry in try Self.regions.get().all {
      for code in entry.codes {
        #expect(register.region(code)?.period.contains(entry.from) == true, "\(code)")
      }
    }
  }
}
