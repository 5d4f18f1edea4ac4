import Domain
import Seeds
import Testing

@Suite struct DistrictSeedTests {
  static let districts = Result { try Seeds.districts(try Seeds.regions()) }

  @Test func `the districts of the sources are there`() throws {
    let districts = try Self.districts.get()
    #expect(
      districts.districts(of: "KZ-47").map(\.name.en) == [
        "Aktau", "Zhanaozen", "Beineu District", "Karakiya District", "Mangystau District",
        "Munaily District", "Tupkaragan District",
      ])
    #expect(
      districts.districts(of: "KZ-23").map(\.name.ru) == [
        "город Атырау", "Исатайский район", "Курмангазинский район", "Макатский район",
        "Жылыойский район",
      ])
    #expect(districts.districts(of: "KZ-55") == [])
    #expect(districts.all.count == 12)
  }

  @Test func `a code that no source gave is not invented`() throws {
    for district in try Self.districts.get().all {
      #expect(district.kato == nil)
      #expect(district.citation.standing == .press)
    }
  }

  struct Mistake: Sendable {
    let rows: [String]
    let detail: String
  }

  static let mistakes: [Mistake] = [
    Mistake(rows: ["KZ-99,,A,,,press,a test"], detail: "districts: KZ-99 is not a region"),
    Mistake(
      rows: ["KZ-55,,A,,,press,a test", "KZ-55,,A,,,press,a test"],
      detail: "districts: KZ-55 has A twice"),
    Mistake(
      rows: ["KZ-55,471010000,A,,,press,a test"],
      detail: "districts: 471010000 is not a code in KZ-55"),
    Mistake(
      rows: ["KZ-55,55101000,A,,,press,a test"],
      detail: "districts: 55101000 is not a code in KZ-55"),
    Mistake(
      rows: ["KZ-55,551010000,A,,,press,a test", "KZ-55,551010000,B,,,press,a test"],
      detail: "districts: two have the code 551010000"),
    Mistake(
      rows: ["KZ-55,,A,,,press,"], detail: "Reference/districts.csv, line 2: “source” is empty"),
  ]

  @Test(arguments: mistakes) func `a table with a mistake is refused`(_ mistake: Mistake) throws {
    let register = try Seeds.regions()
    let lines = ["region,kato,en,kk,ru,standing,source"] + mistake.rows
    #expect(throws: Failure(.ruleMalformed, mistake.detail)) {
      try Seeds.districts(Array((lines.joined(separator: "\n") + "\n").utf8), register)
    }
  }
}
