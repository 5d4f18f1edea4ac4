/// What a clerk would do with the queue: each family in turn takes the best region left to it.
///
/// It is fair to those who came first, and wastes places: advice is held against it.
package enum GreedyPlacement {
  /// Of regions worth as much, the first listed is taken.
  package static func place(_ problem: PlacementProblem) -> [Int?] {
    var free = problem.places
    return problem.families.map { family in
      var best: (region: Int, worth: Int)?
      for (region, worth) in family.worths.enumerated() {
        guard let worth, family.people <= free[region] else { continue }
        if best.map({ worth > $0.worth }) ?? true { best = (region, worth) }
      }
      if let best { free[best.region] -= family.people }
      return best?.region
    }
  }
}
