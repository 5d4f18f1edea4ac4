/// What a scheme must know beside the people.
package struct AllowanceTerms: Hashable, Sendable {
  /// What kind of settlement the family lives in.
  package enum Place: String, Hashable, Sendable, CaseIterable {
    case rural, urban
  }

  package let place: Place?
  /// For how many months rent is paid.
  package let months: Int
  /// What a home costs.
  package let cost: Money?

  /// Rent is paid for a year at most.
  package static let mostMonths = 12

  package init(place: Place? = nil, months: Int = mostMonths, cost: Money? = nil) {
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
}
