import Domain
import Spreadsheet

/// A report as a workbook of Excel: typed cells, totals that reckon themselves, a native chart.
///
/// Money and shares are stored as the format stores every number, as doubles: they show their exact
/// digits up to fifteen, and a figure with more of them is written as text.
enum XLSXRenderer {
  static func render(_ report: Report, _ language: Language) throws(Failure) -> [UInt8] {
    let workbook = try Workbook(title: report.title[language], created: report.stamp)
    let sheet = try workbook.addSheet(Wording.sheet[language])
    var table = XLSXTable(report, language, sheet)
    try appendHeading(of: report, language, to: sheet)
    try table.write(from: report.facts.count + 2)
    try appendLists(of: report, language, to: sheet, from: table.nextRow)
    let page = "&R\(Wording.foot(of: report, "&P", of: "&N", language))"
    let footer = "&L\(escaped(report.title[language]))\(page)"
    try sheet.setUpPrinting(
      isLandscape: table.width > 95, repeated: table.headRow,
      footer: footer.utf8.count > 250 ? page : footer)
    for (index, chart) in report.charts.enumerated() {
      try XLSXChart.append(chart, number: index + 1, language, to: workbook)
    }
    return try workbook.finish()
  }

  private static func appendHeading(
    of report: Report, _ language: Language, to sheet: Sheet
  ) throws(Failure) {
    let title = CellStyle().with {
      $0.isBold = true
      $0.size = 14
    }
    try sheet.setHeight(22, ofRow: 0)
    try sheet.write(DisplayWidth.safe(report.title[language]), 0, 0, title)
    for (index, fact) in report.facts.enumerated() {
      let value = DisplayWidth.safe(fact.value.shownAlone(in: language))
      try sheet.write("\(fact.label[language]): \(value)", index + 1, 0, CellStyle())
    }
  }

  /// Notes and sources, wrapped over the width of the table.
  private static func appendLists(
    of report: Report, _ language: Language, to sheet: Sheet, from first: Int
  ) throws(Failure) {
    var row = first + 1
    for (heading, items) in Wording.lists(of: report, language) {
      try sheet.write(heading, row, 0, CellStyle().with { $0.isBold = true })
      row += 1
      for item in items {
        try append(note: DisplayWidth.safe(item), to: sheet, row, report.columns.count)
        row += 1
      }
      row += 1
    }
  }

  private static func append(
    note: String, to sheet: Sheet, _ row: Int, _ columns: Int
  ) throws(Failure) {
    let style = CellStyle().with { $0.wraps = true }
    // Merged cells never grow by themselves; a dozen letters a column is what any table has.
    let lines = DisplayWidth.wrap(note, to: max(60, columns * 12)).count
    try sheet.setHeight(Double(lines) * 14, ofRow: row)
    try sheet.merge(note, row, through: max(columns - 1, 4), style)
  }

  /// `&` begins a command in footers.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}
