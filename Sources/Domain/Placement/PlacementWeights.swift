/// How many points a reason gives, by date.
///
/// No law weighs these reasons against each other: the numbers are a choice, and say so by their
/// standing.
package struct PlacementWeights: Sendable {
  package struct Weight: Hashable, Sendable {
    package let kind: PlacementReason.Kind
    /// From this day until the next weight of the kind.
    package let from: LocalDate
    /// What one wish, or one family of kin, gives; nil where a file of factors says it.
    package let points: Int?
    /// What all reasons of the kind give at most.
    package let most: Int
    package let citation: Citation

    package init(
      kind: PlacementReason.Kind, from: LocalDate, points: Int?, most: Int, citation: Citation
    ) {
      self.kind = kind
      self.from = from
      self.points = points
      self.most = most
      self.citation = citation
    }
  }

  /// In the order of kinds, then of dates.
  package let all: [Weight]

  /// Throws `rule.malformed` where a kind is missing, its dates do not rise, its points stand where
  /// they are given by a file or lack where they are not, or the sum of all would be out of bounds.
  package init(_ weights: [Weight]) throws(Failure) {
    var most = 0
    for kind in PlacementReason.Kind.allCases {
      let own = weights.filter { $0.kind == kind }
      guard !own.isEmpty else {
        throw Failure(.ruleMalformed, "placement weights: there is none for \(kind.rawValue)")
      }
      for (weight, next) in zip(own, own.dropFirst()) where weight.from >= next.from {
        throw Failure(.ruleMalformed, "placement weights: \(next.from) follows \(weight.from)")
      }
      for weight in own {
        guard (weight.points == nil) == kind.isGiven, weight.points ?? 0 <= weight.most else {
          throw Failure(
            .ruleMalformed, "placement weights: the points of \(kind.rawValue) from \(weight.from)")
        }
      }
      most += own.map(\.most).max() ?? 0
    }
    guard most <= PlacementProblem.mostWorth else {
      throw Failure(.ruleMalformed, "placement weights: \(most) points are too many")
    }
    all = weights
  }

  /// The weight in force on a day; nil before the first.
  package func weight(_ kind: PlacementReason.Kind, on day: LocalDate) -> Weight? {
    all.last { $0.kind == kind && $0.from <= day }
  }

  /// Those in force on a day, in the order of kinds.
  package func inForce(on day: LocalDate) -> [Weight] {
    PlacementReason.Kind.allCases.compactMap { weight($0, on: day) }
  }
}
