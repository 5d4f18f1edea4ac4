internal import Domain

/// The best whole families for a model, searched where the relaxed problem is in doubt.
///
/// The prices say of almost every family where it goes: any other choice would cost more than
/// the bound leaves. Only the options that cost less than a window go to the solver; the rest is
/// settled. What the window leaves out is worth at most the bound less the window, so a good
/// enough answer is proven best of all. The first bound is reckoned in whole numbers; where the
/// search lowers it, it rests on the solver's word that nothing better is left.
struct CoreSearch {
  let model: PlacementModel
  private let options: [PlacementModel.Option]
  /// What each option costs above the best of its class, in parts; then each class's waiting.
  private let losses: [Int]
  private let waitingLosses: [Int]
  /// No solution gains more.
  private(set) var bound: Int
  private(set) var counts: [PlacementModel.Option: Int] = [:]
  private(set) var gain: Int?
  private let boundInParts: Int

  /// Options that are searched at first; four times as many where they hold no solution.
  private static let firstOptions = 400
  /// Nodes of a search of so many options; fewer where there are more, for each then costs more.
  private static let mostNodes = 4_000

  init(_ model: PlacementModel, prices: DualPrices) {
    self.model = model
    options = model.options(within: model.places)
    let best = prices.best(model, options)
    losses = options.map { option in
      best[option.ofClass] - prices.surplus(model.classes[option.ofClass], in: option.region)
    }
    waitingLosses = best
    boundInParts = prices.bound(model, best: best)
    bound = boundInParts / DualPrices.scale
    let filling = RegionFilling(model, prices: prices).counts
    if let value = model.gain(filling) { offer(filling, value) }
  }

  /// Searches until the gain is proven within so many parts of a million of the bound, or the
  /// nodes are used up.
  mutating func run(tolerancePerMillion: Int) {
    let target = bound - bound * tolerancePerMillion / 1_000_000
    let sorted = (losses + waitingLosses).sorted()
    // The best choice of each class costs nothing and is always among them.
    var count = model.classes.count + Self.firstOptions
    if let gain, gain >= target { return }
    while true {
      let isWhole = count >= sorted.count
      var window = isWhole ? Int.max : sorted[count]
      if let gain { window = min(window, boundInParts - gain * DualPrices.scale) }
      let isExhausted = search(window, target)
      if let gain {
        if gain >= target { return }
        // What lies outside the window is worth less than this.
        let outside = isWhole ? 0 : (boundInParts - window) / DualPrices.scale
        if isExhausted { bound = min(bound, max(gain, outside)) }
        if gain == bound || !isExhausted { return }
      }
      if isWhole { return }
      count *= 4
    }
  }

  /// What was found, family by family.
  func regions(_ problem: PlacementProblem) -> [Int?] {
    model.regions(counts, families: problem.families.count)
  }

  private mutating func offer(_ counts: [PlacementModel.Option: Int], _ value: Int) {
    if value > gain ?? -1 { (gain, self.counts) = (value, counts) }
  }

  /// Solves what lies within the window; whether nothing better is there.
  private mutating func search(_ window: Int, _ target: Int) -> Bool {
    var core = settled(window)
    core.model.leastGain = gain.map { $0 + 1 - core.gain }
    let linear = LinearModel(core.model)
    let nodes = Self.mostNodes * Self.firstOptions / max(Self.firstOptions, linear.options.count)
    switch linear.relax() {
    case .impossible: return true
    case .failed: return false
    case .solved: break
    }
    let found = linear.search(target: target - core.gain, mostNodes: nodes)
    guard found.hasFound else { return found.isExhausted }
    var all = core.counts
    for (option, count) in found.counts {
      all[.init(ofClass: core.classes[option.ofClass], region: option.region)] = count
    }
    guard let value = model.gain(all) else { return false }
    offer(all, value)
    return found.isExhausted
  }

  /// What remains in doubt, and what does not.
  private struct Core {
    var model: PlacementModel
    /// The class of the whole model that each class of this one is.
    var classes: [Int] = []
    var counts: [PlacementModel.Option: Int] = [:]
    var gain = 0
  }

  private func settled(_ window: Int) -> Core {
    var choices: [[PlacementModel.Option]] = model.classes.map { _ in [] }
    for (option, loss) in zip(options, losses) where loss <= window {
      choices[option.ofClass].append(option)
    }
    var core = Core(
      model: PlacementModel(classes: [], places: model.places, least: model.least))
    for (index, one) in model.classes.enumerated() where !choices[index].isEmpty {
      if choices[index].count == 1, waitingLosses[index] > window {
        let (option, people) = (choices[index][0], one.people * one.count)
        core.counts[option] = one.count
        core.gain += one.count * model.gain(option)
        core.model.places[option.region] -= people
        core.model.least -= people
      } else {
        core.classes.append(index)
        core.model.classes.append(one.only(choices[index].map(\.region)))
      }
    }
    return core
  }
}
