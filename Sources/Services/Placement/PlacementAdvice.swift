package import Domain
internal import Hashing
internal import Solver

/// Who is advised to go where: the plan for the whole queue, and what it is held against.
///
/// Regions and families are known by their place in ``PlacementBoard``.
package struct PlacementAdvice: Hashable, Sendable {
  package let board: PlacementBoard
  package let plan: PlacementPlan
  /// What the families would take one after the other.
  package let inOrder: Placement
  /// What giving the dearest place first would come to.
  package let dearestFirst: Placement
  /// SHA-256, in hexadecimal, of everything the plan was made of: the same digest has the same plan.
  package let digest: String

  /// Solves the queue; throws `fault` where the solver does not end as it should, and `field.value`
  /// for numbers it is not made for.
  package init(_ board: PlacementBoard) throws(Failure) {
    let problem = try board.problem()
    let queue = Placement(GreedyPlacement.inOrder(problem), in: problem)
    let dearest = Placement(GreedyPlacement.dearestFirst(problem), in: problem)
    guard let queue, let dearest else {
      throw Failure(.fault, "a plan made in turn gives more places than there are")
    }
    self.board = board
    plan = try PlacementSolver.solve(problem)
    inOrder = queue
    dearestFirst = dearest
    digest = SHA256.digest(of: Array(board.text.utf8)).hexadecimal
  }

  /// The region advised to a family, by its place in the queue; nil where it is to wait.
  package func region(of family: Int) -> Int? { plan.placement.regions[family] }

  /// What the advised region is worth to each of the family's people; 0 where it is to wait.
  package func points(of family: Int) -> Int {
    region(of: family).map { board.worths[family][$0].points } ?? 0
  }

  /// The region that is worth most to a family; of those worth as much the one listed first.
  package func dearest(to family: Int) -> Int? {
    let worths = board.worths[family]
    return worths.indices.max { left, right in
      (worths[left].points, right) < (worths[right].points, left)
    }
  }

  /// How many places the plan gives in each region.
  package var given: [Int] {
    var given = board.regions.map { _ in 0 }
    for (family, region) in zip(board.families, plan.placement.regions) {
      if let region { given[region] += family.places }
    }
    return given
  }
}

extension PlacementBoard {
  /// Everyone may go to every region that receives people of the kind.
  fileprivate func problem() throws(Failure) -> PlacementProblem {
    try PlacementProblem(
      places: regions.map(\.open),
      families: zip(families, worths).map { family, worths in
        PlacementProblem.Family(people: family.places, worths: worths.map(\.points))
      })
  }

  /// What the plan is made of, a line each: regions with places, families with people and worths.
  fileprivate var text: String {
    var text = "\(kind.rawValue) \(year) \(unit.rawValue) \(on)\n"
    for region in regions { text += "\(region.code) \(region.open)\n" }
    for (family, worths) in zip(families, worths) {
      text += "\(family.number) \(family.places)"
      for worth in worths { text += " \(worth.points)" }
      text += "\n"
    }
    return text
  }
}
