import Domain
import TestSupport
import Testing

@Suite("Placement")
struct PlacementTests {
  typealias Family = PlacementProblem.Family

  static let malformed: [(places: [Int], families: [Family], detail: String)] = [
    ([-1], [], "free places: -1 is not from 0 to 1000000"),
    ([1_000_001], [], "free places: 1000001 is not from 0 to 1000000"),
    ([1], [Family(people: 0, worths: [1])], "the people of a family: 0 is not from 1 to 100"),
    ([1], [Family(people: 101, worths: [1])], "the people of a family: 101 is not from 1 to 100"),
    ([1], [Family(people: 1, worths: [])], "the worths of a family: 0 is not from 1 to 1"),
    ([1], [Family(people: 1, worths: [-1])], "the worth of a region: -1 is not from 0 to 10000"),
    (
      [1], [Family(people: 1, worths: [10_001])],
      "the worth of a region: 10001 is not from 0 to 10000"
    ),
  ]

  @Test("Numbers out of bounds are refused", arguments: malformed)
  func bounds(places: [Int], families: [Family], detail: String) {
    let failure = failure { try PlacementProblem(places: places, families: families) }
    #expect(failure?.code == .fieldValue)
    #expect(failure?.detail == detail)
  }

  @Test("A placement that breaks a rule is none")
  func rules() throws {
    let problem = try PlacementProblem(
      places: [3, 2],
      families: [Family(people: 2, worths: [5, 4]), Family(people: 2, worths: [7, nil])])
    #expect(Placement([0, 0], in: problem) == nil)
    #expect(Placement([nil, 1], in: problem) == nil)
    #expect(Placement([2, nil], in: problem) == nil)
    #expect(Placement([0], in: problem) == nil)
    let placement = try #require(Placement([1, 0], in: problem))
    #expect(placement.people == 4)
    #expect(placement.worth == 22)
  }

  @Test("In the order of the queue each takes the best that is left")
  func queue() throws {
    let problem = try PlacementProblem(
      places: [2, 2],
      families: [
        Family(people: 1, worths: [3, 9]), Family(people: 2, worths: [1, 8]),
        Family(people: 1, worths: [nil, 6]), Family(people: 1, worths: [5, 5]),
      ])
    // The second would have liked the second region, where one place is left.
    #expect(GreedyPlacement.inOrder(problem) == [1, 0, 1, nil])
    // 9 is the dearest; the two of 8 no longer fit; 6, then 5; and nothing is left for the two.
    #expect(GreedyPlacement.dearestFirst(problem) == [1, nil, 1, 0])
  }

  @Test("The gap is rounded up")
  func gap() throws {
    let problem = try PlacementProblem(places: [1], families: [Family(people: 1, worths: [2])])
    let placement = try #require(Placement([0], in: problem))
    let plan = PlacementPlan(placement: placement, peopleBound: 1, worthBound: 3, prices: [])
    #expect(plan.gapPerMillion == 333_334)
    #expect(!plan.isProvenBest)
  }
}
