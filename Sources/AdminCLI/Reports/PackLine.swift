package import Domain

/// One report of a pack: what its files are named after, and the words that make it.
package struct PackLine: Hashable {
  package let name: String
  package let words: String

  /// The whole catalogue as of a day, with what is made of each of the regions (stable codes).
  ///
  /// Periods are the year up to the day before; on 1 January it is the year that ended.
  ///
  /// What is published names no people.
  package static func all(asOf day: LocalDate, regions: [String], isPublished: Bool) -> [PackLine] {
    let catalogue = Catalogue(day: day, last: day.adding(days: -1), regions: regions)
    let names = ReportName.allCases.filter { !isPublished || !$0.namesPeople }
    return names.flatMap { catalogue.lines(of: $0) }
  }
}

private struct Catalogue {
  let day: LocalDate
  /// The last day of the periods.
  let last: LocalDate
  let regions: [String]

  /// None where a report is of one region and none was named.
  func lines(of name: ReportName) -> [PackLine] {
    switch name {
    case .ages, .families, .localContent: [line(name, "--on \(day)")]
    case .allowances, .allowanceSummary, .payments, .permitFees, .resettlement, .violations:
      [line(name, period)]
    case .arrivals: ArrivalGrouping.asked.map { line(name, by: $0.rawValue) }
    case .permits: PermitGrouping.allCases.map { line(name, by: $0.rawValue) }
    case .budget: [line(name, "--year \(last.year) --on \(day)")]
    case .quotaUsage:
      [QuotaKind.kandas, .settlers].map { kind in
        line(name, "--year \(last.year) --kind \(kind.rawValue) --on \(day)", "-\(kind.rawValue)")
      } + [line(name, "--year \(last.year) --by kind --on \(day)", "-by-kind")]
    case .integration: [line(name, "--to \(last)")]
    // The state of the day from which the pack is seen.
    case .dataQuality, .permitsExpiring, .recoveries: [line(name)]
    // What the sources give.
    case .labourQuota, .labourStock, .migrationBalance, .statistics: [line(name)]
    case .regionalBulletin: regions.map { line(name, "\(period) --region \($0)", "-\($0)") }
    // Families of which no region is known have no office that would ask for them.
    case .dataWorklist: (regions + ["none"]).map { line(name, "--region \($0)", "-\($0)") }
    case .differences:
      regions.map { line(name, "--year \(last.year) --region \($0)", "-\($0)") }
    }
  }

  private var period: String { "--from \(last.year)-01-01 --to \(last)" }

  private func line(_ name: ReportName, by grouping: String) -> PackLine {
    line(name, "\(period) --by \(grouping)", "-by-\(grouping)")
  }

  private func line(_ name: ReportName, _ options: String = "", _ ending: String = "") -> PackLine {
    PackLine(
      name: name.rawValue + ending,
      words: options.isEmpty ? name.rawValue : "\(name.rawValue) \(options)")
  }
}
