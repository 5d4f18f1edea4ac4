import Domain
import Services
import Solver
import Testing

@Suite("A queue of two thousand families")
struct PlacementExampleTests {
  @Test("Where there are hardly more people than places, greed leaves people behind")
  func narrow() throws {
    let problem = try PlacementExample.problem(families: 600, seed: 1)
    let plan = try PlacementSolver.solve(problem)
    #expect(plan.placement.people == plan.peopleBound)
    let queue = try #require(Placement(GreedyPlacement.inOrder(problem), in: problem))
    let dearest = try #require(Placement(GreedyPlacement.dearestFirst(problem), in: problem))
    #expect(queue.people < plan.placement.people)
    #expect(dearest.people < plan.placement.people)
  }

  @Test("The plan is feasible, near its bound, above the queue's, and the same again")
  func example() throws {
    let problem = try PlacementExample.problem(families: 2_000, seed: 1)
    let plan = try PlacementSolver.solve(problem)
    // Made anew, it adds up and keeps to the places.
    #expect(Placement(plan.placement.regions, in: problem) == plan.placement)
    #expect(plan.placement.people == 2_281)
    #expect(plan.peopleBound == 2_281)
    #expect(plan.gapPerMillion <= 10_000)
    #expect(EveryPlanTests.followsTheQueue(plan.placement, in: problem))
    let queue = try #require(Placement(GreedyPlacement.inOrder(problem), in: problem))
    #expect(queue.people <= 2_281)
    #expect(plan.placement.worth * 100 >= queue.worth * 104)
    let dearest = try #require(Placement(GreedyPlacement.dearestFirst(problem), in: problem))
    #expect(plan.placement.worth >= dearest.worth)
    #expect(plan.prices.count == 8)
    #expect(plan.prices.allSatisfy { $0.people == 1 && (1...100).contains($0.worth) })
    #expect(try PlacementSolver.solve(problem) == plan)
  }
}
