import Domain

/// What reports on those who came say.
enum ArrivalWords {
  static let arrivals = LocalizedText.message("arrivals.arrivals")
  static let families = LocalizedText.message("arrivals.families")
  static let people = LocalizedText.message("word.people")
  static let share = LocalizedText.message("arrivals.share")
  static let code = LocalizedText.message("word.class-code")
  static let notSaid = LocalizedText.message("word.not-said")
  static let openAge = LocalizedText.message("arrivals.open-age")
  static let other = LocalizedText.message("arrivals.other")
  static let noZone = LocalizedText.message("arrivals.no-zone")

  static let unit = LocalizedText.message("quota-unit.person")

  static func title(of grouping: ArrivalGrouping) -> LocalizedText {
    switch grouping {
    case .country: .message("word.country")
    case .region: Words.region
    case .zone: .message("word.zone")
    case .age: .message("word.age")
    case .education: .message("arrivals.title.education")
    case .district: .message("arrivals.title.district")
    }
  }

  static func name(of education: Education) -> LocalizedText {
    switch education {
    case .higher: .message("arrivals.higher")
    case .secondarySpecial: .message("arrivals.secondary-special")
    case .secondary: .message("arrivals.secondary")
    case .none: .message("arrivals.none")
    }
  }

  static let onArrival = LocalizedText.message("arrivals.on-arrival")
  static let bound = LocalizedText.message("arrivals.bound")
  static let ages = LocalizedText.message("arrivals.ages")
  static let workingOnly = LocalizedText.message("arrivals.working-only")
  static let programme = LocalizedText.message("arrivals.programme")
}
