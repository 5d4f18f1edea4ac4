package import Domain

/// The forms in which a report leaves Kosh.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text, csv, json, html, xlsx, pdf

  /// Whether the form is made of bytes that a terminal cannot show.
  package var isBinary: Bool { self == .xlsx || self == .pdf }

  /// The whole report as a file of this form; text is UTF-8 and ends with a line break.
  ///
  /// CSV begins with a byte order mark where `marked`: Excel takes it for UTF-8 only then.
  package func file(
    of report: Report, in language: Language, marked: Bool = false
  ) throws(Failure) -> [UInt8] {
    switch self {
    case .text: return Array(TextRenderer.render(report, language).utf8)
    case .csv:
      let text = CSVRenderer.render(report, language)
      return (marked ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .json: return Array(JSONRenderer.render(report, language).utf8)
    case .html: return Array(HTMLRenderer.render(report, language).utf8)
    case .xlsx: return try XLSXRenderer.render(report, language)
    case .pdf: return try PDFRenderer.render(report, language)
    }
  }
}
