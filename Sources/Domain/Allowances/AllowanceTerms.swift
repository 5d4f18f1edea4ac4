/// What a scheme must know beside the people.
package struct AllowanceTerms: Hashable, Sendable {
  /// What kind of settlement the family lives in.
  package enum Place: String, Hashable, Sendable, CaseIterable {
    case rural, urban
  }

  /// How a term is named on the command line.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    case place, months
    case firstMonth = "from-month"
    case cost, employer
  }

  package let place: Place?
  /// For how many months rent is paid; nil for as many as the rule allows.
  package var months: Int?
  /// The first day of the first of them; nil for the month of the decision.
  package var firstMonth: LocalDate?
  /// What a home costs.
  package let cost: Money?
  /// The organisation that helped to move, and is paid for it.
  package let employer: BIN?

  package init(
    place: Place? = nil, months: Int? = nil, cost: Money? = nil, firstMonth: LocalDate? = nil,
    employer: BIN? = nil
  ) {
    self.place = place
    self.months = months
    self.cost = cost
    self.firstMonth = firstMonth
    self.employer = employer
  }

  /// What was given.
  package var given: [Name] {
    Name.allCases.filter { name in
      switch name {
      case .place: place != nil
      case .months: months != nil
      case .firstMonth: firstMonth != nil
      case .cost: cost != nil
      case .employer: employer != nil
      }
    }
  }

  /// The first days of the months that are paid for; none where nothing is paid by the month.
  package var paidMonths: [LocalDate] {
    guard let firstMonth, let months else { return [] }
    return (0..<months).compactMap { firstMonth.adding(months: $0) }
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
