import Domain

/// The table of a report laid out in columns of characters.
///
/// A table that is too wide for a line is folded: each row goes on in further lines, which stand in a
/// little, and so do the headings.
struct TextTable {
  static let gap = "  "
  /// What a line aims to keep within.
  static let limit = 100

  private let report: Report
  private let language: Language
  private let tiyn: [Bool]
  private let indent: Int
  private let widths: [Int]
  /// The columns of each line of a row.
  private let folds: [Range<Int>]

  /// How far the further lines of a row stand in.
  private static let hang = 4

  init(_ report: Report, _ language: Language) {
    self.report = report
    self.language = language
    indent = report.hasTitledGroups ? 2 : 0
    tiyn = report.columnsWithTiyn
    let measures = Self.measures(of: report, language, tiyn, indent: indent)
    folds = Self.folds(measures.least)
    widths = Self.widths(measures, folds)
  }

  func lines() -> [String] {
    let rule = String(repeating: "─", count: folds.map(length).max() ?? 0)
    var lines = layOut(report.columns.map { $0.title[language] }, indent: 0, fromBottom: true)
    lines.append(rule)
    for group in report.groups {
      if let title = group.title {
        lines += DisplayWidth.wrap(DisplayWidth.safe(title[language]), to: Self.limit)
      }
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

  /// How long a line of a row is.
  private func length(_ fold: Range<Int>) -> Int {
    let texts = widths[fold].reduce(0, +) + Self.gap.count * (fold.count - 1)
    return texts + (fold.lowerBound > 0 ? Self.hang : 0)
  }

  /// One row as lines; further lines without a text are left out.
  private func layOut(_ row: [String], indent: Int, fromBottom: Bool = false) -> [String] {
    folds.flatMap { fold -> [String] in
      if fold.lowerBound > 0, row[fold].allSatisfy(\.isEmpty) { return [] }
      return layOut(row, fold, indent: indent, fromBottom: fromBottom)
    }
  }

  /// Cells wrap at their column's width; headings stand at the bottom.
  private func layOut(
    _ row: [String], _ fold: Range<Int>, indent: Int, fromBottom: Bool
  ) -> [String] {
    var cells: [[String]] = []
    for index in fold {
      let width = widths[index] - (index == 0 ? indent : 0)
      cells.append(DisplayWidth.wrap(DisplayWidth.safe(row[index]), to: width))
    }
    let height = cells.map(\.count).max() ?? 1
    let hang = String(repeating: " ", count: fold.lowerBound > 0 ? Self.hang : 0)
    return (0..<height).map { line in
      var texts: [String] = []
      for (index, cell) in zip(fold, cells) {
        let at = fromBottom ? line - (height - cell.count) : line
        let part = cell.indices.contains(at) ? cell[at] : ""
        let shifted = index == 0 ? String(repeating: " ", count: indent) + part : part
        let right = report.columns[index].kind.isNumeric
        texts.append(DisplayWidth.pad(shifted, to: widths[index], right: right))
      }
      return Self.trimmed(hang + texts.joined(separator: Self.gap))
    }
  }

  static func trimmed(_ line: String) -> String {
    guard let end = line.utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
    return String(line[...end])
  }
}

extension TextTable {
  /// What each column needs: all of its words, its cells on one line, and its heading too.
  private struct Measures {
    var least: [Int]
    var content: [Int]
    var natural: [Int]
  }

  private static func measures(
    of report: Report, _ language: Language, _ tiyn: [Bool], indent: Int
  ) -> Measures {
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
    return Measures(
      least: least, content: content, natural: zip(content, headings).map { max($0, $1) })
  }

  /// As many columns in a line as it has room for, at their least.
  private static func folds(_ least: [Int]) -> [Range<Int>] {
    var folds: [Range<Int>] = []
    var start = 0
    var used = 0
    for (index, width) in least.enumerated() {
      let room = limit - (start > 0 ? hang : 0)
      if index > start, used + gap.count + width > room {
        folds.append(start..<index)
        (start, used) = (index, width)
      } else {
        used += (index > start ? gap.count : 0) + width
      }
    }
    return folds + [start..<least.count]
  }

  /// Widths as the texts ask for; in too long a line headings wrap first, then texts in cells.
  private static func widths(_ measures: Measures, _ folds: [Range<Int>]) -> [Int] {
    folds.flatMap { fold -> [Int] in
      let room = limit - (fold.lowerBound > 0 ? hang : 0)
      let content = Array(measures.content[fold])
      let widths = shrink(Array(measures.natural[fold]), to: content, within: room)
      return shrink(widths, to: Array(measures.least[fold]), within: room)
    }
  }

  /// Takes from the column with the most to spare until the line fits or nothing is spare.
  private static func shrink(_ widths: [Int], to least: [Int], within room: Int) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) + gap.count * max(0, widths.count - 1) - room
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
