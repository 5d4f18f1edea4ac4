import Domain
import Testing

@Suite struct RegionRegisterTests {
  static func region(
    _ code: String, from: String, successors: [String] = []
  ) throws -> Region {
    let day = try #require(LocalDate(iso: from))
    return Region(
      code: code, kato: "\(code.suffix(2))0000000", isoOld: nil,
      period: Period(from: day), predecessors: [], successors: successors,
      name: LocalizedText(code), renamings: [], citation: Citation("a test", standing: .press))
  }

  @Test func `two regions cannot share a code`() throws {
    let regions = [
      try Self.region("KZ-55", from: "1991-12-16"), try Self.region("KZ-55", from: "2000-01-01"),
    ]
    #expect(throws: Failure(.ruleMalformed, "two regions have the code KZ-55")) {
      try RegionRegister(regions)
    }
  }

  @Test func `a successor must be a region`() throws {
    let regions = [try Self.region("KZ-55", from: "1991-12-16", successors: ["KZ-99"])]
    #expect(throws: Failure(.ruleMalformed, "KZ-55 names the unknown region KZ-99")) {
      try RegionRegister(regions)
    }
  }

  @Test func `a list of settlement regions must follow the one before`() throws {
    let register = try RegionRegister([try Self.region("KZ-55", from: "1991-12-16")])
    let day = try #require(LocalDate(iso: "2016-02-18"))
    let entry = SettlementRegions.Entry(
      kind: .kandas, from: day, codes: ["KZ-55"],
      citation: Citation("a test", standing: .press), note: nil)
    let failure = #expect(throws: Failure.self) {
      try SettlementRegions([entry, entry], register)
    }
    #expect(failure?.code == .ruleMalformed)
  }
}
