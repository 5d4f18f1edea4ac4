/// Why a region is worth something to a family, and how much.
package struct PlacementReason: Hashable, Sendable {
  /// In the order in which reasons are told.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The family asks for the region.
    case wish
    /// Kin of it live there, or hold places there.
    case kin
    /// An adult has an occupation that the region asks for.
    case occupation
    /// The region's climate suits those who come from the country.
    case climate
    /// A language of the family is spoken there.
    case language

    /// Those of which a file of factors tells; without one they count for nothing.
    package static let given: [Kind] = [.occupation, .climate, .language]

    package var isGiven: Bool { Self.given.contains(self) }
  }

  package let kind: Kind
  /// For each of the family's people.
  package let points: Int
  /// What speaks for the region: a region's code, a family's number, an occupation as the register
  /// has it, or the code of a country or language.
  package let subject: String

  package init(_ kind: Kind, points: Int, subject: String) {
    self.kind = kind
    self.points = points
    self.subject = subject
  }
}

/// What a region is worth to a family, for each of its people, and why.
package struct RegionWorth: Hashable, Sendable {
  /// The stable code of the region.
  package let region: String
  /// By kind; none of them without points.
  package let reasons: [PlacementReason]

  package init(region: String, reasons: [PlacementReason]) {
    self.region = region
    self.reasons = reasons
  }

  package var points: Int { reasons.reduce(0) { $0 + $1.points } }
}
