package import Domain

/// Reports as CSV (RFC 4180): UTF-8, CRLF, a header of column ids, raw values.
package enum CSVRenderer {
  /// The data rows only: totals would be counted twice by whoever sums the column.
  package static func render(_ report: Report, _ language: Language) -> String {
    let named = report.hasTitledGroups
    var text = ""
    let names = report.columns.map(\.id)
    CSVWriter.append(row: named ? [report.groupedBy] + names : names, to: &text)
    for group in report.groups {
      let title = group.title?[language] ?? ""
      for cells in group.rows {
        if named {
          CSVWriter.append(field: title, to: &text)
          text += ","
        }
        append(cells, language, to: &text)
      }
    }
    return text
  }

  private static func append(_ cells: [Cell], _ language: Language, to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      switch cell {
      case .text(let value): CSVWriter.append(field: value, to: &text)
      case .localized(let value): CSVWriter.append(field: value[language], to: &text)
      // Figures hold nothing to quote, and a minus sign of theirs is no formula.
      default: text += cell.raw(language) ?? ""
      }
    }
    text += "\r\n"
  }
}
