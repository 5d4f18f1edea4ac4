package import Domain

/// The forms in which a report leaves Kosh.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text, csv, json, html

  /// The whole report in this form, as UTF-8 text that ends with a line break.
  package func render(_ report: Report, language: Language) -> String {
    switch self {
    case .text: TextRenderer.render(report, language)
    case .csv: CSVRenderer.render(report, language)
    case .json: JSONRenderer.render(report, language)
    case .html: HTMLRenderer.render(report, language)
    }
  }
}
