/// With whom something that hangs on a family goes when the family splits or joins another.
package enum Follows: String, Hashable, Sendable, CaseIterable {
  /// With each of the people whom it is counted for.
  case people
  /// With the head, into whatever family the head goes.
  case head
  /// It stays with the number of the family.
  case number
}

/// What hangs on a family: the stated rule by which a split divides it.
///
/// A join empties the first family, so there everything goes to the second, whatever the rule.
package enum Belonging: Hashable, Sendable {
  /// Places of an inclusion, in the unit of its quota.
  case places(QuotaUnit)
  /// What was granted and is not yet paid, by the rule of its scheme.
  case unpaid(Follows)
  /// The family's place among those who wait, by the day of its registration.
  case openCases
  /// Where it came from, where it is bound for and where it lives: copied to both.
  case origin

  package var follows: Follows {
    switch self {
    case .places(.person), .origin: .people
    // One place for all of them cannot be halved.
    case .places(.family), .places(.permit), .openCases: .number
    case .unpaid(let rule): rule
    }
  }
}
