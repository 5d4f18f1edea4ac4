/// Which family goes to which region.
package struct Placement: Hashable, Sendable {
  /// The region of each family; nil for one that goes on waiting.
  package let regions: [Int?]
  /// How many people are placed.
  package let people: Int
  /// The sum of what the families gain.
  package let worth: Int

  /// Nil where a family goes where it may not, or a region gets more people than it has places.
  package init?(_ regions: [Int?], in problem: PlacementProblem) {
    guard regions.count == problem.families.count else { return nil }
    var (free, people, worth) = (problem.places, 0, 0)
    for (family, region) in regions.enumerated() {
      guard let region else { continue }
      guard free.indices.contains(region), let gain = problem.gain(family, in: region) else {
        return nil
      }
      free[region] -= problem.families[family].people
      guard free[region] >= 0 else { return nil }
      people += problem.families[family].people
      worth += gain
    }
    self.regions = regions
    self.people = people
    self.worth = worth
  }
}
