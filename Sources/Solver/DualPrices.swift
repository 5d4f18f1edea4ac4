internal import Domain

/// A price for a place in each region, and a reward for each person placed, in whole parts.
///
/// At any prices, no plan gains more than the places cost, less the reward of those who must be
/// placed, and what each family gains above them. So a bound holds whatever rounding the solver
/// did: it is reckoned in whole numbers from prices that need not even be right.
struct DualPrices {
  /// Parts of one.
  static let scale = 65_536
  /// No true price is higher: it is what the dearest family gains.
  private static let most =
    Double(PlacementProblem.mostPeople * PlacementProblem.mostWorth)

  let places: [Int]
  let people: Int

  init(places: [Double], people: Double) {
    self.places = places.map(Self.parts)
    self.people = Self.parts(people)
  }

  private static func parts(_ price: Double) -> Int {
    guard price.isFinite else { return 0 }
    return Int((min(max(price, 0), most) * Double(scale)).rounded())
  }

  /// What one family of a class gains above the prices in a region, in parts.
  func surplus(_ one: FamilyClass, in region: Int) -> Int {
    (one.gains[region] ?? 0) * Self.scale + one.people * (people - places[region])
  }

  /// The best surplus of each class; 0 where its families had better wait.
  func best(_ model: PlacementModel, _ options: [PlacementModel.Option]) -> [Int] {
    var best = Array(repeating: 0, count: model.classes.count)
    for option in options {
      let surplus = surplus(model.classes[option.ofClass], in: option.region)
      best[option.ofClass] = max(best[option.ofClass], surplus)
    }
    return best
  }

  /// What no solution of the model gains more than, in parts.
  func bound(_ model: PlacementModel, best: [Int]) -> Int {
    var bound = -model.least * people
    for (free, price) in zip(model.places, places) { bound += free * price }
    for (one, surplus) in zip(model.classes, best) { bound += one.count * surplus }
    return bound
  }
}
