import TestSupport
import Testing

/// What offices report of permits: three counts that are never added, fees, staff and violations.
@Suite("Reports on work permits") struct PermitReportTests {
  private static func rows(_ labour: LabourDesk, _ report: String, on day: String) throws -> [JSON]
  {
    try labour.run("report \(report)", on: day)["rows"].elements
  }

  /// Issued on 1 February 2017, extended on 15 December; the extension holds from 1 February 2018.
  @Test func `issued, extended and in force are counted by themselves`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-2", 2017, ["KZ-75": 10])
    try labour.staff("2:KAZ=100", asOf: "2017-01-05")
    let permit = try labour.issue(
      labour.application("EMP-2", section: "P") + " --months 12", fee: "358502", on: "2017-02-01")
    let extended =
      try labour.run(
        "permit extend \(permit) --months 12 --papers application,passport,contract",
        on: "2017-12-15")["permit"].text ?? ""
    try labour.finish(extended, fee: "358502", on: "2017-12-15")
    func counts(_ period: String) throws -> [Int64?] {
      let row = try Self.rows(labour, "permits \(period)", on: "2018-03-01").first
      return ["issued", "extended", "replaced", "in_force"].map { row?[$0].number }
    }
    #expect(try counts("--from 2017-01-01 --to 2017-06-30") == [1, 0, 0, 1])
    #expect(try counts("--from 2017-12-01 --to 2017-12-31") == [0, 1, 0, 1])
    #expect(try counts("--from 2017-01-01 --to 2018-03-01") == [1, 1, 0, 1])
    let countries = try Self.rows(
      labour, "permits --from 2017-01-01 --to 2017-12-31 --by country", on: "2018-03-01")
    #expect(countries.map { $0["code"].text } == ["CHN"])
    let sections = try Self.rows(
      labour, "permits --from 2017-01-01 --to 2017-12-31 --by section", on: "2018-03-01")
    #expect(sections.map { $0["code"].text } == ["P"])
  }

  /// 51,900 were paid; 103,800 are asked for and not paid.
  @Test func `fees that were paid stand beside those that are due`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 5])
    _ = try labour.issue(
      labour.application("SEAS", section: "A") + " --days 90", fee: "51900", on: "2026-03-02")
    let line = labour.application("SEAS", worker: 1, section: "A") + " --days 180"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    try labour.run("permit approve \(permit)", on: "2026-03-02")
    try labour.run("permit notice \(permit)", on: "2026-03-02")
    let row = try Self.rows(labour, "permit-fees --year 2026", on: "2026-03-03").first
    #expect(row?["code"].text == "SEAS")
    #expect(row?["paid_count"] == 1)
    #expect(row?["paid"].text == "51900.00")
    #expect(row?["due_count"] == 1)
    #expect(row?["due"].text == "103800.00")
  }

  @Test func `the local content of employers, and what they were found to have done`() throws {
    let labour = try LabourDesk()
    try labour.staff("1:KAZ=7 1:CHN=3 3:KAZ=88 3:CHN=12", asOf: "2026-03-01")
    let row = try Self.rows(labour, "local-content", on: "2026-03-02").first
    #expect(row?["share_12"].text == "70.0")
    #expect(row?["verdict_12"].text == "kept")
    #expect(row?["share_34"].text == "88.0")
    #expect(row?["verdict_34"].text == "not kept")
    _ = try LabourDesk.done(
      labour.desk.run(
        "employer violation \(LabourDesk.employer) --ground illegal-hire --found 2026-02-10 "
          + "--document 'ruling 31'"))
    let found = try Self.rows(labour, "violations --year 2026", on: "2026-03-02").first
    #expect(found?["barred_until"].text == "2027-02-09")
  }

  @Test func `what ends soon`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 5])
    let permit = try labour.issue(
      labour.application("SEAS", section: "A") + " --days 90", fee: "51900", on: "2026-03-02")
    #expect(try Self.rows(labour, "permits-expiring", on: "2026-03-30").isEmpty)
    let row = try Self.rows(labour, "permits-expiring", on: "2026-03-31").first
    #expect(row?["permit"].text == permit)
    #expect(row?["last_day"].text == "2026-05-30")
  }
}
