/// Whose money a programme spends.
package enum BudgetSource: String, Hashable, Sendable, CaseIterable {
  /// The budget of the Republic.
  case national
  /// The budgets of regions, districts and cities.
  case local
  case other

  package var name: LocalizedText {
    switch self {
    case .national: .message("budget-source.national")
    case .local:
      .message("budget-source.local")
    case .other: .message("budget-source.other")
    }
  }
}
