import Domain
import Seeds
import Testing

/// What the register answers of a day, beside what a code means on it.
@Suite struct RegionDayTests {
  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  @Test func `a reused code has two meanings`() throws {
    let register = try Seeds.regions()
    #expect(register.meanings(of: "kz-yuz").map(\.code) == ["KZ-YUZ", "KZ-61"])
    #expect(register.meanings(of: "551010000").map(\.code) == ["KZ-55"])
    #expect(register.meanings(of: "KZ-99").map(\.code) == [])
  }

  struct Memory: Sendable {
    let text: String
    let on: String
    let code: String
  }

  static let memories: [Memory] = [
    Memory(text: "KZ-YUZ", on: "2026-01-01", code: "KZ-61"),
    Memory(text: "KZ-YUZ", on: "2018-06-18", code: "KZ-YUZ"),
    Memory(text: "510000000", on: "2026-01-01", code: "KZ-YUZ"),
    Memory(text: "KZ-10", on: "2020-01-01", code: "KZ-10"),
  ]

  @Test(arguments: memories) func `a history may be asked for by a code of another day`(
    _ memory: Memory
  ) throws {
    let region = try Seeds.regions().remembered(memory.text, on: Self.day(memory.on))
    #expect(region.code == memory.code)
  }

  @Test func `a code that never meant a region has no history`() throws {
    let register = try Seeds.regions()
    let day = try Self.day("2026-01-01")
    let failure = #expect(throws: Failure.self) { try register.remembered("KZ-99", on: day) }
    #expect(failure?.code == .regionUnknown)
  }

  @Test func `of the time before independence nothing is said`() throws {
    let register = try Seeds.regions()
    let (before, first) = (try Self.day("1991-12-15"), try Self.day("1991-12-16"))
    #expect(
      throws: Failure(
        .regionUnknown, "no regions are known on 1991-12-15: they are known from 1991-12-16 on")
    ) { try register.existing(on: before) }
    #expect(try register.existing(on: first).count == 16)
    #expect(RegionRegister.completeFrom == (try Self.day("1998-01-01")))
  }

  @Test func `a new name has its own source, and the first that of the region`() throws {
    let capital = try #require(try Seeds.regions().region("KZ-71"))
    #expect(
      capital.datedNames.map { "\($0.from) \($0.name.ru) \($0.citation.standing.rawValue)" } == [
        "1991-12-16 Акмола official", "1998-05-06 Астана unconfirmed",
        "2019-03-23 Нур-Султан unconfirmed", "2022-09-17 Астана unconfirmed",
      ])
  }

  struct Reception: Sendable {
    let region: String
    let kind: QuotaKind
    let on: String
    let answer: SettlementRegions.Answer
  }

  static let receptions: [Reception] = [
    Reception(region: "KZ-55", kind: .kandas, on: "2014-03-19", answer: .unknown),
    Reception(region: "KZ-55", kind: .kandas, on: "2014-03-20", answer: .named),
    Reception(region: "KZ-55", kind: .settlers, on: "2014-03-20", answer: .unknown),
    Reception(region: "KZ-71", kind: .kandas, on: "2026-01-01", answer: .notNamed),
    Reception(
      region: "KZ-10", kind: .kandas, on: "2022-06-08", answer: .undecided(outOf: ["KZ-63"])),
    Reception(region: "KZ-33", kind: .kandas, on: "2022-06-08", answer: .notNamed),
    Reception(region: "KZ-63", kind: .kandas, on: "2022-06-08", answer: .named),
    Reception(region: "KZ-10", kind: .kandas, on: "2023-01-01", answer: .named),
    Reception(region: "KZ-62", kind: .kandas, on: "2023-01-01", answer: .notNamed),
    Reception(region: "KZ-62", kind: .settlers, on: "2023-01-01", answer: .named),
  ]

  @Test(arguments: receptions) func `unknown is not none`(_ reception: Reception) throws {
    let register = try Seeds.regions()
    let settlement = try Seeds.settlementRegions(register)
    let answer = settlement.answer(
      reception.region, kind: reception.kind, on: try Self.day(reception.on), register)
    #expect(answer == reception.answer)
  }

  @Test func `a list is in force until the next of its kind`() throws {
    let settlement = try Seeds.settlementRegions(try Seeds.regions())
    let periods = settlement.lists(kind: .settlers).map(\.period)
    #expect(
      periods.map { "\($0.from) \($0.to?.description ?? "")" }
        == ["2016-02-18 2023-01-01", "2023-01-01 2025-01-01", "2025-01-01 "])
  }
}
