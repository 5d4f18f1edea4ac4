package import Domain
package import Storage

/// `resettlement`: who holds confirmed places of the regional quotas, by receiving region and, of
/// kandas, by country of origin.
package struct ResettlementReport: Query {
  package static let name = "report.resettlement"
  package static let permission = Permission.readReports

  /// Of the confirmation.
  package var period: ReportPeriod

  package init(period: ReportPeriod) { self.period = period }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let bounds = try Reference.ageLimits().bounds(on: period.through)
    let (byRegion, byCountry) = try ResettlementCounts.counts(
      from: period.from, through: period.through, region: period.region, bounds: bounds,
      in: transaction)
    var groups: [Report.Group] = []
    if !byRegion.isEmpty {
      groups = [try regions(byRegion), try countries(byCountry)].filter { !$0.rows.isEmpty }
    }
    return Report(
      id: "resettlement", title: Self.title, facts: try period.facts(facts),
      columns: Self.columns, groupedBy: "part", groups: groups,
      notes: [Self.confirmed, Self.occupation, ArrivalWords.ages], citations: bounds.citations)
  }

  private func regions(_ lines: [ResettlementCounts.Line]) throws(Failure) -> Report.Group {
    var rows: [[Cell]] = []
    for region in try Reference.regions().all {
      let own = lines.filter { $0.code == region.code }
      guard !own.isEmpty else { continue }
      rows.append(
        Self.cells([.text(region.code), .localized(region.name(on: period.through))], own))
    }
    return Report.Group(
      title: Self.receiving, rows: rows,
      subtotal: Self.cells([.localized(PaymentWords.subtotal), .empty], lines))
  }

  private func countries(_ lines: [ResettlementCounts.Line]) throws(Failure) -> Report.Group {
    let countries = try Reference.countries()
    let rows = lines.map { line in
      let name = line.code.map { countries.name($0) ?? LocalizedText($0) }
      return Self.cells(
        [.text(line.code ?? ""), .localized(name ?? ArrivalWords.notSaid)], [line])
    }
    return Report.Group(
      title: Self.origin, rows: rows,
      subtotal: Self.cells([.localized(PaymentWords.subtotal), .empty], lines))
  }

  private static func cells(_ names: [Cell], _ lines: [ResettlementCounts.Line]) -> [Cell] {
    func sum(_ kind: QuotaKind?, _ part: (ResettlementCounts.Line) -> Int64) -> Cell {
      .count(lines.filter { kind == nil || $0.kind == kind }.reduce(0) { $0 + part($1) })
    }
    return names + [
      sum(nil, \.families), sum(nil, \.people), sum(.kandas, \.people),
      sum(.settlers, \.people), sum(nil, \.workingAge), sum(nil, \.occupied),
    ]
  }

  private static let title = LocalizedText.message("resettlement.title")
  private static let receiving = LocalizedText.message("resettlement.receiving")
  private static let origin = LocalizedText.message("resettlement.origin")
  private static let confirmed = LocalizedText.message("resettlement.confirmed")
  private static let occupation = LocalizedText.message("resettlement.occupation")

  private static let columns = [
    Report.Column("code", ArrivalWords.code, .code),
    Report.Column("name", .message("word.name"), .text),
    Report.Column("families", ArrivalWords.families, .count),
    Report.Column("people", ArrivalWords.people, .count),
    Report.Column("kandas", .message("resettlement.column.kandas"), .count),
    Report.Column("settlers", .message("resettlement.column.settlers"), .count),
    Report.Column("working_age", AgeGroup.working.name, .count),
    Report.Column(
      "occupied",
      .message("resettlement.column.occupied"),
      .count),
  ]
}
