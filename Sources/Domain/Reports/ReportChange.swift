/// One figure or row in which two reports of the same shape differ.
package struct ReportChange: Hashable, Sendable {
  package let row: Row
  /// Nil where the whole row came or went.
  package let column: Report.Column?
  /// Nil where there was nothing.
  package let before: LocalizedText?
  package let after: LocalizedText?

  /// What a row of a report is of.
  package struct Row: Hashable, Sendable {
    package enum Part: Hashable, Sendable { case plain, subtotal, total }

    package let part: Part
    /// The title of its group.
    package let group: LocalizedText?
    /// Its codes, then the first of its words: `KZ-10, Abai Region`; empty of sums.
    package let name: LocalizedText
    /// Which of several rows that are told by the same words, from 1.
    package let number: Int
  }
}

extension Report {
  /// In what `other` differs from this report, in the order of its rows; then the rows that are gone.
  ///
  /// Rows are told by their codes and their group, or by the words and days in front of their figures
  /// where they have no codes; totals are rows too.
  package func changes(to other: Report) -> [ReportChange] {
    let (old, new) = (keyedRows, other.keyedRows)
    let known = Dictionary(old.map { ($0.key, $0.cells) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.map(\.key))
    var changes: [ReportChange] = []
    for line in new {
      changes += Self.changes(line.row, known[line.key], line.cells, in: other.columns)
    }
    for line in old where !kept.contains(line.key) {
      changes += Self.changes(line.row, line.cells, nil, in: columns)
    }
    return changes
  }

  /// Whether another says the same in its table, whenever it was known.
  package func saysTheSame(as other: Report) -> Bool {
    columns.map(\.id) == other.columns.map(\.id) && groups == other.groups && total == other.total
  }

  private static func changes(
    _ row: ReportChange.Row, _ before: [Cell]?, _ after: [Cell]?, in columns: [Column]
  ) -> [ReportChange] {
    guard let before, let after else {
      return [ReportChange(row: row, column: nil, before: line(before), after: line(after))]
    }
    var changes: [ReportChange] = []
    for (index, column) in columns.enumerated() where before[index] != after[index] {
      changes.append(
        ReportChange(
          row: row, column: column, before: before[index].words, after: after[index].words))
    }
    return changes
  }

  private static func line(_ cells: [Cell]?) -> LocalizedText? {
    cells.map { LocalizedText(joining: $0.compactMap(\.words), by: "; ") }
  }

  private struct KeyedRow {
    let key: ReportChange.Row
    let row: ReportChange.Row
    let cells: [Cell]
  }

  private var keyedRows: [KeyedRow] {
    var seen: [ReportChange.Row: Int] = [:]
    var rows: [KeyedRow] = []
    func add(
      _ part: ReportChange.Row.Part, _ group: LocalizedText?, told key: [Cell], shown: [Cell],
      _ cells: [Cell]
    ) {
      func row(_ named: [Cell], _ number: Int) -> ReportChange.Row {
        ReportChange.Row(
          part: part, group: group,
          name: LocalizedText(joining: named.compactMap(\.words), by: ", "), number: number)
      }
      let count = seen[row(key, 1), default: 0] + 1
      seen[row(key, 1)] = count
      rows.append(KeyedRow(key: row(key, count), row: row(shown, count), cells: cells))
    }
    let codes = columns.indices.filter { columns[$0].kind == .code }
    let words = columns.indices.prefix { !columns[$0].kind.isNumeric }
    let names = codes.isEmpty ? Array(words) : codes
    let word = codes.isEmpty ? nil : columns.indices.first { columns[$0].kind == .text }
    for group in groups {
      for cells in group.rows {
        let key = names.map { cells[$0] }
        add(.plain, group.title, told: key, shown: key + (word.map { [cells[$0]] } ?? []), cells)
      }
      if let subtotal = group.subtotal {
        add(.subtotal, group.title, told: [], shown: [], subtotal)
      }
    }
    if let total { add(.total, nil, told: [], shown: [], total) }
    return rows
  }
}

extension Cell {
  /// The bare value in every language; nil where there is none.
  fileprivate var words: LocalizedText? {
    if case .localized(let text) = self { return text.en.isEmpty ? nil : text }
    guard let text = raw(.en), !text.isEmpty else { return nil }
    return LocalizedText(text)
  }
}

extension LocalizedText {
  fileprivate init(joining texts: [LocalizedText], by separator: String) {
    self.init { language in texts.map { $0[language] }.joined(separator: separator) }
  }
}
