/// Whole families at given prices: one region after the other is filled as full as it can be.
///
/// A region takes those that gain most there above what they would gain in a region yet to be
/// filled. The last places are filled exactly, by trying every sum of people. It is a first plan
/// and no proof; where many wait it is hardly ever far from the best.
struct RegionFilling {
  private let model: PlacementModel
  private let prices: DualPrices
  private let options: [PlacementModel.Option]
  private var waiting: [Int]
  private(set) var counts: [PlacementModel.Option: Int] = [:]

  /// How many of a region's last places are filled exactly.
  private static let exactPlaces = 200

  private struct Candidate {
    let option: PlacementModel.Option
    let people: Int
    /// Above what the class gains elsewhere, in parts.
    let value: Int
  }

  init(_ model: PlacementModel, prices: DualPrices) {
    self.model = model
    self.prices = prices
    options = model.options(within: model.places)
    waiting = model.classes.map(\.count)
    // Regions with few to choose from choose first.
    var demand = model.places.map { _ in 0 }
    for option in options {
      let one = model.classes[option.ofClass]
      demand[option.region] += one.people * one.count
    }
    let order = model.places.indices.sorted { a, b in
      (demand[a] * model.places[b], a) < (demand[b] * model.places[a], b)
    }
    for (turn, region) in order.enumerated() {
      fill(region, before: Set(order[(turn + 1)...]))
    }
  }

  private mutating func fill(_ region: Int, before later: Set<Int>) {
    var free = model.places[region]
    var rest: [Candidate] = []
    // The first by value for each person are taken as they come.
    for candidate in candidates(region, before: later) {
      let room = max(0, (free - Self.exactPlaces) / candidate.people)
      let taken = candidate.value > 0 ? min(room, waiting[candidate.option.ofClass]) : 0
      if taken > 0 { take(taken, candidate.option) }
      free -= taken * candidate.people
      for _ in 0..<min(waiting[candidate.option.ofClass], free / candidate.people) {
        rest.append(candidate)
      }
    }
    fillExactly(free, from: fewest(rest, within: free))
  }

  private mutating func take(_ count: Int, _ option: PlacementModel.Option) {
    waiting[option.ofClass] -= count
    counts[option, default: 0] += count
  }

  /// The classes that may go to the region, the best for each person first.
  private func candidates(_ region: Int, before later: Set<Int>) -> [Candidate] {
    var elsewhere = model.classes.map { _ in 0 }
    var here: [PlacementModel.Option] = []
    for option in options where waiting[option.ofClass] > 0 {
      if option.region == region { here.append(option) }
      guard later.contains(option.region) else { continue }
      let surplus = prices.surplus(model.classes[option.ofClass], in: option.region)
      elsewhere[option.ofClass] = max(elsewhere[option.ofClass], surplus)
    }
    let candidates = here.map { option in
      let one = model.classes[option.ofClass]
      return Candidate(
        option: option, people: one.people,
        value: prices.surplus(one, in: region) - elsewhere[option.ofClass])
    }
    return candidates.sorted { a, b in
      (b.value * a.people, a.option.ofClass) < (a.value * b.people, b.option.ofClass)
    }
  }

  /// Of each size the best, no more than fit.
  private func fewest(_ candidates: [Candidate], within free: Int) -> [Candidate] {
    var room: [Int: Int] = [:]
    return candidates.filter { candidate in
      let left = room[candidate.people] ?? free / candidate.people
      room[candidate.people] = max(0, left - 1)
      return left > 0
    }
  }

  /// Takes the families of the largest sum of people that fits, and of those the most valued.
  private mutating func fillExactly(_ free: Int, from candidates: [Candidate]) {
    guard free > 0 else { return }
    // The most value of every sum of people, and whether a candidate is among those who reach it.
    var best: [Int?] = Array(repeating: nil, count: free + 1)
    best[0] = 0
    var isTaken = Array(repeating: false, count: (free + 1) * candidates.count)
    for (index, candidate) in candidates.enumerated() where candidate.people <= free {
      for sum in stride(from: free, through: candidate.people, by: -1) {
        guard let below = best[sum - candidate.people] else { continue }
        if let now = best[sum], now >= below + candidate.value { continue }
        best[sum] = below + candidate.value
        isTaken[index * (free + 1) + sum] = true
      }
    }
    var sum = best.lastIndex { $0 != nil } ?? 0
    for (index, candidate) in candidates.enumerated().reversed()
    where isTaken[index * (free + 1) + sum] {
      take(1, candidate.option)
      sum -= candidate.people
    }
  }
}
