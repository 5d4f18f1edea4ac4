package import Domain

/// A report as one self-contained page: no script, no link, nothing to fetch.
package enum HTMLRenderer {
  package static func render(_ report: Report, _ language: Language) -> String {
    let title = HTMLText.escape(report.title[language])
    // Wide tables lie on their side, or the printer would shrink them out of reading.
    let page = report.columns.count > 7 ? "A4 landscape" : "A4"
    var html = HTMLPage.head(title, page: page, language)
    append(facts: report.facts, language, to: &html)
    html += "</header>\n"
    HTMLTable.append(report, language, to: &html)
    for (index, chart) in report.charts.enumerated() {
      HTMLChart.append(chart, number: index + 1, language, to: &html)
    }
    for (heading, items) in Wording.lists(of: report, language) {
      append(list: items, under: heading, to: &html)
    }
    return html + HTMLPage.foot
  }

  private static func append(
    facts: [Report.Fact], _ language: Language, to html: inout String
  ) {
    guard !facts.isEmpty else { return }
    html += "<dl>\n"
    for fact in facts {
      let label = HTMLText.escape(fact.label[language])
      let value = HTMLText.isolated(fact.value.shownAlone(in: language))
      html += "<div><dt>\(label)</dt><dd>\(value)</dd></div>\n"
    }
    html += "</dl>\n"
  }

  private static func append(list: [String], under heading: String, to html: inout String) {
    guard !list.isEmpty else { return }
    html += "<section>\n<h2>\(HTMLText.escape(heading))</h2>\n<ol>\n"
    for item in list { html += "<li>\(HTMLText.escape(item))</li>\n" }
    html += "</ol>\n</section>\n"
  }
}
