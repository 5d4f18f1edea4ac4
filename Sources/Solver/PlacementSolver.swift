package import Domain

/// Plans that place the most people, and of those the one that is worth most.
///
/// Both questions are whole-number programs for GLPK. What it says is checked in whole numbers,
/// and bounded by them: see ``DualPrices``. The same problem has the same plan on every machine.
package enum PlacementSolver {
  /// How far below its bound a plan may be worth: parts of a million.
  ///
  /// Nothing is left of it where a plan is worth less than ten thousand.
  private static let tolerancePerMillion = 100

  /// The best plan; each family whole, and of those worth as much the earlier in the queue.
  ///
  /// Throws `fault` where the solver does not end as it should.
  package static func solve(_ problem: PlacementProblem) throws(Failure) -> PlacementPlan {
    let fillable = FillablePlaces(problem)
    let crowd = try CrowdBound(problem, places: fillable.now)
    var worth = PlacementModel(
      classes: FamilyClass.of(problem, gain: problem.gain), places: fillable.now,
      least: crowd.most)
    var relaxed = try Relaxation(worth, upTo: fillable.withOneMore)
    var search = CoreSearch(worth, prices: relaxed.prices)
    var plans = [GreedyPlacement.inOrder(problem)]
    var peopleBound = crowd.most
    if search.gain == nil {
      // Not everyone whom divided families would let in was placed at once: are they too many?
      let people = crowd.search(problem)
      plans.append(people.regions(problem))
      peopleBound = people.bound
      worth.least = people.gain ?? 0
      relaxed = try Relaxation(worth, upTo: fillable.withOneMore)
      search = CoreSearch(worth, prices: relaxed.prices)
    }
    search.run(tolerancePerMillion: tolerancePerMillion)
    plans.append(search.regions(problem))
    let placement = try best(of: plans, in: problem)
    return PlacementPlan(
      placement: placement, peopleBound: max(peopleBound, placement.people),
      worthBound: max(search.bound, placement.worth),
      prices: try prices(problem, fillable, crowd, relaxed))
  }

  /// Most people first, then most worth.
  ///
  /// The plain queue is among the plans, should a search
  /// have been cut short before it found anything.
  private static func best(of plans: [[Int?]], in problem: PlacementProblem) throws(Failure)
    -> Placement
  {
    let placements = plans.compactMap { regions in
      Placement(QueueOrder.applied(to: regions, in: problem), in: problem)
    }
    guard let first = placements.first else {
      throw Failure(.fault, "the solver gave no plan that keeps to the places")
    }
    return placements.dropFirst().reduce(first) { best, other in
      (other.people, other.worth) > (best.people, best.worth) ? other : best
    }
  }

  /// What one more place in each region brings: it is added, and the relaxed problem solved again.
  ///
  /// The dual prices would say the same for most regions, but where several sets of them are right
  /// they may tell what a place less would cost, and not what one more brings.
  private static func prices(
    _ problem: PlacementProblem, _ fillable: FillablePlaces, _ crowd: CrowdBound,
    _ relaxed: borrowing Relaxation
  ) throws(Failure) -> [PlacementPlan.Price] {
    var prices: [PlacementPlan.Price] = []
    for region in problem.places.indices {
      let more = fillable.withOneMore[region]
      guard more > fillable.now[region] else {
        prices.append(.init(people: 0, worth: 0))
        continue
      }
      var places = fillable.now
      places[region] = more
      let people = try CrowdBound(problem, places: places).most - crowd.most
      let worth = try relaxed.step(region, places: more, people: people)
      prices.append(.init(people: people, worth: worth))
    }
    return prices
  }
}
