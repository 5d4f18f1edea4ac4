/// What a scheme must know beside the people.
package struct AllowanceTerms: Hashable, Sendable {
  /// What kind of settlement the family lives in.
  package enum Place: String, Hashable, Sendable, CaseIterable {
    case rural, urban
  }

  package let place: Place?
  /// For how many months rent is paid; nil for as many as the rule allows.
  package let months: Int?
  /// What a home costs.
  package let cost: Money?

  package init(place: Place? = nil, months: Int? = nil, cost: Money? = nil) {
    self.place = place
    self.months = months
    self.cost = cost
  }

  package static let none = AllowanceTerms()
}

/// What a scheme pays: one line of a quote.
package enum AllowanceItem: Hashable, Sendable {
  /// A multiple of the MCI, so often.
  case multiple(ParameterKey, quantity: Int)
  /// A share of a cost, at most a multiple of the MCI.
  case share(ParameterKey, cap: ParameterKey, of: Money)

  /// How often it is due; a share of a cost once.
  package var quantity: Int {
    switch self {
    case .multiple(_, let quantity): quantity
    case .share: 1
    }
  }
}
