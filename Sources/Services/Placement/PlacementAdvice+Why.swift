internal import Domain

extension PlacementAdvice {
  /// Why a family is not advised to go where it is worth most.
  package enum Why: Hashable, Sendable {
    /// No region has places enough for all of it.
    case tooFewPlaces(needed: Int)
    /// There are enough in the region, by its place in the board, and they go to others; worth so
    /// many points more to each of its people than what is advised.
    case outbid(region: Int, by: Int)
  }

  /// Each region with places enough that would be worth more than what is advised, dearest first.
  ///
  /// Empty for a family that is advised where it is worth most. One that is to wait is told of the
  /// dearest region, whatever that is worth.
  package func why(_ family: Int) -> [Why] {
    let needed = board.families[family].places
    let worths = board.worths[family].map(\.points)
    let fitting = worths.indices.filter { board.regions[$0].open >= needed }
      .sorted { (worths[$1], $0) < (worths[$0], $1) }
    guard region(of: family) == nil else {
      let advised = points(of: family)
      return fitting.filter { worths[$0] > advised }
        .map { .outbid(region: $0, by: worths[$0] - advised) }
    }
    guard let dearest = fitting.first else { return [.tooFewPlaces(needed: needed)] }
    return [.outbid(region: dearest, by: worths[dearest])]
  }
}
