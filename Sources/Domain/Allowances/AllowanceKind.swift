/// A scheme of help in money, as an era of the law had it.
package enum AllowanceKind: String, Hashable, Sendable, CaseIterable {
  /// The regional quota's payment for relocation, from 2016.
  case relocation
  /// The 1997 law's lump sums, housing, travel and carriage, 2002 to 2011.
  case tariff1997 = "tariff-1997"

  /// Reads the name on the command line, or one of its aliases, in either case.
  package init?(text: String) {
    switch text.lowercased() {
    case "1997-law", "tariff1997": self = .tariff1997
    case let name: self.init(rawValue: name)
    }
  }

  package var name: LocalizedText {
    switch self {
    case .relocation:
      LocalizedText(
        en: "Relocation payment", kk: "Көшуге арналған төлем", ru: "Выплата на переезд")
    case .tariff1997:
      LocalizedText(
        en: "Allowances of the 1997 law", kk: "1997 жылғы заң бойынша жәрдемақылар",
        ru: "Пособия по закону 1997 года")
    }
  }

  /// The parameter whose days are the scheme's.
  var lead: ParameterKey {
    switch self {
    case .relocation: .relocationHead
    case .tariff1997: .tariff1997Housing
    }
  }

  /// Which MCI the scheme is reckoned in.
  var purpose: ParameterKey {
    switch self {
    case .relocation: .relocationMCIPurpose
    case .tariff1997: .tariff1997MCIPurpose
    }
  }

  /// With whom the unpaid part of a grant goes when its family splits or joins another.
  package var division: ParameterKey {
    switch self {
    case .relocation: .relocationDivision
    case .tariff1997: .tariff1997Division
    }
  }

  /// What the scheme pays, in the order of its lines: a parameter and how often it is due.
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
    }
  }
}
