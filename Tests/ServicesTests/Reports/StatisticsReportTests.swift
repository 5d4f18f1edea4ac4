import Domain
import Services
import Testing

/// Printed tables as reports: sound in shape, and rounded by the rule that they name.
@Suite struct StatisticsReportTests {
  static let day = LocalDate(dayNumber: 20_759)

  @Test func `every table is a sound report`() throws {
    let tables = try Reference.statistics()
    #expect(tables.count == 16)
    for table in tables {
      let report = try StatisticsReport.make(table: table.id, rounding: .plain, on: Self.day)
      #expect(report.defects == [], "\(table.id)")
      #expect(report.groups.map(\.rows.count).reduce(0, +) == table.rows.count)
    }
    #expect(try StatisticsReport.make(table: nil, rounding: .plain, on: Self.day).defects == [])
    #expect(try MigrationBalanceReport.make(on: Self.day).defects == [])
  }

  static let rules: [(rule: ShareRounding, last: Int64)] = [(.plain, 40), (.ministry, 39)]

  @Test(arguments: rules) func `the rule is named, and decides the last line`(
    rule: ShareRounding, last: Int64
  ) throws {
    let report = try StatisticsReport.make(table: "arrivals-2019", rounding: rule, on: Self.day)
    let shares = report.groups[0].rows.map { $0[4] }
    #expect(
      shares == [415, 401, 65, 62, 18, last].map { .percent(tenths: $0) } + [.empty])
    #expect(report.facts.contains { $0.id == "rounding" && $0.value == .localized(rule.name) })
    #expect(report.notes.contains(rule.note))
  }

  @Test func `the balance shows by how much it does not add up`() throws {
    let report = try MigrationBalanceReport.make(on: Self.day)
    #expect(report.groups[0].rows.map { $0[5] } == [-1955, 897, 440, 551, -296].map { .count($0) })
  }

  @Test func `a table that there is not is refused`() {
    let failure = #expect(throws: Failure.self) {
      _ = try StatisticsReport.make(table: "table-11", rounding: .plain, on: Self.day)
    }
    #expect(failure?.code == .usage)
  }
}
