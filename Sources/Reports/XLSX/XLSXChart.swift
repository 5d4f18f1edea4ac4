import Domain
import Spreadsheet

/// The chart of a report on a sheet of its own, drawn by the reader's program from the figures there.
///
/// Spreadsheets have no map of squares, so the figures of one stand in the table alone.
struct XLSXChart {
  private let form: SheetChart.Form
  private let series: [String]
  private var rows: [(label: String, values: [Int64?])] = []

  static func append(
    _ chart: Chart, number: Int, _ language: Language, to workbook: Workbook
  ) throws(Failure) {
    guard let figures = XLSXChart(chart, language), !figures.rows.isEmpty else { return }
    let name = Wording.chartSheet[language]
    let sheet = try workbook.addSheet(number > 1 ? "\(name) \(number)" : name)
    try figures.write(chart.title[language], chart.unit[language], to: sheet)
  }

  private init?(_ chart: Chart, _ language: Language) {
    switch chart {
    case .bars(let chart):
      form = .bars
      series = chart.parts.map { $0[language] }
      rows = chart.bars.map { ($0.label[language], $0.values.map { Optional($0) }) }
    case .line(let chart):
      form = .line(chart.lines.map(\.kind))
      series = chart.lines.map { $0.name[language] }
      rows = chart.points.enumerated().map { index, point in
        (point[language], chart.lines.map { $0.values[index] })
      }
    case .tiles: return nil
    case .pyramid(let chart):
      form = .pairs
      series = [AgePyramid.men[language], AgePyramid.women[language]]
      rows = chart.bands.map { ($0.label, [$0.men, $0.women]) }
    }
  }

  private func write(
    _ title: String, _ unit: String, to sheet: Sheet
  ) throws(Failure) {
    try sheet.write(title, 0, 0, CellStyle().with { $0.isBold = true })
    let head = CellStyle().with {
      $0.isBold = true
      $0.isShaded = true
      $0.alignment = .end
    }
    for (index, name) in series.enumerated() {
      try sheet.write(DisplayWidth.safe(name), 1, index + 1, head)
    }
    var width = 12
    for (row, (label, values)) in rows.enumerated() {
      let label = DisplayWidth.safe(label)
      width = max(width, DisplayWidth.of(label))
      try sheet.write(label, row + 2, 0, CellStyle().with { $0.number = "@" })
      for (index, value) in values.enumerated() {
        guard let value else { continue }
        try sheet.write(
          Double(value), row + 2, index + 1, CellStyle().with { $0.number = "#,##0" })
      }
    }
    try sheet.setWidth(Double(min(width, 40) + 2), ofColumn: 0)
    for index in series.indices { try sheet.setWidth(16, ofColumn: index + 1) }
    let drawn = SheetChart(
      form: form, title: title, unit: unit, rows: 2...(rows.count + 1), series: series.count)
    try sheet.draw(drawn, row: 0, column: series.count + 2)
    try sheet.setUpPrinting(isLandscape: true, repeated: nil, footer: "")
  }
}
