package import Domain

/// Made-up families that wait for the places of the kandas quota of 2026: three times as many
/// people as places.
///
/// What a region is worth to a family, 0 to 100 for each person, is made of the need there for
/// its trade, of kin who live there, and of what nobody foresees. A family may go to four regions of
/// five.
package enum PlacementExample {
  /// Regions of the quota of 2026, by their codes.
  package static let regions: [(code: String, places: Int)] = [
    ("KZ-55", 977), ("KZ-11", 285), ("KZ-10", 264), ("KZ-63", 200), ("KZ-59", 200),
    ("KZ-39", 200), ("KZ-23", 125), ("KZ-27", 30),
  ]

  /// How many people a family has, as often as it stands here.
  private static let sizes = [1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 6, 7, 8]
  private static let trades = 6

  package static func problem(families: Int, seed: UInt64) throws(Failure) -> PlacementProblem {
    var random = SeededRandom(seed: seed, stream: 11)
    let needs = (0..<trades).map { _ in regions.map { _ in random.below(41) } }
    let waiting = (0..<families).map { _ in
      let people = sizes[random.below(sizes.count)]
      let need = needs[random.below(trades)]
      let kin = random.chance(600) ? random.below(regions.count) : nil
      let worths = regions.indices.map { region -> Int? in
        let chance = random.below(31)
        if random.chance(200) { return nil }
        return need[region] + chance + (region == kin ? 29 : 0)
      }
      return PlacementProblem.Family(people: people, worths: worths)
    }
    return try PlacementProblem(places: regions.map(\.places), families: waiting)
  }
}
