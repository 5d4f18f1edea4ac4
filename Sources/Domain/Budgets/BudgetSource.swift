/// Whose money a programme spends.
package enum BudgetSource: String, Hashable, Sendable, CaseIterable {
  /// The budget of the Republic.
  case national
  /// The budgets of regions, districts and cities.
  case local
  case other

  package var name: LocalizedText {
    switch self {
    case .national:
      LocalizedText(
        en: "National budget", kk: "Республикалық бюджет", ru: "Республиканский бюджет")
    case .local:
      LocalizedText(en: "Local budgets", kk: "Жергілікті бюджеттер", ru: "Местные бюджеты")
    case .other:
      LocalizedText(en: "Other sources", kk: "Өзге көздер", ru: "Прочие источники")
    }
  }
}
