import Domain
import Reports
import TestSupport
import Testing

/// Every form of chart in every form of report.
@Suite("Charts")
struct ChartTests {
  static let texts: [(chart: Chart, text: String)] = [
    (
      SampleCharts.line,
      """
      Places by month (people)
      █ Used   │ Quota
      2026-01                      │                      0 / 800
      2026-02  █                   │                      10 / 800
      2026-03                                          │  … / 1 600
      2026-04  █████████████████████████               │  1 000 / 1 600

      """
    ),
    (
      SampleCharts.tiles,
      """
      Families (people)
                 Kostanay
                 ██ 400

      West Kaz.  Astana     East Kaz.
      ░░ 100     ▒▒ 101     ·· 0

      Mangystau
      ·· …

      ·· 0   ░░ 1–100   ▒▒ 101–200   ▓▓ 201–300   ██ 301–400

      """
    ),
    (
      SampleCharts.pyramid,
      """
      People by age (people)
                                           Men       Women
                                           1 █  65+  ▒ 40
                           600 ███████████████  5–9   0
          1 200 ██████████████████████████████  0–4  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 1 100

      """
    ),
  ]

  @Test("On the screen", arguments: texts)
  func text(chart: Chart, text: String) {
    let whole = TextRenderer.render(SampleCharts.report(chart), .en)
    let plain = Self.plain(whole)
    #expect(plain.hasSuffix("\n\n" + text), "\(plain)")
  }

  /// Groups of digits are held together by no-break spaces; plain ones read better here.
  private static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  static let values: [(chart: Chart, json: String)] = [
    (
      SampleCharts.line,
      """
      {"title":"Places by month","unit":"people","form":"line",\
      "points":["2026-01","2026-02","2026-03","2026-04"],\
      "lines":[{"name":"Used","limit":false,"even_pace":false,"values":[0,10,null,1000]},\
      {"name":"Quota","limit":true,"even_pace":false,"values":[800,800,1600,1600]}]}
      """
    ),
    (
      SampleCharts.pyramid,
      """
      {"title":"People by age","unit":"people","form":"pyramid",\
      "bands":[{"age":"0–4","men":1200,"women":1100},{"age":"5–9","men":600,"women":0},\
      {"age":"65+","men":1,"women":40}]}
      """
    ),
  ]

  @Test("As data", arguments: values)
  func json(chart: Chart, json: String) {
    let whole = JSONRenderer.value(of: SampleCharts.report(chart), .en).compact
    #expect(whole.hasSuffix("\"chart\":\(json)}"), "\(whole)")
  }

  @Test("The map as data gives every region its square")
  func map() throws {
    let whole = JSONRenderer.value(of: SampleCharts.report(SampleCharts.tiles), .kk).compact
    let tiles = try JSON(whole)["chart"]["tiles"].elements
    #expect(tiles.count == 5)
    #expect(
      tiles.first
        == ["region": "KZ-39", "name": "Қостанай", "row": 0, "column": 1, "value": 400])
    #expect(tiles.last?["value"] == .null)
  }

  static let drawn: [(chart: Chart, words: [String], sheets: Int)] = [
    (SampleCharts.line, ["2026-01", "Игерілгені 1 000", "Квота 1 600"], 2),
    (SampleCharts.tiles, ["Қостанай", "400", "101–200", "…"], 1),
    (SampleCharts.pyramid, ["Ерлер", "Әйелдер", "65+", "1 200"], 2),
  ]

  @Test("On paper, in a page and in a workbook", arguments: drawn)
  func shown(chart: Chart, words: [String], sheets: Int) throws {
    let report = SampleCharts.report(chart)
    let folder = try TemporaryFolder()
    for format in [ReportFormat.pdf, .xlsx, .csv] {
      try folder.write(format.file(of: report, in: .kk), to: "a.\(format.rawValue)")
    }
    let paper = try Tool.output("pdftotext", ["-layout", folder.file("a.pdf"), "-"])
    let html = HTMLRenderer.render(report, .kk)
    for word in words {
      #expect(Self.plain(paper).contains(word), "\(word)")
      #expect(Self.plain(html).contains(word), "\(word)")
    }
    #expect(!html.contains("url(") && !html.contains("NaN") && !html.contains("inf"))
    let read = try Workbooks.read([(folder.file("a.xlsx"), folder.file("a.csv"))])
    #expect(read.first?["charts"] == .number(Int64(sheets - 1)))
    #expect(read.first?["sheets"].elements.count == sheets)
  }

  @Test("A chart that does not fit its own shape says so")
  func defects() {
    var line = SampleCharts.line
    if case .line(var chart) = line {
      chart.lines[0].values.removeLast()
      line = .line(chart)
    }
    #expect(
      SampleCharts.report(line).defects == ["the line “Used” has not one value for each point"])
    var map = SampleCharts.tiles
    if case .tiles(var chart) = map {
      chart.tiles.append(chart.tiles[0])
      map = .tiles(chart)
    }
    #expect(SampleCharts.report(map).defects == ["two squares stand where KZ-39 does"])
  }
}
