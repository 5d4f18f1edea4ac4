import Domain
import Spreadsheet

/// The chart of a report on a sheet of its own, drawn by the reader's program from the figures there.
enum XLSXChart {
  static func append(
    _ chart: BarChart, _ language: Language, to workbook: Workbook
  ) throws(Failure) {
    guard !chart.bars.isEmpty else { return }
    let sheet = try workbook.addSheet(Wording.chartSheet[language])
    let title = chart.title[language]
    try sheet.write(title, 0, 0, CellStyle().with { $0.isBold = true })
    let head = CellStyle().with {
      $0.isBold = true
      $0.isShaded = true
      $0.alignment = .end
    }
    for (index, part) in chart.parts.enumerated() {
      try sheet.write(DisplayWidth.safe(part[language]), 1, index + 1, head)
    }
    let figure = CellStyle().with { $0.number = "#,##0" }
    var width = 12
    for (row, bar) in chart.bars.enumerated() {
      let label = DisplayWidth.safe(bar.label[language])
      width = max(width, DisplayWidth.of(label))
      try sheet.write(label, row + 2, 0, CellStyle().with { $0.number = "@" })
      for (index, value) in bar.values.enumerated() {
        try sheet.write(Double(value), row + 2, index + 1, figure)
      }
    }
    try sheet.setWidth(Double(min(width, 40) + 2), ofColumn: 0)
    for index in chart.parts.indices { try sheet.setWidth(16, ofColumn: index + 1) }
    let drawn = SheetChart(
      form: .bars, title: title, unit: chart.unit[language], rows: 2...(chart.bars.count + 1),
      series: chart.parts.count)
    try sheet.draw(drawn, row: 0, column: chart.parts.count + 2)
    try sheet.setUpPrinting(isLandscape: true, repeated: nil, footer: "")
  }
}
