import Domain
import Solver
import Testing

/// A family of so many people, and what each region is worth to it.
func family(_ people: Int, _ worths: Int?...) -> PlacementProblem.Family {
  .init(people: people, worths: worths)
}

@Suite("Plans of placement, worked by hand")
struct PlacementSolverTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let places: [Int]
    let families: [PlacementProblem.Family]
    let regions: [Int?]
    let people: Int
    let worth: Int

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "nobody waits", places: [5], families: [], regions: [], people: 0, worth: 0),
    Case(
      name: "there is no region", places: [], families: [family(2)], regions: [nil], people: 0,
      worth: 0),
    Case(
      name: "there is no place", places: [0, 0], families: [family(1, 9, 9)], regions: [nil],
      people: 0, worth: 0),
    Case(
      name: "one family goes where it is worth most", places: [4, 4], families: [family(4, 3, 7)],
      regions: [1], people: 4, worth: 28),
    Case(
      name: "a family larger than any region waits", places: [4, 3],
      families: [family(5, 100, 100), family(3, 1, 2)], regions: [nil, 1], people: 3, worth: 6),
    Case(
      name: "a family that may go nowhere waits", places: [9],
      families: [family(1, nil), family(1, 0)], regions: [nil, 0], people: 1, worth: 0),
    // The queue gives 10 and 1; the best is 9 and 9.
    Case(
      name: "one gives way", places: [1, 1], families: [family(1, 10, 9), family(1, 9, 1)],
      regions: [1, 0], people: 2, worth: 18),
    // The three are worth 300, the other two 4; but more people come first.
    Case(
      name: "people come before worth", places: [4],
      families: [family(3, 100), family(2, 1), family(2, 1)], regions: [nil, 0, 0], people: 4,
      worth: 4),
    // Five places: 3 and 2, and of the threes the one that is worth more.
    Case(
      name: "of plans with as many people the one that is worth most", places: [5],
      families: [family(3, 1), family(3, 8), family(2, 1), family(4, 50)],
      regions: [nil, 0, 0, nil], people: 5, worth: 26),
    // Seven people in regions of four and three, whole.
    Case(
      name: "families stay whole", places: [4, 3],
      families: [family(2, 5, 5), family(2, 5, 5), family(3, 9, 1), family(3, 1, 1)],
      regions: [0, 0, 1, nil], people: 7, worth: 23),
    Case(
      name: "of equal families the earlier are placed", places: [4],
      families: [family(2, 5), family(2, 5), family(2, 5)], regions: [0, 0, nil], people: 4,
      worth: 20),
    // Both plans place two and are worth 14; the first family is not of the same class as others.
    Case(
      name: "of families worth as much in a region the earlier has the place", places: [2, 0],
      families: [family(2, 7, 3), family(2, 7, nil), family(2, 7, 9)], regions: [0, nil, nil],
      people: 2, worth: 14),
    // 10 + 48 + 36 + 4 + 44. The third and the sixth are worth 48 in the second region, and only
    // one of them fits beside the last, without whom fewer people would be placed.
    Case(
      name: "an earlier family has the seat of a later one", places: [7, 9],
      families: [
        family(1, 6, 10), family(3, 11, nil), family(3, 7, 16), family(3, 12, nil),
        family(4, 1, nil), family(3, 5, 16), family(4, nil, 11),
      ], regions: [1, nil, 1, 0, 0, nil, 1], people: 15, worth: 142),
  ]

  @Test("The plan is the one found by hand", arguments: cases)
  func plan(_ one: Case) throws {
    let problem = try PlacementProblem(places: one.places, families: one.families)
    let plan = try PlacementSolver.solve(problem)
    #expect(plan.placement.regions == one.regions)
    #expect(plan.placement.people == one.people)
    #expect(plan.placement.worth == one.worth)
    #expect(plan.isProvenBest)
    #expect(plan.gapPerMillion == 0)
  }

  @Test("Worth may count once for a family")
  func counting() throws {
    // For each person: 1 × 9 + 3 × 4 against 1 × 2 + 3 × 7; for each family 13 against 9.
    let families = [family(1, 9, 2), family(3, 7, 4)]
    let people = try PlacementProblem(places: [3, 3], families: families)
    #expect(try PlacementSolver.solve(people).placement.worth == 23)
    let whole = try PlacementProblem(places: [3, 3], families: families, counting: .families)
    let plan = try PlacementSolver.solve(whole)
    #expect(plan.placement.regions == [0, 1])
    #expect(plan.placement.worth == 13)
  }

  @Test("A price says what one more place would bring")
  func prices() throws {
    // One person more fits into the first region: of those who wait the one with 6. A place more
    // in the second draws the person with 8 over to 9, and the first takes the one with 6: 7.
    // Nobody may go to the third.
    let problem = try PlacementProblem(
      places: [1, 1, 1],
      families: [family(1, 8, 9, nil), family(1, nil, 10, nil), family(1, 6, nil, nil)])
    let plan = try PlacementSolver.solve(problem)
    #expect(plan.placement.regions == [0, 1, nil])
    #expect(plan.placement.worth == 18)
    #expect(
      plan.prices == [
        .init(people: 1, worth: 6), .init(people: 1, worth: 7), .init(people: 0, worth: 0),
      ])
  }

  @Test("One place more is worth nothing where whole families cannot fill it")
  func wholeFamilies() throws {
    let problem = try PlacementProblem(places: [3], families: [family(2, 5), family(4, 5)])
    let plan = try PlacementSolver.solve(problem)
    #expect(plan.placement.regions == [0, nil])
    // A fourth place lets the four in instead of the two.
    #expect(plan.prices == [.init(people: 2, worth: 10)])
    let even = try PlacementProblem(places: [4], families: [family(2, 5), family(4, 5)])
    #expect(try PlacementSolver.solve(even).prices == [.init(people: 0, worth: 0)])
  }

  @Test("More people may make the whole worth less, and the price says so")
  func negative() throws {
    // A place in the first region lets the second person in, but only where the first one goes
    // there from a place worth 10. A place more in the second brings the second person alone.
    let problem = try PlacementProblem(
      places: [0, 1], families: [family(1, 0, 10), family(1, nil, 1)])
    let plan = try PlacementSolver.solve(problem)
    #expect(plan.placement.worth == 10)
    #expect(plan.prices == [.init(people: 1, worth: -9), .init(people: 1, worth: 1)])
  }

  @Test("Hundreds of equal families are no harder than one")
  func ties() throws {
    let families = (0..<313).map { _ in family(4, 50, 50, 50) }
    let problem = try PlacementProblem(places: [101, 202, 303], families: families)
    let plan = try PlacementSolver.solve(problem)
    // 25, 50 and 75 families: 150, the first of the queue.
    #expect(plan.placement.people == 600)
    #expect(plan.placement.worth == 30_000)
    #expect(plan.isProvenBest)
    #expect(plan.placement.regions.prefix(150).allSatisfy { $0 != nil })
    #expect(plan.placement.regions.suffix(163).allSatisfy { $0 == nil })
  }
}
