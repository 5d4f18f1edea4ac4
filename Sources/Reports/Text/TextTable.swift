import Domain

/// The table of a report laid out in columns of characters.
struct TextTable {
  static let gap = "  "
  /// What a line aims to keep within.
  static let limit = 100

  private let report: Report
  private let language: Language
  private let tiyn: [Bool]
  private let indent: Int
  private let widths: [Int]

  init(_ report: Report, _ language: Language) {
    self.report = report
    self.language = language
    indent = report.hasTitledGroups ? 2 : 0
    tiyn = report.columnsWithTiyn
    widths = Self.widths(of: report, language, tiyn, indent: indent)
  }

  func lines() -> [String] {
    let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    var lines = layOut(report.columns.map { $0.title[language] }, indent: 0, fromBottom: true)
    lines.append(rule)
    for group in report.groups {
      if let title = group.title { lines.append(DisplayWidth.safe(title[language])) }
      for row in group.rows { lines += layOut(texts(of: row), indent: indent) }
      if let subtotal = group.subtotal {
        lines += layOut(
          Self.labelled(texts(of: subtotal), Wording.subtotal[language]), indent: indent)
      }
    }
    if report.groups.allSatisfy(\.rows.isEmpty) { lines.append(Wording.noRows[language]) }
    if let total = report.total {
      lines.append(rule)
      lines += layOut(Self.labelled(texts(of: total), Wording.total[language]), indent: 0)
    }
    return lines
  }

  private func texts(of row: [Cell]) -> [String] { report.shown(row, language, tiyn: tiyn) }

  /// The row with `label` in its first cell, where that is blank.
  static func labelled(_ row: [String], _ label: String) -> [String] {
    guard row.first == "" else { return row }
    return [label] + row.dropFirst()
  }

  /// One row as lines: cells wrap at their column's width; headings stand at the bottom.
  private func layOut(_ row: [String], indent: Int, fromBottom: Bool = false) -> [String] {
    var cells: [[String]] = []
    for (index, text) in row.enumerated() {
      let width = widths[index] - (index == 0 ? indent : 0)
      cells.append(DisplayWidth.wrap(DisplayWidth.safe(text), to: width))
    }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var texts: [String] = []
      for (index, cell) in cells.enumerated() {
        let at = fromBottom ? line - (height - cell.count) : line
        let part = cell.indices.contains(at) ? cell[at] : ""
        let shifted = index == 0 ? String(repeating: " ", count: indent) + part : part
        let right = report.columns[index].kind.isNumeric
        texts.append(DisplayWidth.pad(shifted, to: widths[index], right: right))
      }
      return Self.trimmed(texts.joined(separator: Self.gap))
    }
  }

  static func trimmed(_ line: String) -> String {
    guard let end = line.utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
    return String(line[...end])
  }
}

extension TextTable {
  /// Widths as the texts ask for; in too long a line headings wrap first, then texts in cells.
  private static func widths(
    of report: Report, _ language: Language, _ tiyn: [Bool], indent: Int
  ) -> [Int] {
    var least = report.columns.map { longestWord(in: $0.title[language]) }
    var content = least
    for (row, shift) in rows(of: report, language, tiyn, indent: indent) {
      for (index, text) in row.enumerated() {
        let width = DisplayWidth.of(text) + (index == 0 ? shift : 0)
        content[index] = max(content[index], width)
        let isText = report.columns[index].kind == .text
        let floor = isText ? min(width, max(16, longestWord(in: text) + shift)) : width
        least[index] = max(least[index], floor)
      }
    }
    let headings = report.columns.map { DisplayWidth.of($0.title[language]) }
    let widths = shrink(zip(content, headings).map { max($0, $1) }, to: content)
    return shrink(widths, to: least)
  }

  /// Takes from the column with the most to spare until the line fits or nothing is spare.
  private static func shrink(_ widths: [Int], to least: [Int]) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) + gap.count * max(0, widths.count - 1) - limit
    while excess > 0 {
      let spare = zip(widths, least).map { $0 - $1 }
      guard let most = spare.max(), most > 0, let index = spare.firstIndex(of: most) else { break }
      widths[index] -= 1
      excess -= 1
    }
    return widths
  }

  private static func rows(
    of report: Report, _ language: Language, _ tiyn: [Bool], indent: Int
  ) -> [(row: [String], indent: Int)] {
    var rows: [(row: [String], indent: Int)] = []
    for group in report.groups {
      for row in group.rows { rows.append((report.shown(row, language, tiyn: tiyn), indent)) }
      if let subtotal = group.subtotal {
        let texts = report.shown(subtotal, language, tiyn: tiyn)
        rows.append((labelled(texts, Wording.subtotal[language]), indent))
      }
    }
    if let total = report.total {
      let texts = report.shown(total, language, tiyn: tiyn)
      rows.append((labelled(texts, Wording.total[language]), 0))
    }
    return rows
  }

  private static func longestWord(in text: String) -> Int {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return DisplayWidth.of(text) }
    let words = text.unicodeScalars.split(separator: " ")
    return words.map { DisplayWidth.of(String($0)) }.max() ?? 0
  }
}
