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
    case .seasonal: .message("permit-kind.seasonal")
    case .intraCorporate:
      .message("permit-kind.intra-corporate")
    case .independent: .message("permit-kind.independent")
    case .household:
      .message("permit-kind.household")
    }
  }

  private static func category(_ number: String) -> LocalizedText {
    .message("permit-kind.category", ["number": "\(number)"])
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
