/// What a quota holds places for; each kind is a book of its own, and kinds are never added.
package enum QuotaKind: String, Hashable, Sendable, CaseIterable {
  /// Oralmans from 1993 to 2014, by decrees and resolutions for the whole country.
  case immigration
  /// Returnees within the regional quotas; the law said oralman to 2020.
  case kandas
  /// Citizens who move from the labour-surplus south to the settlement regions.
  case settlers
  /// The programme Nurly Kosh, 2009 to 2011.
  case nurlyKosh = "nurly-kosh"
  /// Permits to employ foreigners, by the category of the post.
  case labour1 = "labour-1"
  case labour2 = "labour-2"
  case labour3 = "labour-3"
  case labour4 = "labour-4"
  /// Permits to employ foreigners for a season.
  case seasonal = "labour-seasonal"
  /// Permits of foreigners who work in a household.
  case household

  package var name: LocalizedText {
    switch self {
    case .immigration: .message("quota-kind.immigration")
    case .kandas: .message("quota-kind.kandas")
    case .settlers: .message("quota-kind.settlers")
    case .nurlyKosh: .message("word.nurly-kosh")
    case .labour1: Self.labour("1")
    case .labour2: Self.labour("2")
    case .labour3: Self.labour("3")
    case .labour4: Self.labour("4")
    case .seasonal: .message("quota-kind.seasonal")
    case .household:
      .message("quota-kind.household")
    }
  }

  private static func labour(_ category: String) -> LocalizedText {
    .message("quota-kind.labour", ["category": "\(category)"])
  }

  /// Whether its places are taken by families; the others hold permits.
  package var isForFamilies: Bool {
    switch self {
    case .immigration, .kandas, .settlers, .nurlyKosh: true
    case .labour1, .labour2, .labour3, .labour4, .seasonal, .household: false
    }
  }

  /// Those whose places are taken by families.
  package static let ofFamilies = allCases.filter(\.isForFamilies)

  /// Whether orders may part it by activity and by country of origin.
  package var hasParts: Bool { !isForFamilies }

  /// The permits of employers, by category and season, which an order sets together.
  package static let ofEmployers: [QuotaKind] = [.labour1, .labour2, .labour3, .labour4, .seasonal]

  /// The kind by which the lists of settlement regions name those who come; nil where the quota
  /// goes by no such list.
  package var settling: QuotaKind? {
    switch self {
    case .immigration, .kandas: .kandas
    case .settlers: .settlers
    case .nurlyKosh, .labour1, .labour2, .labour3, .labour4, .seasonal, .household: nil
    }
  }
}

/// What one place of a quota is; places of different units are never added.
package enum QuotaUnit: String, Hashable, Sendable, CaseIterable {
  /// One person: regional quotas since 2017 or 2018.
  case person
  /// One family: the immigration quotas, and the regional ones at first.
  case family
  /// One permit to employ a foreigner.
  case permit

  package var name: LocalizedText {
    switch self {
    case .person: .message("quota-unit.person")
    case .family: .message("quota-unit.family")
    case .permit: .message("quota-unit.permit")
    }
  }
}
