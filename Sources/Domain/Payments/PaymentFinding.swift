/// What a look at a payment finds before money goes out.
package struct PaymentFinding: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case noAccount = "no-account"
    case holderDead = "holder-dead"
    case holderElsewhere = "holder-elsewhere"
    case placesGiven = "places-given-back"
    case deadBefore = "dead-before-decision"
    case paidTwice = "counted-twice"
    case stopped
    case accountChanged = "account-changed"
    case sharedAccount = "shared-account"
    case diedSince = "died-since"
    case movedAway = "moved-away"

    /// A payment with such a finding is not made; of the others an official is told.
    package var stops: Bool {
      switch self {
      case .sharedAccount, .diedSince, .movedAway: false
      default: true
      }
    }

    /// In a sentence about a family.
    package var meaning: String {
      switch self {
      case .noAccount: "has no account"
      case .holderDead: "is paid to the account of someone who died"
      case .holderElsewhere: "is paid to the account of someone who is no longer a member"
      case .placesGiven: "gave back the places on which the grant rests"
      case .deadBefore: "was granted for someone who had died"
      case .paidTwice: "was granted for someone who is counted twice"
      case .stopped: "is not paid while its payments are stopped"
      case .accountChanged: "has another account by now"
      case .sharedAccount: "shares its account with another family"
      case .diedSince: "has lost someone for whom it is paid"
      case .movedAway: "lives in another region"
      }
    }
  }

  package let kind: Kind
  package let family: Number<Family>
  package let grant: Number<Grant>?
  package let detail: String

  package init(
    _ kind: Kind, _ family: Number<Family>, grant: Number<Grant>? = nil, _ detail: String
  ) {
    self.kind = kind
    self.family = family
    self.grant = grant
    self.detail = detail
  }
}

extension PaymentFinding {
  /// `F-2026-000001-R has no account: …`.
  package var sentence: String {
    let of = grant.map { " (\($0))" } ?? ""
    return "\(family)\(of) \(kind.meaning): \(detail)"
  }
}
