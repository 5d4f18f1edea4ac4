import Domain
import Services
import TestSupport
import Testing

/// The quota of every order that ships with Kosh, as the usage shows it.
@Suite struct ShippedOrdersTests {
  struct Quota: Sendable {
    let kind: QuotaKind
    let year: Int
    var unit = QuotaUnit.person
    let on: String
    let total: Int64
    var undistributed: Int64 = 0
    /// Regions in the official order; `?` where the number is not known.
    let lines: String
  }

  /// As the orders were printed; the clock stands on 2026-05-01.
  static let quotas: [Quota] = [
    Quota(
      kind: .immigration, year: 2007, unit: .family, on: "2007-12-31", total: 15_000,
      lines: "11:1020 15:880 19:1260 23:450 27:485 31:980 35:1005 39:875 43:500 47:1998 "
        + "YUZ:2765 55:950 59:500 63:1095 71:127 75:110"),
    Quota(
      kind: .immigration, year: 1993, unit: .family, on: "1993-12-31", total: 10_000,
      undistributed: 10_000, lines: ""),
    Quota(
      kind: .immigration, year: 1997, unit: .family, on: "1997-12-31", total: 2180,
      undistributed: 2180, lines: ""),
    Quota(
      kind: .immigration, year: 2004, unit: .family, on: "2004-12-31", total: 10_000,
      undistributed: 9190,
      lines: "11:810 15:? 19:? 23:? 27:? 31:? 35:? 39:? 43:? 47:? YUZ:? 55:? 59:? 63:? 71:? 75:?"),
    Quota(
      kind: .immigration, year: 2014, unit: .family, on: "2014-12-31", total: 10_000,
      undistributed: 10_000, lines: ""),
    Quota(
      kind: .nurlyKosh, year: 2009, unit: .family, on: "2011-12-31", total: 75_000,
      undistributed: 75_000, lines: ""),
    Quota(
      kind: .kandas, year: 2016, unit: .family, on: "2016-12-31", total: 1259,
      undistributed: 1259, lines: ""),
    Quota(
      kind: .settlers, year: 2016, unit: .family, on: "2016-12-31", total: 463,
      undistributed: 463, lines: ""),
    Quota(
      kind: .settlers, year: 2018, unit: .family, on: "2018-12-31", total: 1700,
      undistributed: 1700, lines: ""),
    Quota(
      kind: .kandas, year: 2022, on: "2022-12-31", total: 1499, undistributed: 1499, lines: ""),
    Quota(
      kind: .settlers, year: 2022, on: "2022-12-31", total: 6587, undistributed: 6587, lines: ""),
    Quota(
      kind: .kandas, year: 2020, on: "2020-12-31", total: 1378,
      lines: "11:258 39:350 55:500 59:120 63:150"),
    Quota(
      kind: .kandas, year: 2023, on: "2023-12-31", total: 1925,
      lines: "10:196 11:270 39:150 55:932 59:138 63:239"),
    Quota(
      kind: .settlers, year: 2023, on: "2023-12-31", total: 6727,
      lines: "10:238 35:33 39:530 55:2841 59:2660 62:120 63:305"),
    Quota(
      kind: .kandas, year: 2025, on: "2025-12-31", total: 2309,
      lines: "10:244 11:285 23:100 27:30 39:150 55:1056 59:175 63:269"),
    Quota(
      kind: .settlers, year: 2025, on: "2025-12-31", total: 7344, undistributed: 790,
      lines: "10:? 35:? 39:535 55:3050 59:2969 62:? 63:?"),
    Quota(
      kind: .kandas, year: 2026, on: "2026-05-01", total: 2281,
      lines: "10:264 11:285 23:125 27:30 39:200 55:977 59:200 63:200"),
    Quota(
      kind: .settlers, year: 2026, on: "2026-05-01", total: 5997,
      lines: "10:275 35:37 39:485 55:1655 59:2820 62:125 63:600"),
  ]

