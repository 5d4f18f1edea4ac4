internal import CXlsxWriter
package import Domain

/// One sheet of a workbook; rows and columns count from zero.
package struct Sheet {
  let workbook: Workbook
  let name: String
  private let sheet: UnsafeMutablePointer<lxw_worksheet>

  /// The most letters that a cell may hold.
  private static let longestText = 32_767

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, named name: String, in workbook: Workbook) {
    self.sheet = sheet
    self.name = name
    self.workbook = workbook
  }

  package func write(_ text: String, _ row: Int, _ column: Int, _ style: CellStyle) throws(Failure)
  {
    guard text.utf8.count > Self.longestText else {
      return try put(text, row, column, style)
    }
    try put(String(text.prefix(Self.longestText)), row, column, style)
  }

  private func put(_ text: String, _ row: Int, _ column: Int, _ style: CellStyle) throws(Failure) {
    try workbook.check(
      workbook.library.pointee.worksheet_write_string(
        sheet, UInt32(clamping: row), UInt16(clamping: column), text, workbook.format(style)))
  }

  package func write(_ number: Double, _ row: Int, _ column: Int, _ style: CellStyle)
    throws(Failure)
  {
    try workbook.check(
      workbook.library.pointee.worksheet_write_number(
        sheet, UInt32(clamping: row), UInt16(clamping: column), number, workbook.format(style)))
  }

  /// A day; the calendar of spreadsheets begins in 1900.
  package func write(_ day: LocalDate, _ row: Int, _ column: Int, _ style: CellStyle)
    throws(Failure)
  {
    let parts = day.parts
    var date = lxw_datetime()
    (date.year, date.month, date.day) = (
      Int32(clamping: parts.year), Int32(clamping: parts.month), Int32(clamping: parts.day)
    )
    try workbook.check(
      workbook.library.pointee.worksheet_write_datetime(
        sheet, UInt32(clamping: row), UInt16(clamping: column), &date, workbook.format(style)))
  }

  /// A formula with the value that it has, for readers that do not calculate.
  package func write(
    formula: String, valued value: Double, _ row: Int, _ column: Int, _ style: CellStyle
  ) throws(Failure) {
    try workbook.check(
      workbook.library.pointee.worksheet_write_formula_num(
        sheet, UInt32(clamping: row), UInt16(clamping: column), formula, workbook.format(style),
        value))
  }

  package func writeBlank(_ row: Int, _ column: Int, _ style: CellStyle) throws(Failure) {
    try workbook.check(
      workbook.library.pointee.worksheet_write_blank(
        sheet, UInt32(clamping: row), UInt16(clamping: column), workbook.format(style)))
  }

  /// A text over the columns from the first through `last`.
  package func merge(_ text: String, _ row: Int, through last: Int, _ style: CellStyle)
    throws(Failure)
  {
    guard last > 0 else { return try write(text, row, 0, style) }
    let line = UInt32(clamping: row)
    try workbook.check(
      workbook.library.pointee.worksheet_merge_range(
        sheet, line, 0, line, UInt16(clamping: last), text, workbook.format(style)))
  }

  /// The height of a row in points; before its cells are written.
  package func setHeight(_ points: Double, ofRow row: Int) throws(Failure) {
    try workbook.check(
      workbook.library.pointee.worksheet_set_row(sheet, UInt32(clamping: row), points, nil))
  }

  /// The width of a column in letters.
  package func setWidth(_ letters: Double, ofColumn column: Int) throws(Failure) {
    let column = UInt16(clamping: column)
    try workbook.check(
      workbook.library.pointee.worksheet_set_column(sheet, column, column, letters, nil))
  }

  /// Keeps the rows above `row` and the columns before `column` in sight.
  package func freeze(row: Int, column: Int) {
    _ = workbook.library.pointee.worksheet_freeze_panes(
      sheet, UInt32(clamping: row), UInt16(clamping: column))
  }

  package func filter(rows: ClosedRange<Int>, throughColumn last: Int) throws(Failure) {
    try workbook.check(
      workbook.library.pointee.worksheet_autofilter(
        sheet, UInt32(clamping: rows.lowerBound), 0, UInt32(clamping: rows.upperBound),
        UInt16(clamping: last)))
  }

  /// A4, one page wide, with `repeated` at the head of each page.
  package func setUpPrinting(isLandscape: Bool, repeated: Int?, footer: String) throws(Failure) {
    _ = workbook.library.pointee.worksheet_set_paper(sheet, 9)
    if isLandscape { _ = workbook.library.pointee.worksheet_set_landscape(sheet) }
    _ = workbook.library.pointee.worksheet_set_margins(sheet, 0.6, 0.5, 0.6, 0.75)
    _ = workbook.library.pointee.worksheet_fit_to_pages(sheet, 1, 0)
    if let repeated {
      let row = UInt32(clamping: repeated)
      try workbook.check(workbook.library.pointee.worksheet_repeat_rows(sheet, row, row))
    }
    try workbook.check(workbook.library.pointee.worksheet_set_footer(sheet, footer))
  }

  func insert(
    _ chart: UnsafeMutablePointer<lxw_chart>, row: Int, column: Int,
    scale: (across: Double, down: Double)
  ) throws(Failure) {
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = scale
    try workbook.check(
      workbook.library.pointee.worksheet_insert_chart_opt(
        sheet, UInt32(clamping: row), UInt16(clamping: column), chart, &options))
  }
}
