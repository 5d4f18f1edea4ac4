/// What a parameter counts in.
package enum ParameterUnit: String, Hashable, Sendable, CaseIterable {
  /// A multiple of the MCI for each person.
  case mciPerPerson = "mci-per-person"
  /// A multiple of the MCI for each family.
  case mciPerFamily = "mci-per-family"
  /// Which of two MCIs of a day counts.
  case mciPurpose = "mci-purpose"
  /// How an amount reaches a whole unit.
  case rounding
  /// With whom the unpaid part goes when a family splits or joins another.
  case division
}

/// The parameters that code asks for; each is the file of its name under Seeds/Rules.
package enum ParameterKey: String, Hashable, Sendable, CaseIterable {
  case relocationHead = "relocation/head"
  case relocationSpouseOrChild = "relocation/spouse-or-child"
  case relocationOtherMember = "relocation/other-member"
  case relocationMCIPurpose = "relocation/mci-purpose"
  case relocationDivision = "relocation/division"
  case tariff1997Housing = "tariff-1997/housing"
  case tariff1997Head = "tariff-1997/head"
  case tariff1997Member = "tariff-1997/member"
  case tariff1997Travel = "tariff-1997/travel"
  case tariff1997Carriage = "tariff-1997/carriage"
  case tariff1997MCIPurpose = "tariff-1997/mci-purpose"
  case tariff1997Division = "tariff-1997/division"
  case allowanceRounding = "rounding/allowance"

  /// The unit that the file must declare.
  package var unit: ParameterUnit {
    switch self {
    case .relocationHead, .relocationSpouseOrChild, .relocationOtherMember, .tariff1997Housing,
      .tariff1997Head, .tariff1997Member, .tariff1997Travel:
      .mciPerPerson
    case .tariff1997Carriage: .mciPerFamily
    case .relocationMCIPurpose, .tariff1997MCIPurpose: .mciPurpose
    case .relocationDivision, .tariff1997Division: .division
    case .allowanceRounding: .rounding
    }
  }
}