  @Test(arguments: quotas) func `a shipped order is the quota of its year`(_ quota: Quota) throws {
    let register = try TestRegister()
    let usage = try register.usage(quota.kind, year: quota.year)
    #expect(usage.unit == quota.unit)
    #expect("\(usage.on)" == quota.on)
    #expect(usage.total == QuotaLine(region: "KZ", allotted: quota.total, reserved: 0, used: 0))
    #expect(usage.undistributed == quota.undistributed)
    let lines = usage.lines.map { line in
      "\(line.region.dropFirst(3)):\(line.allotted.map { "\($0)" } ?? "?")"
    }
    #expect(lines.joined(separator: " ") == quota.lines)
    #expect(usage.lines.allSatisfy { $0.reserved == 0 && $0.used == 0 && $0.free == $0.allotted })
    #expect(usage.orders.count == 1)
  }

  @Test func `an order is not in force before its day, nor in another year`() throws {
    let register = try TestRegister()
    #expect(refusal { try register.usage(on: "2025-12-31") } == .quotaUnknown)
    #expect(refusal { try register.usage(year: 2017) } == .quotaUnknown)
    #expect(refusal { try register.usage(.settlers, year: 2020) } == .quotaUnknown)
    #expect(refusal { try register.usage(on: "2026-01-01") } == nil)
  }

  /// In August 2024 the ministry moved 600 places from the settlers to kandas.
  @Test func `a change of mid-year is there before and after, and the sum of both stays`() throws {
    let register = try TestRegister()
    for (day, kandas, settlers, orders) in [
      ("2024-08-23", 2433 as Int64, 7050 as Int64, 1), ("2024-08-24", 3033, 6450, 2),
    ] {
      let usages = try [QuotaKind.kandas, .settlers].map { kind in
        try register.usage(kind, year: 2024, on: day)
      }
      #expect(usages.map(\.total.allotted) == [kandas, settlers])
      #expect(usages.map(\.orders.count) == [orders, orders])
      #expect(kandas + settlers == 9483)
    }
  }

  @Test(arguments: [2019, 2021]) func `a total that was not found is not zero`(year: Int) throws {
    let usage = try TestRegister().usage(year: year)
    #expect(usage.total.allotted == nil && usage.total.free == nil && usage.total.overrun == 0)
    #expect(usage.lines == [] && usage.undistributed == 0)
  }

  /// 726 + 3,402 + 5,893 + 3,131 + 4,994 and 906 + 5,054 + 10,786 + 2,888 + 2,366.
  @Test func `the permits of employers have one sum, without households`() throws {
    let register = try TestRegister()
    for (year, places, sum) in [
      (2026, [726, 3402, 5893, 3131, 4994] as [Int64], 18_146 as Int64),
      (2024, [906, 5054, 10_786, 2888, 2366], 22_000),
    ] {
      let usage = try register.answer(QuotaUsage(kind: .labour1, year: year, by: .category))
      #expect(usage.lines.map(\.allotted) == places)
      #expect(
        usage.lines.map(\.region)
          == ["labour-1", "labour-2", "labour-3", "labour-4", "labour-seasonal"])
      #expect(usage.total == QuotaLine(region: "KZ", allotted: sum, reserved: 0, used: 0))
      #expect(usage.undistributed == sum)
    }
    #expect(try register.usage(.household, year: 2024).total.allotted == 271_300)
    #expect(try register.usage(.household, year: 2023).total.allotted == 305_800)
    let day = "2026-01-01"
    #expect(refusal { try register.usage(.labour3, on: day) } == .quotaUnknown)
  }

  static let shares: [(kind: QuotaKind, year: Int, on: String, share: String)] = [
    (.labour3, 2021, "2021-12-31", "0.31"), (.labour3, 2024, "2024-12-31", "0.23"),
    (.labour3, 2025, "2025-08-30", "0.20"), (.seasonal, 2025, "2025-08-31", "0.25"),
    (.labour1, 2026, "2026-05-01", "0.25"), (.household, 2025, "2025-01-01", "3.0"),
    (.household, 2025, "2025-12-31", "2.95"), (.household, 2026, "2026-05-01", "2.9"),
  ]

  @Test(arguments: shares) func `an order keeps its share of the labour force to the digit`(
    kind: QuotaKind, year: Int, on day: String, share: String
  ) throws {
    let usage = try TestRegister().usage(kind, year: year, on: day)
    #expect(usage.orders.last?.labourShare?.rawValue == share)
    if year == 2025 || year == 2021 { #expect(usage.total.allotted == nil) }
  }

  @Test func `units of two eras stand in books of their own`() throws {
    let register = try TestRegister()
    #expect(try register.usage(year: 2016).unit == .family)
    #expect(try register.usage(year: 2020).unit == .person)
  }
}
