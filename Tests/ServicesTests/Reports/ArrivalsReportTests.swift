import Domain
import Services
import TestSupport
import Testing

/// Who arrived in a period: twelve people of four families in 2026.
@Suite struct ArrivalsReportTests {
  static let countings: [(by: ArrivalGrouping, lines: [String], total: String)] = [
    (
      .country,
      [
        "MNG|Mongolia|1|5|417‰", "CHN|China|1|3|250‰", "UZB|Uzbekistan|1|2|167‰",
        "|not said|1|2|167‰",
      ],
      "Total||4|12|1000‰"
    ),
    (
      .region,
      ["KZ-10|Abai Region|1|2|167‰", "KZ-55|Pavlodar Region|2|8|667‰", "KZ-75|Almaty|1|2|167‰"],
      "Total||4|12|1000‰"
    ),
    (
      .zone,
      [
        "zone-1|North zone|3|10|833‰", "zone-2|South zone|0|0|0‰",
        "zone-3|Central zone|1|2|167‰",
      ], "Total||4|12|1000‰"
    ),
    (
      .age, ["working|Working age|8|667‰", "minor|Minors|3|250‰", "pension|Pension age|1|83‰"],
      "Total||12|1000‰"
    ),
    (
      .education,
      [
        "higher|Higher|0|0‰", "secondary_special|Secondary special|0|0‰",
        "secondary|General secondary|4|500‰", "none|None|0|0‰", "|not said|4|500‰",
      ], "Total||8|1000‰"
    ),
  ]

  @Test(arguments: countings) func `arrivals of a year`(
    by: ArrivalGrouping, lines: [String], total: String
  ) throws {
    let desk = try FamilyDesk()
    let report = try desk.register.answer(
      ArrivalsReport(period: FamilyDesk.period("2026-01-01", "2026-05-01"), by: by))
    #expect(report.defects == [])
    #expect(report.lines == lines)
    #expect(report.total.map(Report.line) == total)
  }

  @Test func `one country stands for itself, the others make the last line`() throws {
    let desk = try FamilyDesk()
    let period = try FamilyDesk.period("2026-01-01", "2026-05-01")
    let query = ArrivalsReport(period: period, top: 1, rounding: .ministry)
    #expect(
      try desk.register.answer(query).lines == [
        "MNG|Mongolia|1|5|417‰", "|not said|1|2|167‰", "|Other|2|5|416‰",
      ])
  }

  @Test func `a region and a period leave out the others`() throws {
    let desk = try FamilyDesk()
    let period = try FamilyDesk.period("2025-12-31", "2026-03-10", region: "KZ-55")
    #expect(
      try desk.register.answer(ArrivalsReport(period: period)).lines == ["MNG|Mongolia|2|6|1000‰"])
    let none = try FamilyDesk.period("2024-01-01", "2024-12-31")
    let empty = try desk.register.answer(ArrivalsReport(period: none))
    #expect(empty.lines == [] && empty.defects == [])
    #expect(empty.total.map(Report.line) == "Total||0|0|")
  }

  /// A move and a split change nothing of who arrived; a correction of the day does.
  @Test func `what comes later is no arrival`() throws {
    let desk = try FamilyDesk()
    try desk.move()
    try desk.register.perform(
      SplitFamily(
        family: desk.families[0], leaving: [.p(5)], head: .p(5),
        ground: FamilyDesk.ground("2026-04-15")))
    let query = ArrivalsReport(
      period: try FamilyDesk.period("2026-01-01", "2026-05-01"), by: .region)
    #expect(
      try desk.register.answer(query).lines == [
        "KZ-10|Abai Region|1|2|167‰", "KZ-55|Pavlodar Region|2|8|667‰", "KZ-75|Almaty|1|2|167‰",
      ])
  }

  /// On 2026-05-01: sixty-three years for a man, sixty-one for a woman, eighteen for both.
  static let births: [(sex: String, birth: String, line: String)] = [
    ("M", "1963-05-01", "pension"), ("M", "1963-05-02", "working"), ("F", "1965-05-01", "pension"),
    ("F", "1965-05-02", "working"), ("F", "1965-05", "open"), ("F", "1965", "open"),
    ("M", "1964", "working"), ("M", "2008-05-01", "working"), ("M", "2008-05-02", "minor"),
    ("M", "2008-05", "open"), ("M", "2008", "open"), ("M", "2009", "minor"), ("M", "", "open"),
  ]

  @Test(arguments: births) func `an age is told only where the birth date does`(
    sex: String, birth: String, line: String
  ) throws {
    let register = try TestRegister(on: "2026-05-01", isDurable: false)
    try register.register(
      Samples.family("one", count: 1).with(.sex, sex).with(.birthDate, birth))
    let query = ArrivalsReport(period: try FamilyDesk.period("2026-01-01", "2026-05-01"), by: .age)
    let lines = try register.answer(query).lines
    let counted = lines.filter { !$0.hasSuffix("|0|0‰") }
    #expect(counted.count == 1)
    #expect(counted[0].hasPrefix(line == "open" ? "|Birth date leaves" : "\(line)|"), "\(lines)")
  }
}
