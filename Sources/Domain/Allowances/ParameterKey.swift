/// What a parameter counts in.
package enum ParameterUnit: String, Hashable, Sendable, CaseIterable {
  /// A multiple of the MCI for each person.
  case mciPerPerson = "mci-per-person"
  /// A multiple of the MCI for each family.
  case mciPerFamily = "mci-per-family"
  /// Which of two MCIs of a day counts.
  case mciPurpose = "mci-purpose"
  /// A part of a cost, from 0 to 1.
  case share
  /// How an amount reaches a whole unit.
  case rounding
  /// With whom the unpaid part goes when a family splits or joins another.
  case division
  /// A number of calendar months.
  case months
  /// A part of what is owed, for each year.
  case sharePerYear = "share-per-year"
}

/// The parameters that code asks for; each is the file of its name under Seeds/Rules.
package enum ParameterKey: String, Hashable, Sendable, CaseIterable {
  case relocationHead = "relocation/head"
  case relocationSpouseOrChild = "relocation/spouse-or-child"
  case relocationOtherMember = "relocation/other-member"
  case relocationMCIPurpose = "relocation/mci-purpose"
  case relocationDivision = "relocation/division"
  case relocationApplyWithin = "relocation/apply-within"
  case tariff1997Housing = "tariff-1997/housing"
  case tariff1997Head = "tariff-1997/head"
  case tariff1997Member = "tariff-1997/member"
  case tariff1997Travel = "tariff-1997/travel"
  case tariff1997Carriage = "tariff-1997/carriage"
  case tariff1997MCIPurpose = "tariff-1997/mci-purpose"
  case tariff1997Division = "tariff-1997/division"
  case tariff1997ApplyWithin = "tariff-1997/apply-within"
  case certificateApplyWithin = "certificate/apply-within"
  case certificateCap = "certificate/cap"
  case certificateDivision = "certificate/division"
  case certificateMCIPurpose = "certificate/mci-purpose"
  case certificateShare = "certificate/share"
  case educationChild = "education/child"
  case educationDivision = "education/division"
  case educationMCIPurpose = "education/mci-purpose"
  case employerDivision = "employer/division"
  case employerMCIPurpose = "employer/mci-purpose"
  case employerSubsidy = "employer/subsidy"
  case employment2020Division = "employment-2020/division"
  case employment2020Head = "employment-2020/head"
  case employment2020MCIPurpose = "employment-2020/mci-purpose"
  case employment2020Member = "employment-2020/member"
  case housingLoanCap = "housing-loan/cap"
  case housingLoanDivision = "housing-loan/division"
  case housingLoanInterest = "housing-loan/interest"
  case housingLoanMCIPurpose = "housing-loan/mci-purpose"
  case housingLoanShare = "housing-loan/share"
  case housingLoanTerm = "housing-loan/term"
  case rentApplyWithin = "rent/apply-within"
  case rentDivision = "rent/division"
  case rentMCIPurpose = "rent/mci-purpose"
  case rentMostMonths = "rent/most-months"
  case rentRuralFew = "rent/rural-few"
  case rentRuralMany = "rent/rural-many"
  case rentRuralOne = "rent/rural-one"
  case rentUrbanFew = "rent/urban-few"
  case rentUrbanMany = "rent/urban-many"
  case rentUrbanOne = "rent/urban-one"
  case allowanceRounding = "rounding/allowance"

  /// The unit that the file must declare.
  package var unit: ParameterUnit {
    switch self {
    case .relocationHead, .relocationSpouseOrChild, .relocationOtherMember, .tariff1997Housing,
      .tariff1997Head, .tariff1997Member, .tariff1997Travel, .employment2020Head,
      .employment2020Member, .educationChild:
      .mciPerPerson
    case .tariff1997Carriage, .rentRuralFew, .rentRuralMany, .rentRuralOne, .rentUrbanFew,
      .rentUrbanMany, .rentUrbanOne, .certificateCap, .employerSubsidy, .housingLoanCap:
      .mciPerFamily
    case .relocationMCIPurpose, .tariff1997MCIPurpose, .certificateMCIPurpose, .employerMCIPurpose,
      .employment2020MCIPurpose, .rentMCIPurpose, .educationMCIPurpose, .housingLoanMCIPurpose:
      .mciPurpose
    case .certificateShare, .housingLoanShare: .share
    case .housingLoanInterest: .sharePerYear
    case .relocationApplyWithin, .tariff1997ApplyWithin, .certificateApplyWithin, .rentApplyWithin,
      .rentMostMonths, .housingLoanTerm:
      .months
    case .relocationDivision, .tariff1997Division, .certificateDivision, .employerDivision,
      .employment2020Division, .rentDivision, .educationDivision, .housingLoanDivision:
      .division
    case .allowanceRounding: .rounding
    }
  }
}
