internal import Domain

/// A model whose relaxed problem is solved: families may be divided.
struct Relaxation: ~Copyable {
  let prices: DualPrices
  private let model: PlacementModel
  private let linear: LinearModel
  private let gain: Double

  /// Throws `fault` where it has no solution; all models that are asked for have one.
  ///
  /// Later steps may go up to `mostPlaces`.
  init(_ model: PlacementModel, upTo mostPlaces: [Int]) throws(Failure) {
    self.model = model
    linear = LinearModel(model, upTo: mostPlaces)
    gain = try Self.solved(linear.relax())
    prices = linear.prices
  }

  /// What more is gained with so many places in a region, where so many more people must be
  /// placed.
  func step(_ region: Int, places: Int, people: Int) throws(Failure) -> Int {
    linear.setPlaces(places, of: region)
    linear.setLeast(model.least + people)
    let gain = try Self.solved(linear.relax(again: true))
    linear.setPlaces(model.places[region], of: region)
    linear.setLeast(model.least)
    return Int((gain - self.gain).rounded())
  }

  private static func solved(_ relaxed: LinearModel.Relaxed) throws(Failure) -> Double {
    guard case .solved(let gain) = relaxed else {
      throw Failure(.fault, "the solver could not solve the relaxed problem")
    }
    return gain
  }
}
