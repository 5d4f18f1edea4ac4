package import Domain

/// A report for the terminal: facts, an aligned table, a chart, notes and sources.
package enum TextRenderer {
  package static func render(_ report: Report, _ language: Language) -> String {
    var blocks: [[String]] = [
      DisplayWidth.wrap(DisplayWidth.safe(report.title[language]), to: TextTable.limit)
    ]
    blocks[0] += facts(of: report, language)
    blocks.append(TextTable(report, language).lines())
    for chart in report.charts { blocks.append(TextChart.lines(chart, language)) }
    for (heading, items) in Wording.lists(of: report, language) {
      blocks.append(list(items, under: heading))
    }
    let texts = blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return texts.joined(separator: "\n\n") + "\n"
  }

  private static func facts(of report: Report, _ language: Language) -> [String] {
    let labels = report.facts.map { $0.label[language] }
    let width = labels.map(DisplayWidth.of).max() ?? 0
    return zip(report.facts, labels).flatMap { fact, label -> [String] in
      let value = DisplayWidth.safe(fact.value.shownAlone(in: language))
      let lines = DisplayWidth.wrap(value, to: max(20, TextTable.limit - width - 2))
      return lines.enumerated().map { index, line in
        "\(DisplayWidth.pad(index == 0 ? label : "", to: width))  \(line)"
      }
    }
  }

  private static func list(_ items: [String], under heading: String) -> [String] {
    guard !items.isEmpty else { return [] }
    return [heading]
      + items.flatMap { item -> [String] in
        let lines = DisplayWidth.wrap(DisplayWidth.safe(item), to: TextTable.limit - 2)
        return lines.enumerated().map { ($0 == 0 ? "· " : "  ") + $1 }
      }
  }
}
