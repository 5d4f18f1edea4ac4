package import Domain
package import Storage

/// `integration`: what became of those who arrived, by year of arrival, as the register knows it.
package struct IntegrationReport: Query {
  package static let name = "report.integration"
  package static let permission = Permission.readReports

  /// Of the arrivals.
  package var period: ReportPeriod

  package init(period: ReportPeriod) { self.period = period }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let lines = try IntegrationCounts.counts(
      from: period.from, through: period.through, region: period.region, on: facts.today,
      in: transaction)
    return Report(
      id: "integration", title: Self.title,
      facts: try period.facts(facts) + [
        Report.Fact("on", Words.stateDate, .date(facts.today))
      ],
      columns: Self.columns, groups: [Report.Group(rows: lines.map(Self.cells))],
      notes: [ArrivalWords.onArrival, Self.states, Self.unknown])
  }

  private static func cells(_ line: IntegrationCounts.Line) -> [Cell] {
    [
      .text("\(line.year)"), .count(line.families), .count(line.people), .count(line.stayed),
      .share(line.stayed, of: line.people), .count(line.elsewhere), .count(line.unplaced),
      .count(line.abroad), .count(line.died), .count(line.citizens),
      .share(line.citizens, of: line.people),
      .count(line.occupied),
    ]
  }

  private static let title = LocalizedText.message("integration.title")
  private static let states = LocalizedText.message("integration.states")
  private static let unknown = LocalizedText.message("integration.unknown")

  private static let columns = [
    Report.Column("year", .message("word.year"), .code),
    Report.Column("families", ArrivalWords.families, .count),
    Report.Column("people", ArrivalWords.people, .count),
    Report.Column("in_region", .message("integration.column.in-region"), .count),
    Report.Column(
      "share_in_region",
      .message("integration.column.share-in-region"), .percent),
    Report.Column("elsewhere", .message("integration.column.elsewhere"), .count),
    Report.Column("in_no_family", .message("integration.column.in-no-family"), .count),
    Report.Column("abroad", .message("integration.column.abroad"), .count),
    Report.Column("died", .message("integration.column.died"), .count),
    Report.Column("citizens", .message("integration.column.citizens"), .count),
    Report.Column(
      "share_citizens",
      .message("integration.column.share-citizens"), .percent),
    Report.Column("occupied", .message("integration.column.occupied"), .count),
  ]
}
