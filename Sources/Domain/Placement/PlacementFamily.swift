/// What is known of a family that waits, as far as it bears on where it goes.
package struct PlacementFamily: Hashable, Sendable {
  /// A family that a member was once of one family with, or is married into.
  package struct Kin: Hashable, Sendable {
    package let family: Number<Family>
    /// The stable code of the region where it lives, or else holds places.
    package let region: String

    package init(family: Number<Family>, region: String) {
      self.family = family
      self.region = region
    }
  }

  package let number: Number<Family>
  /// Its members on the day.
  package let people: Int
  /// How many places they need: one each, or one for all of them.
  package let places: Int
  /// The stable code of the region it asks for.
  package let wish: String?
  /// ISO 3166-1 alpha-3.
  package let origin: String?
  /// Of its adults, as the register has them; one that two have stands twice.
  package let occupations: [String]
  /// ISO 639-3, each once.
  package let languages: [String]
  package let kin: [Kin]

  package init(
    number: Number<Family>, people: Int, places: Int, wish: String?, origin: String? = nil,
    occupations: [String] = [], languages: [String] = [], kin: [Kin] = []
  ) {
    self.number = number
    self.people = people
    self.places = places
    self.wish = wish
    self.origin = origin
    self.occupations = occupations
    self.languages = languages
    self.kin = kin
  }

  /// What a region is worth to it on a day.
  ///
  /// Each kind of reason gives no more than its weight allows: what is above is cut from the last
  /// reasons of the kind, and one of which nothing is left is not told.
  package func worth(
    of region: String, weights: PlacementWeights, factors: PlacementFactors, on day: LocalDate
  ) -> RegionWorth {
    var reasons: [PlacementReason] = []
    for kind in PlacementReason.Kind.allCases {
      guard let weight = weights.weight(kind, on: day) else { continue }
      var left = weight.most
      for found in found(kind, in: region, factors) {
        let points = min(left, weight.points ?? found.points)
        guard points > 0 else { continue }
        left -= points
        reasons.append(PlacementReason(kind, points: points, subject: found.subject))
      }
    }
    return RegionWorth(region: region, reasons: reasons)
  }

  /// What speaks for a region by one kind of reason, with the points that a file gives it.
  private func found(
    _ kind: PlacementReason.Kind, in region: String, _ factors: PlacementFactors
  ) -> [(subject: String, points: Int)] {
    switch kind {
    case .wish: wish == region ? [(region, 0)] : []
    case .kin: kin.filter { $0.region == region }.map { ("\($0.family)", 0) }
    case .occupation:
      occupations.compactMap { text in
        factors.occupation(text, in: region).map { (text, $0.points) }
      }
    case .climate: given(.climate, origin.map { [$0] } ?? [], in: region, factors)
    case .language: given(.language, languages, in: region, factors)
    }
  }

  private func given(
    _ kind: PlacementReason.Kind, _ keys: [String], in region: String, _ factors: PlacementFactors
  ) -> [(subject: String, points: Int)] {
    keys.compactMap { key in factors.factor(kind, key, in: region).map { (key, $0.points) } }
  }
}
