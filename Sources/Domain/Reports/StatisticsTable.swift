/// A table of statistics that others made, as it was printed: never mended, only held against
/// itself by its checks.
package struct StatisticsTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// As the seed names it: `2013`, `national-currency`.
    package let id: String
    package let title: LocalizedText

    package init(id: String, title: LocalizedText) {
      self.id = id
      self.title = title
    }
  }

  package struct Row: Hashable, Sendable {
    package let id: String
    /// Of the rows it stands with; nil where the table has no such parts.
    package let group: Group?
    package let name: LocalizedText
    /// One for each column.
    package let cells: [StatisticsCell]
    /// Where the row has a source of its own.
    package let citation: Citation?

    package init(
      id: String, group: Group?, name: LocalizedText, cells: [StatisticsCell],
      citation: Citation? = nil
    ) {
      self.id = id
      self.group = group
      self.name = name
      self.cells = cells
      self.citation = citation
    }
  }

  package struct Group: Hashable, Sendable {
    package let id: String
    package let title: LocalizedText

    package init(id: String, title: LocalizedText) {
      self.id = id
      self.title = title
    }
  }

  /// As one asks for it: `table-1`.
  package let id: String
  package let title: LocalizedText
  /// What its figures count; nil where columns have units of their own.
  package let unit: LocalizedText?
  package let columns: [Column]
  package let rows: [Row]
  /// The column of counts whose shares in the row `total` a report adds; nil where none.
  package let shares: String?
  package let citation: Citation
  /// What no check can find.
  package let notes: [LocalizedText]
  package var checks: [StatisticsCheck]

  package init(
    id: String, title: LocalizedText, unit: LocalizedText?, columns: [Column], rows: [Row],
    shares: String?, citation: Citation, notes: [LocalizedText], checks: [StatisticsCheck] = []
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.columns = columns
    self.rows = rows
    self.shares = shares
    self.citation = citation
    self.notes = notes
    self.checks = checks
  }

  /// What a row says in a column; nil where the table has not both.
  package func value(_ row: String, _ column: String) -> ExactDecimal? {
    guard let place = columns.firstIndex(where: { $0.id == column }),
      let row = rows.first(where: { $0.id == row })
    else { return nil }
    return row.cells[place].value
  }

  /// The checks that fail, in the order of the checks.
  package var failures: [StatisticsCheck] { checks.filter { !$0.holds } }
}

/// What stands in one place of a printed table.
package struct StatisticsCell: Hashable, Sendable {
  /// To the character; empty where nothing stands.
  package let printed: String
  /// The number it says, without signs such as `%` and words such as `times`; nil where nothing
  /// stands, and where three dots say that nobody knows.
  package let value: ExactDecimal?

  package static let dots = "..."

  /// Nil for what is neither a number nor three dots; `(-)` before one says only that it fell.
  package init?(printed: String) {
    self.printed = printed
    guard !printed.isEmpty, printed != Self.dots else {
      value = nil
      return
    }
    var text = printed[...]
    if text.hasPrefix("(-) ") { text = text.dropFirst(4) }
    for ending in ["%", " times"] where text.hasSuffix(ending) {
      text = text.dropLast(ending.count)
    }
    guard let number = ExactDecimal(rawValue: String(text.filter { $0 != " " })) else { return nil }
    value = number
  }

  /// Whether the value says all that is printed.
  package var isPlain: Bool { value == nil || value?.rawValue == printed }
}
