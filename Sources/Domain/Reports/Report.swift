/// A report as a typed table: what it says, and nothing about how it looks.
///
/// Renderers turn the same value into terminal text, CSV, JSON and paper, so a figure cannot
/// differ from one form to another. The rows of every group have one cell for each column.
package struct Report: Hashable, Sendable {
  /// In snake_case, as files and JSON name it: `quota_execution`.
  package var id: String
  package var title: LocalizedText
  /// What stands above the table: state date, knowledge date, region, year.
  package var facts: [Fact]
  package var columns: [Column]
  /// The name of the leading CSV and JSON column that carries the titles of groups.
  package var groupedBy: String
  package var groups: [Group]
  package var total: [Cell]?
  package var notes: [LocalizedText]
  package var citations: [Citation]
  package var chart: Chart?
  /// Lines over time below it, whose figures are no rows of the table.
  package var timelines: [LineChart]

  /// How it was made; nil before it is.
  package var origin: Origin?

  package init(
    id: String, title: LocalizedText, facts: [Fact] = [], columns: [Column],
    groupedBy: String = "group", groups: [Group], total: [Cell]? = nil,
    notes: [LocalizedText] = [], citations: [Citation] = [], chart: Chart? = nil,
    timelines: [LineChart] = []
  ) {
    self.id = id
    self.title = title
    self.facts = facts
    self.columns = columns
    self.groupedBy = groupedBy
    self.groups = groups
    self.total = total
    self.notes = notes
    self.citations = citations
    self.chart = chart
    self.timelines = timelines
  }

  /// All of them, in the order in which they are drawn.
  package var charts: [Chart] { (chart.map { [$0] } ?? []) + timelines.map(Chart.line) }
}

extension Report {
  /// How a report was made, and what proves that another says the same.
  package struct Origin: Hashable, Sendable {
    /// The words of the command that makes it, without its form: `permits --year 2026`.
    package var words: String
    package var rows: Int
    /// SHA-256 of what it says, in hexadecimal.
    package var digest: String
    /// Under which it left the office; nil where it was not issued.
    package var number: Number<ReportIssue>?

    package init(words: String, rows: Int, digest: String, number: Number<ReportIssue>? = nil) {
      self.words = words
      self.rows = rows
      self.digest = digest
      self.number = number
    }
  }

  /// How many rows it has, without totals.
  package var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count } }

  /// A labelled value above the table.
  package struct Fact: Hashable, Sendable {
    /// In snake_case; the name of the member in JSON.
    package var id: String
    package var label: LocalizedText
    package var value: Cell

    package init(_ id: String, _ label: LocalizedText, _ value: Cell) {
      self.id = id
      self.label = label
      self.value = value
    }
  }

  /// A column: its name for machines, its title for people, and what its cells hold.
  package struct Column: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case text, count, money, percent, date
      /// Figures with the digits of their sources, which no renderer rounds.
      case decimal
      /// A number or code that must not be broken over two lines.
      case code

      /// Whether the cells are figures, set flush right.
      package var isNumeric: Bool {
        switch self {
        case .count, .money, .percent, .decimal: true
        case .text, .date, .code: false
        }
      }
    }

    /// In snake_case; the header of CSV and the name of the member in JSON.
    package var id: String
    package var title: LocalizedText
    package var kind: Kind

    package init(_ id: String, _ title: LocalizedText, _ kind: Kind) {
      self.id = id
      self.title = title
      self.kind = kind
    }
  }

  /// Rows that belong together, with their subtotal; a report without parts has one, untitled.
  package struct Group: Hashable, Sendable {
    package var title: LocalizedText?
    package var rows: [[Cell]]
    package var subtotal: [Cell]?

    package init(title: LocalizedText? = nil, rows: [[Cell]], subtotal: [Cell]? = nil) {
      self.title = title
      self.rows = rows
      self.subtotal = subtotal
    }
  }

  /// Whether any group is titled, so that rows must carry the name of their group.
  package var hasTitledGroups: Bool { groups.contains { $0.title != nil } }
}
