import Domain

/// The table of a report, with the roles of its cells spelt out for readers who listen.
struct HTMLTable {
  private let report: Report
  private let language: Language
  private let tiyn: [Bool]

  static func append(_ report: Report, _ language: Language, to html: inout String) {
    HTMLTable(report: report, language: language, tiyn: report.columnsWithTiyn).append(to: &html)
  }

  private func append(to html: inout String) {
    html += "<table>\n<caption>\(HTMLText.escape(report.title[language]))</caption>\n"
    html += "<thead>\n<tr>"
    for column in report.columns {
      let title = HTMLText.escape(column.title[language])
      html += "<th scope=\"col\"\(style(of: column))>\(title)</th>"
    }
    html += "</tr>\n</thead>\n"
    for group in report.groups { append(group, to: &html) }
    if report.groups.allSatisfy(\.rows.isEmpty) {
      let words = Wording.noRows[language]
      html += "<tbody><tr><td colspan=\"\(report.columns.count)\">\(words)</td></tr></tbody>\n"
    }
    if let total = report.total {
      html += "<tfoot>\n"
      append(total, named: Wording.total, to: &html)
      html += "</tfoot>\n"
    }
    html += "</table>\n"
  }

  private func append(_ group: Report.Group, to html: inout String) {
    html += "<tbody>\n"
    if let title = group.title {
      let span = report.columns.count
      let text = HTMLText.isolated(title[language])
      html += "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(span)\">\(text)</th></tr>\n"
    }
    for row in group.rows { append(row, to: &html) }
    if let subtotal = group.subtotal {
      append(subtotal, named: Wording.subtotal, style: " class=\"subtotal\"", to: &html)
    }
    html += "</tbody>\n"
  }

  /// One row; `name` stands in a blank first cell, which is the row's heading.
  private func append(
    _ row: [Cell], named name: LocalizedText? = nil, style rowStyle: String = "",
    to html: inout String
  ) {
    html += "<tr\(rowStyle)>"
    for (index, text) in report.shown(row, language, tiyn: tiyn).enumerated() {
      let column = report.columns[index]
      if index == 0, !column.kind.isNumeric {
        let heading = text.isEmpty ? name?[language] ?? "" : text
        html += "<th scope=\"row\"\(style(of: column))>\(HTMLText.isolated(heading))</th>"
      } else {
        html += "<td\(style(of: column))>\(HTMLText.isolated(text))</td>"
      }
    }
    html += "</tr>\n"
  }

  private func style(of column: Report.Column) -> String {
    if column.kind.isNumeric { return " class=\"n\"" }
    return column.kind == .date || column.kind == .code ? " class=\"d\"" : ""
  }
}
