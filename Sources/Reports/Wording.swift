import Domain

/// The words that renderers add to every report.
enum Wording {
  static let total = LocalizedText.message("word.total")
  static let subtotal = LocalizedText.message("word.subtotal")
  static let notes = LocalizedText.message("report.notes")
  static let sources = LocalizedText.message("report.sources")
  static let noRows = LocalizedText.message("report.no-rows")
  static let continued = LocalizedText.message("report.continued")
  static let sheet = LocalizedText.message("word.report")
  static let chartSheet = LocalizedText.message("report.chart-sheet")

  private static let rounding = LocalizedText.message("report.rounding")

  private static let unknown = LocalizedText.message("report.unknown")

  /// The report's own notes, then those that its cells call for.
  static func notes(of report: Report, _ language: Language) -> [String] {
    var notes = report.notes.map { $0[language] }
    if report.columns.contains(where: { $0.kind == .percent }) {
      notes.append(rounding[language])
    }
    if hasUnknown(report) { notes.append(unknown[language]) }
    return notes
  }

  /// What stands below the table: notes, sources, and how the report was made.
  static func lists(of report: Report, _ language: Language) -> [(heading: String, items: [String])]
  {
    let sources = report.citations.map { source($0, language) }
    let lists = [
      (notes, notes(of: report, language)), (self.sources, sources),
      (made, origin(of: report, language)),
    ]
    return lists.filter { !$1.isEmpty }.map { ($0[language], $1) }
  }

  private static let made = LocalizedText.message("report.made")

  /// How the report was made, and its digest.
  private static func origin(of report: Report, _ language: Language) -> [String] {
    guard let origin = report.origin else { return [] }
    var lines = ["kosh report \(origin.words)"]
    if let number = origin.number { lines.append("\(issuedAs[language]): \(number)") }
    lines.append("\(rows[language]): \(origin.rows.grouped). SHA-256: \(origin.digest)")
    return lines
  }

  private static let issuedAs = LocalizedText.message("report.issued-as")
  private static let rows = LocalizedText.message("word.rows")

  /// The act and article, and how we know it unless we read the act itself.
  static func source(_ citation: Citation, _ language: Language) -> String {
    guard citation.standing != .law else { return citation.description }
    return "\(citation.description) (\(citation.standing.name[language]))"
  }

  /// `Page 2 of 5`; words too, where a program puts in the numbers.
  static func page(_ number: String, of count: String, _ language: Language) -> String {
    LocalizedText.message("report.page", ["number": "\(number)", "count": "\(count)"])[language]
  }

  /// What stands at the foot of a page beside the title: the period or day, and which page it is.
  static func foot(
    of report: Report, _ number: String, of count: String, _ language: Language
  ) -> String {
    let page = page(number, of: count, language)
    return report.days(language).map { "\($0)   \(page)" } ?? page
  }

  private static func hasUnknown(_ report: Report) -> Bool {
    if report.facts.contains(where: { $0.value == .unknown }) { return true }
    if let total = report.total, total.contains(.unknown) { return true }
    for group in report.groups {
      if let subtotal = group.subtotal, subtotal.contains(.unknown) { return true }
      for row in group.rows where row.contains(.unknown) { return true }
    }
    return false
  }
}
