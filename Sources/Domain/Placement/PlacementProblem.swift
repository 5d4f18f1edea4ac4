/// Families that wait, and regions with free places for them.
///
/// Regions and families are known by their place in the lists. What a plan is worth to a family
/// is decided by whoever asks; here it is a whole number for each region.
package struct PlacementProblem: Hashable, Sendable {
  package struct Family: Hashable, Sendable {
    package let people: Int
    /// What each region is worth to it; nil for a region to which it may not go.
    package let worths: [Int?]

    package init(people: Int, worths: [Int?]) {
      self.people = people
      self.worths = worths
    }
  }

  /// How often the worth of a region counts.
  package enum Counting: Hashable, Sendable, CaseIterable {
    /// Once for each of a family's people: a place is worth as much in a large family as in a
    /// small one.
    case people
    /// Once for each family.
    case families
  }

  /// The free places of each region.
  package let places: [Int]
  /// In the order of the queue: the earliest application first.
  package let families: [Family]
  package let counting: Counting

  /// The bounds keep every sum far below what an `Int`, and a solver's number, holds exactly.
  package static let mostPeople = 100
  package static let mostWorth = 10_000
  package static let mostPlaces = 1_000_000
  package static let mostRegions = 100
  package static let mostFamilies = 50_000

  /// Throws `field.value` for a number out of bounds, or worths that do not fit the regions.
  package init(places: [Int], families: [Family], counting: Counting = .people) throws(Failure) {
    self.places = places
    self.families = families
    self.counting = counting
    try Self.check(places.count, in: 0...Self.mostRegions, "the number of regions")
    try Self.check(families.count, in: 0...Self.mostFamilies, "the number of families")
    for free in places { try Self.check(free, in: 0...Self.mostPlaces, "free places") }
    for family in families {
      try Self.check(family.people, in: 1...Self.mostPeople, "the people of a family")
      try Self.check(
        family.worths.count, in: places.count...places.count, "the worths of a family")
      for worth in family.worths.compactMap(\.self) {
        try Self.check(worth, in: 0...Self.mostWorth, "the worth of a region")
      }
    }
  }

  private static func check(_ value: Int, in range: ClosedRange<Int>, _ what: String)
    throws(Failure)
  {
    guard range.contains(value) else {
      throw Failure(
        .fieldValue, "\(what): \(value) is not from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// What a plan gains by sending the family to the region; nil where it may not go.
  package func gain(_ family: Int, in region: Int) -> Int? {
    let family = families[family]
    return family.worths[region].map { counting == .people ? $0 * family.people : $0 }
  }
}
