/// What can be done without a plan, for advice to be held against.
package enum GreedyPlacement {
  /// What a clerk would do with the queue: each family in turn takes the best region left to it.
  ///
  /// Of regions worth as much, the first listed is taken.
  package static func inOrder(_ problem: PlacementProblem) -> [Int?] {
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

  /// Where a place is worth most it is given first, and nobody ever gives way.
  ///
  /// Of those worth as much, the earlier family is placed, and in the region listed first.
  package static func dearestFirst(_ problem: PlacementProblem) -> [Int?] {
    var choices: [(worth: Int, family: Int, region: Int)] = []
    for (index, family) in problem.families.enumerated() {
      for (region, worth) in family.worths.enumerated() {
        if let worth { choices.append((worth, index, region)) }
      }
    }
    choices.sort { a, b in (b.worth, a.family, a.region) < (a.worth, b.family, b.region) }
    var (free, regions) = (problem.places, problem.families.map { _ in Int?.none })
    for choice in choices where regions[choice.family] == nil {
      let people = problem.families[choice.family].people
      guard people <= free[choice.region] else { continue }
      free[choice.region] -= people
      regions[choice.family] = choice.region
    }
    return regions
  }
}
