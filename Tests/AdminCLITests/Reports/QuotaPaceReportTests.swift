import TestSupport
import Testing

/// The pace of a quota: what is taken month by month, beside the quota and an even pace.
@Suite("The pace of a quota in its report") struct QuotaPaceReportTests {
  /// Six of 2,281 places were taken on 2 November, the 306th day of 365: evenly, it would be 1,912.
  private static func desk() throws -> CommandDesk {
    let desk = try DeskFiles.desk()
    for line in ["family import @intake.csv", "quota include --waiting --protocol 12"] {
      let answer = desk.run(line)
      #expect(answer.exit == 0, "\(line): \(answer.err)")
    }
    return desk
  }

  private static let months = [193, 368, 562, 749, 943, 1131, 1324, 1518, 1706, 1899, 1912]

  @Test func `the lines stand below the regions, as data and on paper`() throws {
    let desk = try Self.desk()
    let report = try JSON(desk.run("report quota-usage --json").out)
    let lines = report["timelines"].elements.first?["lines"].elements ?? []
    #expect(lines.count == 3)
    #expect(
      lines[0]["values"].elements.compactMap(\.number) == Array(repeating: 0, count: 10) + [6])
    #expect(lines[1]["limit"] == true)
    #expect(lines[1]["values"].elements.compactMap(\.number) == Array(repeating: 2281, count: 11))
    #expect(lines[2]["even_pace"] == true)
    #expect(lines[2]["values"].elements.compactMap(\.number) == Self.months.map(Int64.init))
    for ending in ["txt", "html", "xlsx", "pdf"] {
      #expect(desk.run("report quota-usage --lang ru -o @q.\(ending)").exit == 0)
    }
    #expect(try desk.text(of: "q.txt").contains("┆ При ровном темпе"))
    let page = try desk.text(of: "q.html")
    #expect(
      page.contains(
        "2026-11: Занято и зарезервировано 6, Выделено 2\u{A0}281, При ровном темпе 1\u{A0}912"))
    #expect(page.contains("id=\"cd\"") && page.contains("id=\"cd2\""))
    let paper = try Tool.output("pdftotext", ["-layout", desk.path("q.pdf"), "-"])
    #expect(paper.contains("Места по регионам") && paper.contains("Места по месяцам"))
    #expect(paper.contains("При ровном темпе 1"))
    let sheets = try Tool.output("unzip", ["-p", desk.path("q.xlsx"), "xl/workbook.xml"])
    #expect(sheets.contains("name=\"Диаграмма 2\""))
  }

  @Test func `by month the same figures are rows`() throws {
    let desk = try Self.desk()
    let report = try JSON(desk.run("report quota-usage --by month --json").out)
    let rows = report["rows"].elements
    #expect(rows.compactMap { $0["even_pace"].number } == Self.months.map(Int64.init))
    #expect(rows.last?["used"].number == 6)
    #expect(report["total"]["even_pace"].number == 1912)
    #expect(report["timelines"].elements.isEmpty)
    let usage = try JSON(desk.run("quota usage --year 2026 --kind kandas --by month --json").out)
    #expect(usage["rows"].elements.last?["even_pace"].number == 1912)
    #expect(desk.run("report quota-usage --by country").err.contains("--by region, zone, month"))
  }

  /// Two months side by side tell how few came in one, and no row of the table hides that.
  @Test func `it is not published`() throws {
    let desk = try Self.desk()
    let report = try JSON(desk.run("report quota-usage --publish --json").out)
    #expect(report["timelines"].elements.isEmpty)
    #expect(desk.run("report quota-usage --by month --publish").exit == 2)
  }

  /// What a digest covers: a place taken in another month changes no row of the table.
  @Test func `the digest is of the lines too`() throws {
    let (one, other) = (try Self.desk(), try DeskFiles.desk())
    #expect(other.run("family import @intake.csv --today 2026-10-30").exit == 0)
    #expect(
      other.run("quota include --waiting --protocol 12 --today 2026-10-30").exit == 0)
    let reports = try [one, other].map { try JSON($0.run("report quota-usage --json").out) }
    #expect(reports[0]["rows"] == reports[1]["rows"])
    #expect(reports[0]["origin"]["digest"] != reports[1]["origin"]["digest"])
  }
}
