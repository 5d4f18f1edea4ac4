internal import CFloor
internal import Domain
internal import Services
internal import Solver

/// Advice for the waiting: a queue on the places of 2026, planned by Kosh and by GLPK alone.
enum PlaceWorkload {
  /// Unless `--families` says otherwise; the register's usual size is no queue.
  private static let waiting = 2_000
  private static let rounds = 5
  /// Seconds after which the floor's searches stop.
  private static let mostSeconds: Int32 = 60

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let count = options.hasFamilies ? options.families : waiting
    let problem = try PlacementExample.problem(families: count, seed: options.seed)
    var plan = try PlacementSolver.solve(problem)
    let times = try Machine.times(of: 0..<rounds) { (_) throws(Failure) in
      plan = try PlacementSolver.solve(problem)
    }
    let floor = try floor(of: problem)
    tell(plan, floor, problem)
    var measurement = Measurement(
      name: "place", families: count, people: problem.families.reduce(0) { $0 + $1.people },
      count: rounds, unit: "plans", seconds: times.reduce(0, +))
    measurement.times = .init(times)
    measurement.floorSeconds = (floor.people_seconds + floor.worth_seconds) * Double(rounds)
    return [measurement]
  }

  private static func tell(
    _ plan: PlacementPlan, _ floor: kosh_floor_plan, _ problem: PlacementProblem
  ) {
    let placed = plan.placement
    Bench.say(
      "\(placed.people) people placed, no more than \(plan.peopleBound) could be; worth "
        + "\(placed.worth) of at most \(plan.worthBound), a gap of \(plan.gapPerMillion) ppm")
    compare(placed, "in the order of the queue", GreedyPlacement.inOrder(problem), problem)
    compare(placed, "where it is worth most first", GreedyPlacement.dearestFirst(problem), problem)
    Bench.say(
      "GLPK alone: \(floor.people) people in \(floor.people_seconds.text(2)) s, then worth "
        + "\(floor.worth) in \(floor.worth_seconds.text(2)) s")
    let prices = zip(PlacementExample.regions, plan.prices).map { region, price in
      "\(region.code) \(price.people)/\(price.worth)"
    }
    Bench.say("one more place brings people/worth: \(prices.joined(separator: ", "))")
  }

  private static func compare(
    _ placed: Placement, _ name: String, _ regions: [Int?], _ problem: PlacementProblem
  ) {
    guard let greedy = Placement(regions, in: problem), greedy.worth > 0 else { return }
    let gain = Double(placed.worth - greedy.worth) * 100 / Double(greedy.worth)
    Bench.say(
      "\(name): \(greedy.people) people, worth \(greedy.worth); the plan is worth "
        + "\(gain.text(2)) % more")
  }

  private static func floor(of problem: PlacementProblem) throws(Failure) -> kosh_floor_plan {
    let people = problem.families.map { Int64($0.people) }
    let places = problem.places.map { Int64($0) }
    let gains = problem.families.indices.flatMap { family in
      places.indices.map { Int64(problem.gain(family, in: $0) ?? -1) }
    }
    var plan = kosh_floor_plan()
    let result = people.withUnsafeBufferPointer { people in
      places.withUnsafeBufferPointer { places in
        gains.withUnsafeBufferPointer { gains in
          var queue = kosh_floor_queue(
            families: Int32(people.count), regions: Int32(places.count),
            people: people.baseAddress, places: places.baseAddress, gains: gains.baseAddress)
          return kosh_floor_place(&queue, mostSeconds, &plan)
        }
      }
    }
    guard result == 0 else { throw Failure(.fault, "GLPK alone found no plan") }
    return plan
  }
}
