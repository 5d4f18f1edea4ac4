import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct IncludeFamilyTests {
  /// A request with everything wrong, mended line by line: the checks run in this order.
  static let mended: [(request: String, code: Code?)] = [
    ("family=none year=2025 on=2026-05-02 protocol=", .dateOrder),
    ("family=none year=2025 on=2026-03-09 protocol=", .familyNotFound),
    ("family=lost year=2025 on=2026-03-09 protocol=", .fieldRequired),
    ("family=lost year=2025 on=2026-03-09 region=KZ-99 protocol=", .regionUnknown),
    ("family=held year=2025 on=2026-03-09 region=KZ-75 protocol=", .quotaYearClosed),
    ("family=held year=2026 on=2026-03-09 region=KZ-75 protocol=", .quotaRegion),
    ("family=held year=2026 on=2026-03-09 region=KZ-27 protocol=", .familyMember),
    ("family=held year=2026 on=2026-04-10 region=KZ-27 protocol=", .placeHeld),
    ("family=many year=2026 on=2026-04-10 region=KZ-27 protocol=", .quotaExhausted),
    ("family=many year=2026 on=2026-04-10 region=KZ-55 protocol=", .fieldRequired),
    ("family=many year=2026 on=2026-04-10 region=KZ-55 protocol=12", nil),
  ]

  /// No order for the year, or none that names the region.
  static let unordered: [(request: String, code: Code)] = [
    ("family=many year=2017 on=2017-05-01 region=KZ-55 protocol=12", .quotaUnknown),
    ("family=many year=2024 on=2024-05-01 region=KZ-55 protocol=12", .quotaRegion),
    ("family=many year=2020 on=2020-05-01 region=KZ-23 protocol=12", .quotaRegion),
  ]

  /// The last two places of West Kazakhstan, with a family in Pavlodar's quota already.
  static func register() throws -> (register: TestRegister, families: [String: Number<Family>]) {
    let register = try TestRegister()
    try register.order("cut", from: "2026-02-01", [("KZ-27", 2)])
    let families: [String: Number<Family>] = [
      "none": Number(year: 2026, serial: 99),
      "lost": try register.register(Samples.family("lost", region: "")),
      "held": try register.register(Samples.family("held")),
      "many": try register.register(Samples.family("many")),
      "pair": try register.register(Samples.family("pair", count: 2, region: "KZ-27")),
    ]
    try register.include(#require(families["held"]))
    return (register, families)
  }

  static func request(
    _ text: String, _ families: [String: Number<Family>]
  ) throws -> IncludeFamily {
    var words: [Substring: String] = [:]
    for word in text.split(separator: " ") {
      let halves = word.split(separator: "=", omittingEmptySubsequences: false)
      words[halves[0]] = String(halves[1])
    }
    return IncludeFamily(
      family: try #require(families[words["family", default: ""]]), kind: .kandas,
      year: try #require(Int(words["year", default: ""])), region: words["region"],
      protocolNumber: words["protocol"], on: try TestRegister.day(words["on"]))
  }

  @Test func `the checks run in their order`() throws {
    let (register, families) = try Self.register()
    let before = try register.contents()
    for (text, code) in Self.mended + Self.unordered.map({ ($0.request, $0.code) }) {
      let useCase = try Self.request(text, families)
      #expect(refusal { try register.perform(useCase) } == code, "\(text)")
      if code == nil { continue }
      if text.contains("many year=2026") {
        let isUntouched = try register.contents() == before
        #expect(isUntouched, "\(text)")
      }
    }
    #expect(try register.contents().problems == [])
  }

  @Test func `a family of three does not enter the last two places, a pair does`() throws {
    let (register, families) = try Self.register()
    let (many, pair) = (try #require(families["many"]), try #require(families["pair"]))
    let failure = failure { try register.include(many, region: "KZ-27") }
    #expect(failure?.code == .quotaExhausted)
    #expect(failure?.detail.contains("needs 3 places and 2 are free") == true)
    let inclusion = try register.include(pair)
    #expect(inclusion.people == 2 && inclusion.places == 2)
    #expect(
      try register.line("KZ-27") == QuotaLine(region: "KZ-27", allotted: 2, reserved: 2, used: 0))
    let single = try register.register(Samples.family("one", count: 1, region: "KZ-27"))
    #expect(refusal { try register.include(single) } == .quotaExhausted)
  }

  @Test func `a family counts as many people as it has on the day`() throws {
    let register = try TestRegister()
    let rows = Samples.family("A-1").with(.birthDate, "2026-04-20", at: 2)
    let family = try register.register(rows)
    let inclusion = try register.include(family, protocolNumber: "12", on: "2026-04-19")
    #expect(inclusion.people == 2)
    #expect(inclusion.countedOn == LocalDate(iso: "2026-04-19"))
    #expect(try register.line("KZ-55", on: "2026-04-18").used == 0)
    #expect(try register.line("KZ-55", on: "2026-04-19").used == 2)
  }

  @Test func `with a protocol the places are used, without one reserved`() throws {
    let register = try TestRegister()
    let first = try register.include(register.register(Samples.family("A-1")), protocolNumber: "12")
    #expect(first.step == .confirmed)
    #expect(first.protocolNumber == "12")
    #expect("\(first.number)".hasPrefix("Q-2026-000001-"))
    let second = try register.include(register.register(Samples.family("A-2", count: 4)))
    #expect(second.step == .reserved)
    #expect(second.protocolNumber == nil)
    let line = try register.line("KZ-55")
    #expect(line == QuotaLine(region: "KZ-55", allotted: 977, reserved: 4, used: 3))
    #expect(line.free == 970)
    #expect(
      try register.usage().total == QuotaLine(region: "KZ", allotted: 2281, reserved: 4, used: 3))
  }

  @Test func `a person holds one place`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1"))
    let inclusion = try register.include(family)
    #expect(refusal { try register.include(family) } == .placeHeld)
    #expect(refusal { try register.include(family, region: "KZ-27") } == .placeHeld)
    #expect(refusal { try register.include(family, kind: .settlers) } == .placeHeld)
    try register.perform(ConfirmInclusion(inclusion: inclusion.number, protocolNumber: "12"))
    #expect(refusal { try register.include(family, region: "KZ-27") } == .placeHeld)
    try register.perform(
      ReleaseInclusion(inclusion: inclusion.number, reason: "moves", protocolNumber: "99"))
    #expect(refusal { try register.include(family, region: "KZ-27") } == nil)
  }

  @Test func `a unit of families counts a family as one`() throws {
    let register = try TestRegister(on: "2007-12-20")
    let family = try register.register(
      Samples.family("A-1", count: 2, arrival: "2007-03-10").with(.documentExpires, ""))
    let inclusion = try register.include(family, protocolNumber: "12")
    #expect(inclusion.unit == .family)
    #expect(inclusion.people == 2 && inclusion.places == 1)
    #expect(try register.line("KZ-55").used == 1)
  }

  @Test func `a programme takes families in each of its years, under its first`() throws {
    let register = try TestRegister(on: "2011-06-20")
    let family = try register.register(
      Samples.family("A-1", count: 2, arrival: "2011-03-10").with(.documentExpires, ""))
    let order = QuotaOrder(
      number: "7", date: nil, effectiveFrom: try #require(LocalDate(iso: "2009-01-01")),
      kind: .nurlyKosh, year: 2009, unit: .family, citation: Citation("a test", standing: .press),
      lines: [OrderLine(region: "KZ-55", amount: 3, line: 2)])
    try register.perform(LoadQuotaOrder(order: order))
    func include(_ year: Int) throws(Failure) -> InclusionRecord {
      try register.perform(
        IncludeFamily(
          family: family, kind: .nurlyKosh, year: year, region: nil, protocolNumber: "12"))
    }
    #expect(refusal { try include(2011) } == .quotaYearClosed)
    #expect(try include(2009).places == 1)
    let usage = try register.usage(.nurlyKosh, year: 2009)
    #expect("\(usage.on)" == "2011-06-20")
    #expect(usage.lines == [QuotaLine(region: "KZ-55", allotted: 3, reserved: 0, used: 1)])
  }

  @Test func `those that wait are included in turn, each by its own decision`() throws {
    let register = try TestRegister()
    try register.order("cut", from: "2026-02-01", [("KZ-27", 4)])
    for (reference, count) in [("A-1", 3), ("A-2", 2), ("A-3", 1), ("A-4", 1), ("A-5", 2)] {
      try register.register(Samples.family(reference, count: count, region: "KZ-27"))
    }
    let summary = try register.office.run(
      IncludeWaiting(kind: .kandas, year: 2026, protocolNumber: "12"), as: "tester")
    #expect(summary.done.map(\.serial) == [1, 2])
    #expect(summary.reasons.map(\.count) == [3])
    #expect(summary.refused.map(\.family.serial) == [2, 4, 5])
    #expect(summary.reasons.map(\.code) == [.quotaExhausted])
    #expect(try register.line("KZ-27").used == 4)
  }
}
