/// The best plan that was found, and how much better one could be.
package struct PlacementPlan: Hashable, Sendable {
  package let placement: Placement
  /// No plan places more people than this.
  package let peopleBound: Int
  /// No plan that places as many people is worth more than this.
  package let worthBound: Int
  /// What one more place would bring, region by region.
  package let prices: [Price]

  /// What one more place in a region would bring, by the relaxed problem, in which families may
  /// be divided; rounded to the nearest whole number.
  package struct Price: Hashable, Sendable {
    /// How many more people would be placed; 0 where nobody else waits for the region.
    package let people: Int
    /// By how much the whole plan would be worth more.
    ///
    /// It may be negative: more people come first, and those who are placed may have to give up
    /// the places where they are worth most.
    package let worth: Int

    package init(people: Int, worth: Int) {
      self.people = people
      self.worth = worth
    }
  }

  package init(placement: Placement, peopleBound: Int, worthBound: Int, prices: [Price]) {
    self.placement = placement
    self.peopleBound = peopleBound
    self.worthBound = worthBound
    self.prices = prices
  }

  /// Whether it is proven that no plan places more, and none that places as many is worth more.
  package var isProvenBest: Bool {
    placement.people == peopleBound && placement.worth == worthBound
  }

  /// How far the worth may be below the best: parts of a million of the bound, rounded up.
  package var gapPerMillion: Int {
    guard worthBound > 0 else { return 0 }
    return ((worthBound - placement.worth) * 1_000_000 + worthBound - 1) / worthBound
  }
}
