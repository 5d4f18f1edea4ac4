internal import Domain

/// How many people could be placed at most, were families divided.
///
/// It is a flow of people from where they may go to where there are places, so the sizes of
/// families do not matter but to keep those out that are too large.
struct CrowdBound {
  /// No plan places more.
  let most: Int
  private let places: [Int]
  private let prices: DualPrices

  init(_ problem: PlacementProblem, places: [Int]) throws(Failure) {
    self.places = places
    let model = PlacementModel(
      classes: FamilyClass.ofPeople(problem, within: places), places: places, least: 0)
    let relaxed = try Relaxation(model, upTo: places)
    prices = relaxed.prices
    let best = prices.best(model, model.options(within: places))
    most = prices.bound(model, best: best) / DualPrices.scale
  }

  /// Searches for the most people in whole families.
  func search(_ problem: PlacementProblem) -> CoreSearch {
    let classes = FamilyClass.of(problem) { family, region in
      problem.gain(family, in: region).map { _ in problem.families[family].people }
    }
    let model = PlacementModel(classes: classes, places: places, least: 0)
    var search = CoreSearch(model, prices: prices)
    search.run(tolerancePerMillion: 0)
    return search
  }
}
