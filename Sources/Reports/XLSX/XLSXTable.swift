import Domain
import Spreadsheet

/// The table of a report on a sheet, written from the top down and kept nowhere else.
struct XLSXTable {
  private let report: Report
  private let language: Language
  private let sheet: Sheet
  private let styles: XLSXStyles
  private var widths: [Int]
  private var sums: [XLSXSum]
  /// The row to be written next.
  private(set) var nextRow = 0
  private(set) var headRow = 0

  /// What a column takes at most, in letters; longer texts wrap.
  private static let widest = 60

  init(_ report: Report, _ language: Language, _ sheet: Sheet) {
    self.report = report
    self.language = language
    self.sheet = sheet
    styles = XLSXStyles(report, language)
    widths = report.columns.map { Self.width(ofTitle: $0.title[language]) }
    sums = report.columns.map { XLSXSum($0.kind) }
  }

  /// How wide the table is, in letters.
  var width: Int { widths.reduce(0, +) }

  mutating func write(from row: Int) throws(Failure) {
    headRow = row
    nextRow = row
    try writeHead()
    let first = nextRow
    for group in report.groups { try write(group) }
    if report.groups.allSatisfy(\.rows.isEmpty) {
      try sheet.write(Wording.noRows[language], nextRow, 0, CellStyle())
      nextRow += 1
    } else if !report.hasTitledGroups, report.groups.allSatisfy({ $0.subtotal == nil }) {
      try sheet.filter(rows: headRow...(nextRow - 1), throughColumn: report.columns.count - 1)
    }
    if let total = report.total { try write(total: total, from: first) }
    sheet.freeze(row: headRow + 1, column: report.columns.count > 1 ? 1 : 0)
    for (index, width) in widths.enumerated() {
      try sheet.setWidth(Double(min(width, Self.widest) + 2), ofColumn: index)
    }
  }

  private mutating func writeHead() throws(Failure) {
    let titles = report.columns.map { $0.title[language] }
    let lines = zip(titles, widths).map { DisplayWidth.wrap($0, to: $1).count }.max() ?? 1
    try sheet.setHeight(Double(lines) * 14 + 2, ofRow: nextRow)
    for (index, title) in titles.enumerated() {
      try sheet.write(title, nextRow, index, styles.head(index))
    }
    nextRow += 1
  }

  private mutating func write(_ group: Report.Group) throws(Failure) {
    if let title = group.title {
      try sheet.write(DisplayWidth.safe(title[language]), nextRow, 0, styles.group)
      for index in report.columns.indices.dropFirst() {
        try sheet.writeBlank(nextRow, index, styles.group)
      }
      nextRow += 1
    }
    let first = nextRow
    for index in sums.indices { sums[index].beginGroup() }
    for row in group.rows {
      for (index, cell) in row.enumerated() {
        sums[index].add(cell)
        try write(cell, index, .plain)
      }
      nextRow += 1
    }
    guard let subtotal = group.subtotal else { return }
    for (index, cell) in subtotal.enumerated() {
      let isSum = first < nextRow && sums[index].endGroup(given: cell)
      let formula = isSum ? "SUBTOTAL(9,\(Self.range(index, first, nextRow - 1)))" : nil
      try write(cell, index, .subtotal, name: Wording.subtotal, formula: formula)
    }
    nextRow += 1
  }

  private mutating func write(total: [Cell], from first: Int) throws(Failure) {
    let hasSubtotals = report.groups.contains { $0.subtotal != nil }
    let last = nextRow - 1
    for (index, cell) in total.enumerated() {
      // Subtotals leave each other out of account; a plain sum would count them twice.
      let function = hasSubtotals ? "SUBTOTAL(9," : "SUM("
      let isSum = first <= last && sums[index].isSum(cell)
      let formula = isSum ? "\(function)\(Self.range(index, first, last)))" : nil
      try write(cell, index, .total, name: Wording.total, formula: formula)
    }
    nextRow += 1
  }
}

extension XLSXTable {
  /// One cell; `name` stands in a blank first one, and `formula` is used where there is a number.
  private mutating func write(
    _ cell: Cell, _ index: Int, _ role: XLSXStyles.Role, name: LocalizedText? = nil,
    formula: String? = nil
  ) throws(Failure) {
    let style = styles.cell(index, role, cell)
    note(cell, index)
    if let number = XLSXNumber.of(cell) {
      guard let formula else { return try sheet.write(number, nextRow, index, style) }
      return try sheet.write(formula: "=\(formula)", valued: number, nextRow, index, style)
    }
    if case .date(let day) = cell, day.parts.year >= 1900 {
      return try sheet.write(day, nextRow, index, style)
    }
    let heading = index == 0 ? name?[language] : nil
    let text = cell == .empty ? heading ?? "" : cell.shown(in: language)
    guard !text.isEmpty else {
      // Blank cells are written for the sake of their rules alone.
      return role == .plain ? () : try sheet.writeBlank(nextRow, index, style)
    }
    let wraps = text.utf8.count > Self.widest && DisplayWidth.of(text) > Self.widest
    try sheet.write(
      DisplayWidth.safe(text), nextRow, index, wraps ? style.with { $0.wraps = true } : style)
  }

  private mutating func note(_ cell: Cell, _ index: Int) {
    let width =
      switch cell {
      case .text(let text): DisplayWidth.of(text)
      case .localized(let text): DisplayWidth.of(text[language])
      case .count(let number): Self.digits(number)
      case .money(let amount): Self.digits(amount.tiyn / 100) + 3
      case .date: 10
      case .percent, .decimal, .moment: cell.shown(in: .en).utf8.count
      case .unknown, .suppressed, .empty: 1
      }
    widths[index] = max(widths[index], min(width, Self.widest))
  }

  /// The letters of a number in groups of three.
  private static func digits(_ number: Int64) -> Int {
    let count = String(number.magnitude).utf8.count
    return count + (count - 1) / 3 + (number < 0 ? 1 : 0)
  }

  /// Titles wrap, between words, into two lines or so.
  private static func width(ofTitle title: String) -> Int {
    let words = title.split(separator: " ").map { DisplayWidth.of(String($0)) }
    return max(7, words.max() ?? 0, min(24, (DisplayWidth.of(title) + 1) / 2))
  }

  /// `C5:C30`; rows and columns count from zero.
  private static func range(_ column: Int, _ first: Int, _ last: Int) -> String {
    let name = letters(of: column)
    return "\(name)\(first + 1):\(name)\(last + 1)"
  }

  private static func letters(of column: Int) -> String {
    var name = ""
    var rest = column
    while rest >= 0 {
      name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
      rest = rest / 26 - 1
    }
    return name
  }
}
