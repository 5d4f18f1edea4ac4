/// One figure or row in which two reports of the same shape differ.
package struct ReportChange: Hashable, Sendable {
  /// The group, and what the row is of: `Abai: G-2026-000001-E`.
  package let row: String
  /// Nil where the whole row came or went.
  package let column: Report.Column?
  /// Nil where there was nothing.
  package let before: String?
  package let after: String?
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
    for (key, cells) in new {
      changes += Self.changes(key, known[key], cells, in: other.columns)
    }
    for (key, cells) in old where !kept.contains(key) {
      changes += Self.changes(key, cells, nil, in: columns)
    }
    return changes
  }

  /// Whether another says the same in its table, whenever it was known.
  package func saysTheSame(as other: Report) -> Bool {
    columns.map(\.id) == other.columns.map(\.id) && groups == other.groups && total == other.total
  }

  private static func changes(
    _ key: String, _ before: [Cell]?, _ after: [Cell]?, in columns: [Column]
  ) -> [ReportChange] {
    guard let before, let after else {
      return [ReportChange(row: key, column: nil, before: line(before), after: line(after))]
    }
    var changes: [ReportChange] = []
    for (index, column) in columns.enumerated() where before[index] != after[index] {
      changes.append(
        ReportChange(
          row: key, column: column, before: before[index].raw(.en), after: after[index].raw(.en)))
    }
    return changes
  }

  private static func line(_ cells: [Cell]?) -> String? {
    cells.map { $0.compactMap { $0.raw(.en) }.filter { !$0.isEmpty }.joined(separator: "; ") }
  }

  private var keyedRows: [(key: String, cells: [Cell])] {
    var seen: [String: Int] = [:]
    var rows: [(key: String, cells: [Cell])] = []
    func add(_ name: String, _ cells: [Cell]) {
      let count = seen[name, default: 0] + 1
      seen[name] = count
      rows.append((count == 1 ? name : "\(name) (\(count))", cells))
    }
    let codes = columns.indices.filter { columns[$0].kind == .code }
    let words = columns.indices.prefix { !columns[$0].kind.isNumeric }
    let names = codes.isEmpty ? Array(words) : codes
    for group in groups {
      let title = group.title.map { "\($0.en): " } ?? ""
      for cells in group.rows {
        let words = names.compactMap { cells[$0].raw(.en) }
        add(title + words.filter { !$0.isEmpty }.joined(separator: ", "), cells)
      }
      if let subtotal = group.subtotal { add("\(title)subtotal", subtotal) }
    }
    if let total { add("total", total) }
    return rows
  }
}
