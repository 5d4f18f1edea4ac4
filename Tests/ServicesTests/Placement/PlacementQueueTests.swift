import Domain
import Services
import TestSupport
import Testing

/// The families of `kosh demo --waiting`, with the factors beside them.
@Suite("Advice for a queue of the shipped generator")
struct PlacementQueueTests {
  @Test func `feasible, everyone whom an optimal plan places, near its bound, above the queue`()
    throws
  {
    // Half as many families as in the measured example, for the time it takes to import them.
    let register = try TestRegister(on: "2026-11-02")
    let day = register.office.facts.today
    var generator = FamilyGenerator(
      seed: 1, today: day, names: try DemoNames.embedded(), plan: .settlement)
    var bytes = Array(FamilyGenerator.header.utf8)
    for index in 0..<1_000 { generator.append(index, to: &bytes) }
    #expect(try register.importing(bytes).summary.registered == 1_000)
    let factors = try PlacementFactorFile.read(
      DemoNames.placementFactors(), name: "factors.csv", on: day)
    let board = try register.answer(
      AdvisePlacement(kind: .kandas, year: 2026, factors: factors))
    #expect(board.families.count == 1_000)
    let advice = try PlacementAdvice(board)
    let plan = advice.plan
    for (region, given) in zip(board.regions, advice.given) { #expect(given <= region.free) }
    #expect(plan.placement.people == 2_281 && plan.peopleBound == 2_281)
    #expect(plan.gapPerMillion <= 10_000)
    #expect(plan.placement.worth * 100 >= advice.inOrder.worth * 104)
    #expect(plan.placement.worth >= advice.dearestFirst.worth)
    #expect(advice.inOrder.people <= 2_281)
  }
}
