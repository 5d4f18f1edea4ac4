import Domain

/// The words that renderers add to every report.
enum Wording {
  static let total = LocalizedText(en: "Total", kk: "Барлығы", ru: "Всего")
  static let subtotal = LocalizedText(en: "Subtotal", kk: "Жиыны", ru: "Итого")
  static let notes = LocalizedText(en: "Notes", kk: "Ескертпелер", ru: "Примечания")
  static let sources = LocalizedText(en: "Sources", kk: "Дереккөздер", ru: "Источники")
  static let noRows = LocalizedText(en: "No records", kk: "Жазба жоқ", ru: "Нет записей")
  static let continued = LocalizedText(en: "continued", kk: "жалғасы", ru: "продолжение")
  static let sheet = LocalizedText(en: "Report", kk: "Есеп", ru: "Отчёт")
  static let chartSheet = LocalizedText(en: "Chart", kk: "Диаграмма", ru: "Диаграмма")

  private static let rounding = LocalizedText(
    en: "Shares are rounded to a tenth of a percent, halves away from zero.",
    kk: "Үлестер пайыздың оннан біріне дейін дөңгелектенген, жартысы нөлден алысқа қарай.",
    ru: "Доли округлены до десятой процента, половина — от нуля.")

  private static let unknown = LocalizedText(
    en: "… means that the value is not known.",
    kk: "… — мәні белгісіз.",
    ru: "… — значение неизвестно.")

  /// The report's own notes, then those that its cells call for.
  static func notes(of report: Report, _ language: Language) -> [String] {
    var notes = report.notes.map { $0[language] }
    if report.columns.contains(where: { $0.kind == .percent }) {
      notes.append(rounding[language])
    }
    if hasUnknown(report) { notes.append(unknown[language]) }
    return notes
  }

  /// The act and article, and how we know it unless we read the act itself.
  static func source(_ citation: Citation, _ language: Language) -> String {
    guard citation.standing != .law else { return citation.description }
    return "\(citation.description) (\(citation.standing.name[language]))"
  }

  /// `Page 2 of 5`; words too, where a program puts in the numbers.
  static func page(_ number: String, of count: String, _ language: Language) -> String {
    switch language {
    case .en: "Page \(number) of \(count)"
    case .kk: "\(count) беттің \(number)-беті"
    case .ru: "Страница \(number) из \(count)"
    }
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
