/// A scheme of help in money, as an era of the law had it.
package enum AllowanceKind: String, Hashable, Sendable, CaseIterable {
  /// The regional quota's payment for relocation, from 2016.
  case relocation
  /// The 1997 law's lump sums, housing, travel and carriage, 2002 to 2011.
  case tariff1997 = "tariff-1997"
  /// Employment 2020: the move of citizens to another region, 2012 to 2015.
  case employment2020 = "employment-2020"
  /// Rent and utilities in a settlement region, month by month, from 2017.
  case rent
  /// The certificate of economic mobility: a part of the cost of a home, from 2023.
  case certificate
  /// What an employer gets who helped people to move.
  case employer
  /// A grant for the education of the children; that it existed is all that is known.
  case education
  /// The returnable housing loan of Nurly Kosh, 2009 to 2011; its terms are data, absent so far.
  case housingLoan = "housing-loan"

  /// What is given once for having come: of these one applies on a day.
  static let lumpSums: [AllowanceKind] = [.relocation, .tariff1997]

  /// Reads the name on the command line, or one of its aliases, in either case.
  package init?(text: String) {
    switch text.lowercased() {
    case "1997-law", "tariff1997": self = .tariff1997
    case let name: self.init(rawValue: name)
    }
  }

  package var name: LocalizedText {
    switch self {
    case .relocation: .message("allowance-kind.relocation")
    case .tariff1997:
      .message("allowance-kind.tariff1997")
    case .employment2020: .message("allowance-kind.employment2020")
    case .rent:
      .message("allowance-kind.rent")
    case .certificate: .message("allowance-kind.certificate")
    case .employer:
      .message("allowance-kind.employer")
    case .education: .message("allowance-kind.education")
    case .housingLoan:
      .message("allowance-kind.housing-loan")
    }
  }

  /// The parameter whose days are the scheme's.
  var lead: ParameterKey {
    switch self {
    case .relocation: .relocationHead
    case .tariff1997: .tariff1997Housing
    case .employment2020: .employment2020Head
    case .rent: .rentRuralOne
    case .certificate: .certificateCap
    case .employer: .employerSubsidy
    case .education: .educationChild
    case .housingLoan: .housingLoanCap
    }
  }

  /// Which MCI the scheme is reckoned in.
  var purpose: ParameterKey {
    switch self {
    case .relocation: .relocationMCIPurpose
    case .tariff1997: .tariff1997MCIPurpose
    case .employment2020: .employment2020MCIPurpose
    case .rent: .rentMCIPurpose
    case .certificate: .certificateMCIPurpose
    case .employer: .employerMCIPurpose
    case .education: .educationMCIPurpose
    case .housingLoan: .housingLoanMCIPurpose
    }
  }

  /// With whom the unpaid part of a grant goes when its family splits or joins another.
  package var division: ParameterKey {
    switch self {
    case .relocation: .relocationDivision
    case .tariff1997: .tariff1997Division
    case .employment2020: .employment2020Division
    case .rent: .rentDivision
    case .certificate: .certificateDivision
    case .employer: .employerDivision
    case .education: .educationDivision
    case .housingLoan: .housingLoanDivision
    }
  }

  /// How many months after the inclusion the scheme may be applied for; nil for a scheme that no
  /// term was ever thought of for.
  package var applyWithin: ParameterKey? {
    switch self {
    case .relocation: .relocationApplyWithin
    case .tariff1997: .tariff1997ApplyWithin
    case .rent: .rentApplyWithin
    case .certificate: .certificateApplyWithin
    case .employment2020, .employer, .education, .housingLoan: nil
    }
  }

  /// What the scheme pays, in the order of its lines; `months` is for how many of them rent is.
  ///
  /// Throws `field.required` where the place or the cost is not given that it depends on, and
  /// `allowance.family` for a household without the children that it is for.
  func items(
    for household: Household, _ terms: AllowanceTerms, months: Int
  ) throws(Failure) -> [AllowanceItem] {
    switch self {
    case .relocation, .tariff1997, .employment2020, .employer:
      return items(for: household).map { .multiple($0.key, quantity: $0.quantity) }
    case .education:
      guard household.children > 0 else {
        throw Failure(.allowanceFamily, "the grant is for children, and there are none")
      }
      return items(for: household).map { .multiple($0.key, quantity: $0.quantity) }
    case .rent:
      guard let place = terms.place else {
        throw Failure(.fieldRequired, "rent depends on the place: rural or urban")
      }
      return [.multiple(Self.rent(place, household.people), quantity: months)]
    case .certificate:
      return [.share(.certificateShare, cap: .certificateCap, of: try cost(of: terms))]
    case .housingLoan:
      return [.share(.housingLoanShare, cap: .housingLoanCap, of: try cost(of: terms))]
    }
  }

  private func cost(of terms: AllowanceTerms) throws(Failure) -> Money {
    guard let cost = terms.cost, cost > .zero else {
      let scheme = self == .certificate ? "certificate" : "loan"
      throw Failure(.fieldRequired, "the \(scheme) depends on what the home costs")
    }
    return cost
  }

  /// True where a part of a grant is that of one of its people.
  var paysByPerson: Bool {
    switch self {
    case .relocation, .tariff1997, .employment2020, .education: true
    case .rent, .certificate, .employer, .housingLoan: false
    }
  }

  /// What must be given for the scheme to be granted, beside the people.
  var terms: [AllowanceTerms.Name] {
    switch self {
    case .relocation, .tariff1997, .employment2020, .education: []
    case .rent: [.place, .months, .firstMonth]
    case .certificate, .housingLoan: [.cost]
    case .employer: [.employer]
    }
  }

  /// What must be said of the scheme beside its amount, and be known before it is paid.
  var conditions: [ParameterKey] {
    self == .housingLoan ? [.housingLoanTerm, .housingLoanInterest] : []
  }

  /// One person, two to four, or five and more.
  private static func rent(_ place: AllowanceTerms.Place, _ people: Int) -> ParameterKey {
    switch (place, people) {
    case (.rural, ...1): .rentRuralOne
    case (.rural, ...4): .rentRuralFew
    case (.rural, _): .rentRuralMany
    case (.urban, ...1): .rentUrbanOne
    case (.urban, ...4): .rentUrbanFew
    case (.urban, _): .rentUrbanMany
    }
  }

  /// What the scheme pays by its people alone: a parameter and how often it is due.
  func items(for household: Household) -> [(key: ParameterKey, quantity: Int)] {
    switch self {
    case .relocation:
      [
        (.relocationHead, household.head),
        (.relocationSpouseOrChild, household.spousesAndChildren),
        (.relocationOtherMember, household.others),
      ]
    case .tariff1997:
      [
        (.tariff1997Housing, household.people),
        (.tariff1997Head, household.head),
        (.tariff1997Member, household.people - household.head),
        (.tariff1997Travel, household.people),
        (.tariff1997Carriage, 1),
      ]
    case .employment2020:
      [
        (.employment2020Head, household.head),
        (.employment2020Member, household.people - household.head),
      ]
    case .employer: [(.employerSubsidy, household.people)]
    case .education: [(.educationChild, household.children)]
    case .rent, .certificate, .housingLoan: []
    }
  }
}
