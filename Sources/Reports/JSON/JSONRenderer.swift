package import Domain

/// A report as one JSON object, its members always in the same order.
package enum JSONRenderer {
  package static func render(_ report: Report, _ language: Language) -> String {
    value(of: report, language).pretty + "\n"
  }

  /// The whole report; rows are flat, each with the title of its group where groups have one.
  package static func value(of report: Report, _ language: Language) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("report", .string(report.id)),
      ("title", .string(report.title[language])),
      ("language", .string(language.rawValue)),
      ("facts", .object(facts(of: report, language))),
      ("columns", .array(report.columns.map { column(of: $0, language) })),
      ("rows", .array(rows(of: report, language))),
    ]
    let subtotals = subtotals(of: report, language)
    if !subtotals.isEmpty { members.append(("subtotals", .array(subtotals))) }
    if let total = report.total {
      members.append(("total", .object(row(total, in: report, language))))
    }
    members += [
      ("notes", .array(Wording.notes(of: report, language).map(JSONValue.string))),
      ("citations", .array(report.citations.map(citation))),
    ]
    if let chart = report.chart { members.append(("chart", value(of: chart, language))) }
    if !report.timelines.isEmpty {
      let charts = report.timelines.map { value(of: Chart.line($0), language) }
      members.append(("timelines", .array(charts)))
    }
    if let origin = report.origin { members.append(("origin", value(of: origin))) }
    return .object(members)
  }

  /// The facts above the table, for commands whose answer is a shape of their own.
  package static func facts(of report: Report, _ language: Language) -> [(String, JSONValue)] {
    report.facts.map { ($0.id, .cell($0.value, language)) }
  }

  package static func rows(of report: Report, _ language: Language) -> [JSONValue] {
    let named = report.hasTitledGroups
    return report.groups.flatMap { group in
      group.rows.map { cells in
        let members = row(cells, in: report, language)
        return .object(named ? [title(of: group, in: report, language)] + members : members)
      }
    }
  }

  /// One row of cells as members named by their columns.
  package static func row(
    _ cells: [Cell], in report: Report, _ language: Language
  ) -> [(String, JSONValue)] {
    zip(report.columns, cells).map { ($0.id, .cell($1, language)) }
  }

  package static func citation(_ citation: Citation) -> JSONValue {
    [
      "source": .string(citation.source),
      "article": .optional(citation.article),
      "standing": .string(citation.standing.rawValue),
    ]
  }

  private static func subtotals(of report: Report, _ language: Language) -> [JSONValue] {
    report.groups.compactMap { group in
      group.subtotal.map {
        .object([title(of: group, in: report, language)] + row($0, in: report, language))
      }
    }
  }

  private static func title(
    of group: Report.Group, in report: Report, _ language: Language
  ) -> (String, JSONValue) {
    (report.groupedBy, .optional(group.title?[language]))
  }

  private static func column(of column: Report.Column, _ language: Language) -> JSONValue {
    [
      "id": .string(column.id),
      "title": .string(column.title[language]),
      "kind": .string(column.kind.rawValue),
    ]
  }

  private static func value(of origin: Report.Origin) -> JSONValue {
    [
      "words": .string(origin.words), "rows": .count(origin.rows),
      "digest": .string(origin.digest), "number": .optional(origin.number.map { "\($0)" }),
    ]
  }
}
