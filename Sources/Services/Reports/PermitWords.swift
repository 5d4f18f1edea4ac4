import Domain

/// What reports on permits say.
enum PermitWords {
  static let permits = LocalizedText.message("permits.permits")
  static let fees = LocalizedText.message("permits.fees")
  static let localContent = LocalizedText.message("permits.local-content")
  static let violations = LocalizedText.message("permits.violations")
  static let expiring = LocalizedText.message("permits.expiring")
  static let within = LocalizedText.message("permits.within")

  static let employers = LocalizedText.message("permits.employers")
  static let households = LocalizedText.message("permits.households")
  static let employer = LocalizedText.message("permits.employer")
  static let name = LocalizedText.message("permits.name")
  static let notSaid = LocalizedText.message("word.not-said")

  static let issued = LocalizedText.message("permits.issued")
  static let extended = LocalizedText.message("permits.extended")
  static let replaced = LocalizedText.message("permits.replaced")
  static let inForce = LocalizedText.message("permits.in-force")

  static let threeCounts = LocalizedText.message("permits.three-counts")
  static let householdsApart = LocalizedText.message("permits.households-apart")
  static let feesNote = LocalizedText.message("permits.fees-note")
  static let contentNote = LocalizedText.message("permits.content-note")
  static let kept = LocalizedText.message("permits.kept")
  static let notKept = LocalizedText.message("permits.not-kept")

  static func title(of grouping: PermitGrouping) -> LocalizedText {
    switch grouping {
    case .kind: .message("permits.title.kind")
    case .section: .message("permits.title.section")
    case .region: Words.region
    case .country: .message("word.country")
    }
  }

  static func citizens(_ group: String) -> LocalizedText {
    .message("permits.citizens", ["group": "\(group)"])
  }
  static func all(_ group: String) -> LocalizedText {
    .message("permits.all", ["group": "\(group)"])
  }
  static func share(_ group: String) -> LocalizedText {
    .message("permits.share", ["group": "\(group)"])
  }
  static func verdict(_ group: String) -> LocalizedText {
    .message("permits.verdict", ["group": "\(group)"])
  }
}
