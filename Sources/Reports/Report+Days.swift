import Domain

extension Report {
  /// The day of a fact above the table: `from`, `to`, `on`; nil where the report has none.
  func day(_ id: String) -> LocalDate? {
    guard let fact = facts.first(where: { $0.id == id }), case .date(let day) = fact.value else {
      return nil
    }
    return day
  }

  /// The period that a report is of, else the day, as the foot of each of its pages says it.
  func days(_ language: Language) -> String? {
    Self.days(from: day("from"), to: day("to"), on: day("on"), language)
  }

  static func days(
    from: LocalDate?, to: LocalDate?, on: LocalDate?, _ language: Language
  ) -> String? {
    guard let from, let to else { return on?.shown(in: language) }
    return "\(from.shown(in: language)) – \(to.shown(in: language))"
  }
}
