package import Domain

/// A report for the terminal: facts, an aligned table, a chart, notes and sources.
package enum TextRenderer {
  package static func render(_ report: Report, _ language: Language) -> String {
    var blocks: [[String]] = [[DisplayWidth.safe(report.title[language])]]
    blocks[0] += facts(of: report, language)
    blocks.append(TextTable(report, language).lines())
    if let chart = report.chart { blocks.append(TextChart.lines(chart, language)) }
    blocks.append(list(Wording.notes(of: report, language), under: Wording.notes[language]))
    let sources = report.citations.map { Wording.source($0, language) }
    blocks.append(list(sources, under: Wording.sources[language]))
    let texts = blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return texts.joined(separator: "\n\n") + "\n"
  }

  private static func facts(of report: Report, _ language: Language) -> [String] {
    let labels = report.facts.map { $0.label[language] }
    let width = labels.map(DisplayWidth.of).max() ?? 0
    return zip(report.facts, labels).map { fact, label in
      let value = DisplayWidth.safe(fact.value.shownAlone(in: language))
      return "\(DisplayWidth.pad(label, to: width))  \(value)"
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
