import Domain

/// Reports and rejects as CSV (RFC 4180): UTF-8, CRLF, a header of column ids, raw values.
package enum CSVRenderer {
  /// The data rows only: totals would be counted twice by whoever sums the column.
  static func render(_ report: Report, _ language: Language) -> String {
    let named = report.hasTitledGroups
    var text = ""
    let names = report.columns.map(\.id)
    append(row: named ? [report.groupedBy] + names : names, to: &text)
    for group in report.groups {
      let title = group.title?[language] ?? ""
      for cells in group.rows {
        if named {
          append(field: title, to: &text)
          text += ","
        }
        append(cells, language, to: &text)
      }
    }
    return text
  }

  /// One record of plain fields, with its line break.
  package static func append(row fields: [String], to text: inout String) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      append(field: field, to: &text)
    }
    text += "\r\n"
  }

  private static func append(_ cells: [Cell], _ language: Language, to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      switch cell {
      case .text(let value): append(field: value, to: &text)
      case .localized(let value): append(field: value[language], to: &text)
      // Figures hold nothing to quote, and a minus sign of theirs is no formula.
      default: text += cell.raw(language) ?? ""
      }
    }
    text += "\r\n"
  }

  /// Disarms what a spreadsheet would run as a formula, and quotes where that is needed.
  private static func append(field: String, to text: inout String) {
    guard let first = field.utf8.first else { return }
    let harmless = startsFormula(first) ? "'" + field : field
    guard needsQuotes(harmless) else {
      text += harmless
      return
    }
    text += "\""
    for scalar in harmless.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func needsQuotes(_ field: String) -> Bool {
    field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
  }
}
