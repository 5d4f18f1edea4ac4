package import Domain
import Hashing

/// The digest of what a report says, in no language and no form: who holds two papers can tell whether
/// they say the same.
///
/// It covers the facts above the table, the columns, every row, subtotals and totals, lines over time,
/// notes and sources; words by their English text. Titles and the chart follow from these.
package enum ReportDigest {
  /// SHA-256 in hexadecimal.
  package static func of(_ report: Report) -> String {
    var hash = SHA256()
    var line: [UInt8] = []
    func write(_ kind: String, _ texts: [String]) {
      line.removeAll(keepingCapacity: true)
      for text in [kind] + texts {
        // With its length, so that no text can look like two.
        line += "\(text.utf8.count):".utf8
        line += text.utf8
      }
      line.append(UInt8(ascii: "\n"))
      hash.update(line)
    }
    write("report", [report.id])
    for fact in report.facts { write("fact", [fact.id, text(fact.value)]) }
    for column in report.columns { write("column", [column.id, column.kind.rawValue]) }
    for group in report.groups {
      write("group", [group.title?.en ?? ""])
      for row in group.rows { write("row", row.map(text)) }
      if let subtotal = group.subtotal { write("subtotal", subtotal.map(text)) }
    }
    if let total = report.total { write("total", total.map(text)) }
    for line in report.timelines.flatMap(\.lines) {
      write("line", [line.name.en] + line.values.map { $0.map(String.init) ?? "?" })
    }
    for note in report.notes { write("note", [note.en]) }
    for citation in report.citations {
      write("source", ["\(citation)", citation.standing.rawValue])
    }
    return hash.finish().hexadecimal
  }

  /// SHA-256 of a file as it stands, in hexadecimal.
  package static func of(file bytes: [UInt8]) -> String { SHA256.digest(of: bytes).hexadecimal }

  private static func text(_ cell: Cell) -> String {
    cell.raw(.en) ?? (cell == .unknown ? "?" : "-")
  }
}
