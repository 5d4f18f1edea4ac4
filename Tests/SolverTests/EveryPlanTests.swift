import Domain
import Services
import Solver
import Testing

/// Small problems of which every plan can be tried.
@Suite("Plans against all plans")
struct EveryPlanTests {
  static let problems = 600

  @Test("The plan is the best of all", arguments: [1, 2, 3] as [UInt64])
  func best(seed: UInt64) throws {
    for number in 0..<Self.problems / 3 {
      let problem = try Self.problem(seed: seed, number: number)
      let best = Self.best(of: problem)
      let plan = try PlacementSolver.solve(problem)
      let name: Comment = "seed \(seed), number \(number): \(problem)"
      #expect(plan.placement.people == best.people, name)
      #expect(plan.placement.worth == best.worth, name)
      #expect(plan.isProvenBest, name)
      #expect(Placement(plan.placement.regions, in: problem) == plan.placement, name)
      #expect(Self.followsTheQueue(plan.placement, in: problem), name)
    }
  }

  @Test("One region is a knapsack, whose best filling is reckoned sum by sum")
  func knapsack() throws {
    for number in 0..<20 {
      var random = SeededRandom(seed: 4, stream: UInt64(number))
      let families = (0..<300).map { _ in
        PlacementProblem.Family(people: 2 + random.below(7), worths: [random.below(40)])
      }
      let problem = try PlacementProblem(places: [200 + random.below(50)], families: families)
      var most: [Int?] = [0] + Array(repeating: nil, count: problem.places[0])
      for (index, family) in families.enumerated() {
        for sum in most.indices.dropFirst(family.people).reversed() {
          guard let below = most[sum - family.people] else { continue }
          most[sum] = max(most[sum] ?? 0, below + (problem.gain(index, in: 0) ?? 0))
        }
      }
      let plan = try PlacementSolver.solve(problem)
      let people = try #require(most.lastIndex { $0 != nil })
      #expect(plan.placement.people == people, "number \(number)")
      #expect(plan.placement.worth == most[people], "number \(number)")
      #expect(plan.isProvenBest, "number \(number)")
    }
  }

  /// Up to seven families and three regions, of all tempers: roomy and narrow, equal and not.
  static func problem(seed: UInt64, number: Int) throws -> PlacementProblem {
    var random = SeededRandom(seed: seed, stream: UInt64(number))
    let places = (0...random.below(3)).map { _ in random.below(12) }
    // Half of them are full of ties.
    let largest = 1 + random.below(8)
    let dearest = 1 + random.below(random.chance(500) ? 3 : 40)
    let families = (0..<random.below(8)).map { _ in
      PlacementProblem.Family(
        people: 1 + random.below(largest),
        worths: places.map { _ in random.chance(250) ? nil : random.below(dearest) })
    }
    return try PlacementProblem(
      places: places, families: families, counting: random.chance(800) ? .people : .families)
  }

  /// The most people and then the most worth of every way to place the families.
  static func best(of problem: PlacementProblem) -> (people: Int, worth: Int) {
    var best = (people: 0, worth: 0)
    var free = problem.places
    func place(_ family: Int, _ people: Int, _ worth: Int) {
      guard family < problem.families.count else {
        if (people, worth) > best { best = (people, worth) }
        return
      }
      let size = problem.families[family].people
      place(family + 1, people, worth)
      for region in free.indices where size <= free[region] {
        guard let gain = problem.gain(family, in: region) else { continue }
        free[region] -= size
        place(family + 1, people + size, worth + gain)
        free[region] += size
      }
    }
    place(0, 0, 0)
    return best
  }

  /// Whether no family waits for a place that a later one of the same size has, and in which it
  /// would gain as much.
  static func followsTheQueue(_ placement: Placement, in problem: PlacementProblem) -> Bool {
    for (earlier, region) in placement.regions.enumerated() where region == nil {
      for later in placement.regions.indices.dropFirst(earlier + 1) {
        guard let region = placement.regions[later] else { continue }
        let isAsLarge = problem.families[earlier].people == problem.families[later].people
        if isAsLarge, problem.gain(earlier, in: region) == problem.gain(later, in: region) {
          return false
        }
      }
    }
    return true
  }
}
