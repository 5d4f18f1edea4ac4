import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct QuotaUsageTests {
  /// `code:allotted` of every line; `?` where it is not known.
  static func lines(_ usage: QuotaUsage.Answer) -> String {
    usage.lines.map { "\($0.region):\($0.allotted.map { "\($0)" } ?? "?")" }
      .joined(separator: " ")
  }

  @Test func `the zones of the programme sum their regions`() throws {
    let register = try TestRegister()
    let usage = try register.answer(QuotaUsage(kind: .immigration, year: 2007, by: .zone))
    // 1,020 + 880 + 485 + 875 + 950 + 500 + 1,095; 450 + 1,005 + 500 + 1,998;
    // 1,260 + 980 + 2,765 + 127 + 110.
    #expect(Self.lines(usage) == "zone-1:5805 zone-2:3953 zone-3:5242")
    #expect(usage.total.allotted == 15_000)
    #expect(usage.names["zone-3"]?.en == "Central zone")
    let now = try register.answer(QuotaUsage(kind: .kandas, year: 2026, by: .zone))
    // Abai lies where East Kazakhstan does: 2,281 − 125 of Atyrau.
    #expect(Self.lines(now) == "zone-1:2156 zone-2:125")
  }

  static let told: [(kind: QuotaKind, year: Int, of: String, lines: String)] = [
    (
      .immigration, 2007, "2026-01-01",
      "KZ-10+KZ-63:1095 KZ-11:1020 KZ-15:880 KZ-19+KZ-33:1260 KZ-23:450 KZ-27:485 KZ-31:980 "
        + "KZ-35+KZ-62:1005 KZ-39:875 KZ-43:500 KZ-47:1998 KZ-55:950 KZ-59:500 KZ-61+KZ-79:2765 "
        + "KZ-71:127 KZ-75:110"
    ),
    // Abai and East Kazakhstan of 2023 are the East Kazakhstan of 2020: 196 + 239.
    (.kandas, 2023, "2020-12-31", "KZ-11:270 KZ-39:150 KZ-55:932 KZ-59:138 KZ-63:435"),
    // What is not known of a part is not known of the whole.
    (.settlers, 2025, "2020-12-31", "KZ-35:? KZ-39:535 KZ-55:3050 KZ-59:2969 KZ-63:?"),
    (.kandas, 2020, "2020-12-31", "KZ-11:258 KZ-39:350 KZ-55:500 KZ-59:120 KZ-63:150"),
  ]

  @Test(arguments: told.indices) func `a quota is told in the regions of another day`(
    index: Int
  ) throws {
    let (kind, year, of, lines) = Self.told[index]
    let day = try TestRegister.day(of)
    let usage = try TestRegister().answer(QuotaUsage(kind: kind, year: year, regionsOf: day))
    #expect(Self.lines(usage) == lines)
  }

  @Test func `what was entered later is left out`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1", count: 2, region: "KZ-27"))
    try register.include(family, protocolNumber: "12")
    try register.move(to: "2026-05-10")
    let other = try register.register(Samples.family("A-2", count: 3, region: "KZ-27"))
    // A protocol of 5 May, entered on the 10th, and an order of the 6th.
    try register.include(other, protocolNumber: "13", on: "2026-05-05")
    try register.order("late", from: "2026-05-06", [("KZ-27", 40)])
    func line(on: String, knownAt: String?) throws -> [Int64?] {
      let usage = try register.answer(
        QuotaUsage(
          kind: .kandas, year: 2026, on: TestRegister.day(on),
          knownAt: knownAt.flatMap { Instant(iso: $0) }))
      let line = try #require(usage.lines.first { $0.region == "KZ-27" })
      return [line.allotted, line.used]
    }
    #expect(try line(on: "2026-05-07", knownAt: "2026-05-08T00:00:00Z") == [30, 2])
    #expect(try line(on: "2026-05-07", knownAt: nil) == [40, 5])
    #expect(try line(on: "2026-05-05", knownAt: nil) == [30, 5])
    #expect(try line(on: "2026-05-04", knownAt: nil) == [30, 2])
    let before = try Self.failureBefore(register)
    #expect(before == .quotaUnknown)
  }

  /// Before the register was set up nothing was known of any order.
  private static func failureBefore(_ register: TestRegister) throws -> Code? {
    let moment = try #require(Instant(iso: "2026-01-01T00:00:00Z"))
    return refusal {
      try register.answer(QuotaUsage(kind: .kandas, year: 2026, knownAt: moment))
    }
  }

  @Test func `a year month by month, of the country and of one region`() throws {
    let register = try TestRegister(on: "2026-02-10")
    for (day, reference, count) in [("2026-02-10", "A-1", 2), ("2026-04-20", "A-2", 3)] {
      try register.move(to: day)
      let family = try register.register(Samples.family(reference, count: count, region: "KZ-27"))
      try register.include(family, protocolNumber: "12")
    }
    try register.order("more", from: "2026-04-25", total: 2291, [("KZ-27", 40)])
    try register.move(to: "2026-05-15")
    let country = try register.answer(QuotaUsage(kind: .kandas, year: 2026, by: .month))
    #expect(
      Self.lines(country)
        == "2026-01:2281 2026-02:2281 2026-03:2281 2026-04:2291 2026-05:2291")
    #expect(country.lines.map(\.used) == [0, 2, 2, 5, 5])
    #expect(country.names["2026-05"]?.en == "to 2026-05-15")
    let region = try register.answer(
      QuotaUsage(kind: .kandas, year: 2026, by: .month, region: "KZ-27"))
    #expect(region.lines.map(\.free) == [30, 28, 28, 35, 35])
    #expect(region.total.free == 35)
    #expect(
      try register.answer(QuotaUsage(kind: .kandas, year: 2025, by: .month)).lines.count == 12)
  }

  @Test func `earlier years stand in their own units, at their end or at the same day`() throws {
    let register = try TestRegister(on: "2025-03-03")
    try register.include(
      register.register(Samples.family("A-1", count: 2, region: "KZ-27")), protocolNumber: "3")
    try register.move(to: "2025-09-01")
    try register.include(
      register.register(Samples.family("A-2", count: 3, region: "KZ-55")), protocolNumber: "9")
    try register.move(to: "2026-05-15")
    try register.include(
      register.register(Samples.family("A-3", count: 1, region: "KZ-27")), protocolNumber: "4")
    func years(on day: String? = nil, region: String? = nil) throws -> [String] {
      let usage = try register.answer(
        QuotaUsage(
          kind: .kandas, year: 2026, on: TestRegister.day(day), by: .year, region: region))
      return usage.lines.map { line in
        let unit = usage.units[line.region]?.rawValue ?? ""
        return "\(line.region) \(unit) \(line.allotted.map(String.init) ?? "?") \(line.used)"
      }
    }
    #expect(
      try years() == [
        "2016 family 1259 0", "2019 person ? 0", "2020 person 1378 0", "2021 person ? 0",
        "2022 person 1499 0", "2023 person 1925 0", "2024 person 3033 0", "2025 person 2309 5",
        "2026 person 2281 1",
      ])
    // The order that raised 2024 to 3 033 took effect on 24 August.
    #expect(
      try years(on: "2026-05-01").suffix(3) == [
        "2024 person 2433 0", "2025 person 2309 2", "2026 person 2281 0",
      ])
    #expect(
      try years(region: "KZ-27").suffix(2) == ["2025 person 30 2", "2026 person 30 1"])
  }

  @Test func `what each protocol has confirmed sums to what is used`() throws {
    let register = try TestRegister(on: "2026-05-01")
    for (reference, region, count, number) in [
      ("A-1", "KZ-55", 2, "12"), ("A-2", "KZ-55", 3, nil), ("A-3", "KZ-55", 1, "12"),
      ("A-4", "KZ-27", 1, "12"), ("A-5", "KZ-55", 1, "11"),
    ] {
      try register.include(
        register.register(Samples.family(reference, count: count, region: region)),
        protocolNumber: number)
    }
    let usage = try register.answer(QuotaUsage(kind: .kandas, year: 2026, by: .commission))
    #expect(
      usage.lines.map { "\($0.region) \($0.reserved) \($0.used)" }
        == ["KZ-27/12 0 1", "KZ-55 3 0", "KZ-55/11 0 1", "KZ-55/12 0 3"])
    #expect(usage.lines.reduce(0) { $0 + $1.used } == usage.total.used)
    #expect(usage.lines.reduce(0) { $0 + $1.reserved } == usage.total.reserved)
    #expect(usage.names["KZ-55/12"]?.en == "protocol 12")
    #expect(usage.names["KZ-55"]?.en == "reserved, no protocol yet")
  }

  @Test func `the countries that families came from sum to what is used`() throws {
    let register = try TestRegister(on: "2026-05-01")
    for (reference, country, count, number) in [
      ("A-1", "CHN", 2, "12"), ("A-2", "UZB", 3, nil), ("A-3", "CHN", 1, "12"),
      ("A-4", "", 1, "12"),
    ] {
      let rows = Samples.family(reference, count: count).with(.originCountry, country)
      try register.include(register.register(rows), protocolNumber: number)
    }
    func byCountry(on day: String? = nil) throws -> [String] {
      let usage = try register.answer(
        QuotaUsage(kind: .kandas, year: 2026, on: TestRegister.day(day), by: .country))
      #expect(usage.lines.reduce(0) { $0 + $1.used } == usage.total.used)
      #expect(usage.lines.reduce(0) { $0 + $1.reserved } == usage.total.reserved)
      return usage.lines.map { "\($0.region) \($0.reserved) \($0.used)" }
    }
    #expect(try byCountry() == ["CHN 0 3", "? 0 1", "UZB 3 0"])
    #expect(try byCountry(on: "2026-04-30") == [])
    try register.move(to: "2026-05-10")
    let held = Number<Inclusion>(year: 2026, serial: 1)
    try register.perform(
      ReleaseInclusion(inclusion: held, people: [.p(2)], reason: "left", protocolNumber: "13"))
    try register.perform(
      ReleaseInclusion(
        inclusion: Number(year: 2026, serial: 3), reason: "left", protocolNumber: "13"))
    #expect(try byCountry() == ["? 0 1", "CHN 0 1", "UZB 3 0"])
    // As it stood before.
    #expect(try byCountry(on: "2026-05-09") == ["CHN 0 3", "? 0 1", "UZB 3 0"])
  }

  @Test func `the pace of a region says when its places run out`() throws {
    let register = try TestRegister(on: "2026-05-01")
    try register.order("cut", from: "2026-05-01", [("KZ-27", 6)])
    let family = try register.register(Samples.family("A-1", count: 4, region: "KZ-27"))
    try register.include(family, protocolNumber: "12")
    let usage = try register.usage()
    let pace = try #require(usage.paces["KZ-27"])
    // 4 in the 121 days since 1 January; 2 are left: 60.5 days, so the 61st.
    #expect(pace.taken == 4 && pace.days == 121)
    #expect(pace.runsOutOn == LocalDate(iso: "2026-07-01"))
    #expect(usage.paces["KZ-10"]?.runsOutOn == nil)
    #expect(try register.usage(year: 2025).paces == [:])
  }
}
