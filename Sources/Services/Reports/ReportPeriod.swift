package import Domain

/// The days and the place of a register that leaves the office.
package struct ReportPeriod: Hashable, Sendable {
  package var from: LocalDate
  /// The last day, included.
  package var through: LocalDate
  /// The stable code of a region; nil for all.
  package var region: String?

  package init(from: LocalDate, through: LocalDate, region: String? = nil) {
    self.from = from
    self.through = through
    self.region = region
  }

  /// One line for the trail.
  var detail: String { "\(from) to \(through), \(region ?? "all regions")" }

  /// What stands above the table.
  func facts(_ facts: Facts) throws(Failure) -> [Report.Fact] {
    let regions = try Reference.regions()
    let place = region.flatMap { regions.region($0)?.name(on: through) } ?? Words.country
    return [
      Report.Fact(
        "region", Words.region, .localized(place)),
      Report.Fact("from", .message("report.fact.from"), .date(from)),
      Report.Fact("to", .message("report.fact.to"), .date(through)),
      Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
    ]
  }
}
