/// What a permit to work is for; each kind has dated rules of its own (``PermitRules``).
package enum PermitKind: String, Hashable, Sendable, CaseIterable {
  /// Chief executives and their deputies.
  case category1 = "EMP-1"
  /// Heads of structural units.
  case category2 = "EMP-2"
  /// Specialists.
  case category3 = "EMP-3"
  /// Skilled workers.
  case category4 = "EMP-4"
  case seasonal = "SEAS"
  /// Heads, managers and specialists whom a company sends to its own branch.
  case intraCorporate = "ICT"
  /// The certificate of qualification for independent employment.
  case independent = "SELF"
  /// A labour immigrant in a private person's household.
  case household = "LAB-IMM"

  package var name: LocalizedText {
    switch self {
    case .category1: Self.category("1")
    case .category2: Self.category("2")
    case .category3: Self.category("3")
    case .category4: Self.category("4")
    case .seasonal:
      LocalizedText(
        en: "Seasonal worker", kk: "Маусымдық жұмыскер", ru: "Сезонный работник")
    case .intraCorporate:
      LocalizedText(
        en: "Intra-corporate transfer", kk: "Корпоративішілік ауыстыру",
        ru: "Внутрикорпоративный перевод")
    case .independent:
      LocalizedText(
        en: "Independent employment", kk: "Өз бетінше жұмысқа орналасу",
        ru: "Самостоятельное трудоустройство")
    case .household:
      LocalizedText(
        en: "Household worker", kk: "Үй шаруашылығындағы жұмыскер", ru: "Домашний работник")
    }
  }

  private static func category(_ number: String) -> LocalizedText {
    LocalizedText(
      en: "Category \(number)", kk: "\(number)-санат", ru: "Категория \(number)")
  }

  /// Of the categories of employers' permits; nil for other kinds.
  package var category: Int? {
    switch self {
    case .category1: 1
    case .category2: 2
    case .category3: 3
    case .category4: 4
    case .seasonal, .intraCorporate, .independent, .household: nil
    }
  }

  /// The categories of staff that local content counts together with this one.
  package var contentGroup: Set<Int> {
    switch self {
    case .category1, .category2: [1, 2]
    case .category3, .category4: [3, 4]
    case .seasonal, .intraCorporate, .independent, .household: []
    }
  }

  /// Those whose staff local content counts together with this kind's.
  package var contentKinds: [PermitKind] {
    Self.allCases.filter { kind in kind.category.map(contentGroup.contains) ?? false }
  }

  /// Whether an employer asks for it; a certificate is asked for by the worker alone.
  package var isOfEmployer: Bool { self != .independent }
}
