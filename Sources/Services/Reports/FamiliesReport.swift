package import Domain
package import Storage

/// `families`: families that have members on a day, their people and their average size, by region.
package struct FamiliesReport: Query {
  package static let name = "report.families"
  package static let permission = Permission.readReports

  /// Nil for today.
  package var day: LocalDate?
  /// The stable code of a region; nil for all.
  package var region: String?

  package init(on day: LocalDate? = nil, region: String? = nil) {
    self.day = day
    self.region = region
  }

  package var detail: String {
    "on \(day.map(\.description) ?? "today"), \(region ?? "all regions")"
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let day = try facts.day(day)
    let counts = try HouseholdCounts.counts(on: day, region: region, in: transaction)
    let regions = try Reference.regions()
    var rows: [[Cell]] = []
    for region in regions.all {
      guard let line = counts.first(where: { $0.region == region.code }) else { continue }
      rows.append(
        Self.cells(
          [.text(region.code), .localized(region.name(on: day))], line.families, line.people))
    }
    for line in counts where line.region == nil {
      rows.append(
        Self.cells(
          [.text(""), .localized(ArrivalWords.notSaid)], line.families, line.people))
    }
    let families = counts.reduce(0) { $0 + $1.families }
    let people = counts.reduce(0) { $0 + $1.people }
    return Report(
      id: "families", title: Self.title,
      facts: [
        Report.Fact("on", Words.stateDate, .date(day)),
        Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
      ],
      columns: Self.columns, groups: [Report.Group(rows: rows)],
      total: Self.cells([.localized(PaymentWords.total), .empty], families, people),
      notes: [Self.note], chart: try map(of: counts, on: day))
  }

  /// One region alone makes no map.
  private func map(of counts: [HouseholdCounts.Line], on day: LocalDate) throws(Failure) -> Chart? {
    guard region == nil else { return nil }
    var figures: [String: Int64] = [:]
    for line in counts {
      if let region = line.region { figures[region] = line.families }
    }
    return try RegionMap.chart(
      figures, on: day, title: Self.byRegion, unit: ArrivalWords.families)
  }

  /// The average is the exact quotient, rounded once.
  private static func cells(_ names: [Cell], _ families: Int64, _ people: Int64) -> [Cell] {
    var average: Cell = .empty
    if let one = ExactDecimal(digits: people, places: 0),
      let other = ExactDecimal(digits: families, places: 0),
      let quotient = one.over(other, places: 2)
    {
      average = .decimal(quotient)
    }
    return names + [.count(families), .count(people), average]
  }

  private static let title = LocalizedText.message("families.title")
  private static let byRegion = LocalizedText.message("families.by-region")
  private static let note = LocalizedText.message("families.note")

  private static let columns = [
    Report.Column("code", ArrivalWords.code, .code),
    Report.Column("region", Words.region, .text),
    Report.Column("families", ArrivalWords.families, .count),
    Report.Column("people", ArrivalWords.people, .count),
    Report.Column("average", .message("families.column.average"), .decimal),
  ]
}
