internal import Domain

/// The order of the queue among families for which a plan is worth as much.
enum QueueOrder {
  /// What a place in a plan is: families may exchange it where neither people nor worth change.
  private struct Seat: Hashable {
    let region: Int
    let people: Int
    let gain: Int
  }

  /// Gives the seats of later families to earlier ones that wait, where the plan stays worth as
  /// much; afterwards no family waits for a seat that a later one has and that it could have.
  ///
  /// An earlier family takes the seat of the latest.
  static func applied(to regions: [Int?], in problem: PlacementProblem) -> [Int?] {
    var regions = regions
    // Who has each kind of seat, in the order of the queue.
    var holders: [Seat: [Int]] = [:]
    for (family, region) in regions.enumerated() {
      if let seat = region.flatMap({ seat(family, $0, problem) }) {
        holders[seat, default: []].append(family)
      }
    }
    for family in regions.indices where regions[family] == nil {
      let seats = problem.places.indices.compactMap { seat(family, $0, problem) }
      var latest: (seat: Seat, holder: Int)?
      for seat in seats {
        guard let holder = holders[seat]?.last, holder > latest?.holder ?? family else { continue }
        latest = (seat, holder)
      }
      guard let latest, var holding = holders[latest.seat] else { continue }
      holding.removeLast()
      holding.insert(family, at: holding.firstIndex { $0 > family } ?? holding.endIndex)
      holders[latest.seat] = holding
      (regions[family], regions[latest.holder]) = (latest.seat.region, nil)
    }
    return regions
  }

  private static func seat(_ family: Int, _ region: Int, _ problem: PlacementProblem) -> Seat? {
    problem.gain(family, in: region).map { gain in
      Seat(region: region, people: problem.families[family].people, gain: gain)
    }
  }
}
