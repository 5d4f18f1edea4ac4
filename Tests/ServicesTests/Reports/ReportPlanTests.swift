import Domain
import Services
import Storage
import TestSupport
import Testing

/// A report on the whole register walks through it once: what it looks up beside that has an index.
@Suite struct ReportPlanTests {
  static let queries: [any Query] = {
    guard let from = LocalDate(iso: "2026-01-01"), let through = LocalDate(iso: "2026-05-01") else {
      return []
    }
    let period = ReportPeriod(from: from, through: through)
    let arrivals = ArrivalGrouping.asked.map { ArrivalsReport(period: period, by: $0) }
    let others: [any Query] = [
      AgesReport(), AgesReport(region: "KZ-55"), FamiliesReport(),
      ResettlementReport(period: period),
      RegionalBulletin(from: from, through: through, region: "KZ-55"), DataQualityReport(),
      DataWorklist(region: "KZ-55"), IntegrationReport(period: period),
    ]
    return arrivals + others
  }()

  @Test func `no report looks anything up without an index`() throws {
    let desk = try FamilyDesk()
    let listener = Listener()
    let office = try desk.register.otherOffice(listener: listener)
    #expect(Self.queries.count == 13)
    for query in Self.queries { try Self.ask(query, at: office) }
    let texts = Set(
      listener.texts.filter { $0.contains("membership AS m") || $0.contains("place AS m") })
    #expect(texts.count >= 9)
    var found: [String] = []
    try desk.register.database.read { (transaction) throws(Failure) in
      for text in texts {
        let plan = try transaction.all(SQL(stringLiteral: "EXPLAIN QUERY PLAN \(text)")) {
          (row: inout Row) throws(Failure) -> (parent: Int64, step: String) in
          _ = row.integer()
          let parent = row.integer()
          _ = row.integer()
          return (parent, row.text())
        }
        found += Self.slow(plan).map { "\($0): \(text)" }
      }
    }
    #expect(found == [])
  }

  /// An index made for one run, a second walk within the first, and a walk through families by where
  /// they were bound: their members lie in another order, all over the file.
  private static func slow(_ plan: [(parent: Int64, step: String)]) -> [String] {
    var walks: [Int64: Int] = [:]
    var slow: [String] = []
    for (parent, step) in plan {
      if step.contains("AUTOMATIC") { slow.append(step) }
      if step.hasPrefix("SCAN "), step.hasSuffix("family_record_destination") { slow.append(step) }
      guard step.hasPrefix("SCAN "), !small.contains(where: { step.hasPrefix("SCAN \($0)") }) else {
        continue
      }
      walks[parent, default: 0] += 1
      if walks[parent, default: 0] > 1 { slow.append(step) }
    }
    return slow
  }

  /// One row, or what is made once and read once.
  private static let small = ["d", "b", "CONSTANT ROW", "(subquery", "(join"]

  private static func ask(_ query: some Query, at office: Office) throws {
    _ = try office.answer(query, as: TestRegister.administrator)
  }
}
