package import Domain
package import Storage

/// `quota-usage --by kind`: every quota of a year in a line of its own, in its own unit.
package struct QuotaKindsReport: Query {
  package static let name = "report.quota-kinds"
  package static let permission = Permission.readReports

  package var year: Int
  /// Nil for today, or the end of each quota in a past year.
  package var on: LocalDate?

  package init(year: Int, on: LocalDate? = nil) {
    self.year = year
    self.on = on
  }

  package var detail: String { "\(year)" }

  /// Throws `quota.unknown` where no order in force on the day gives places of any kind.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    var quotas: [QuotaUsage.Answer] = []
    for kind in QuotaKind.allCases {
      do {
        let query = QuotaUsage(kind: kind, year: year, on: on)
        quotas.append(try query.answer(in: transaction, given: facts))
      } catch {
        // A year may have one quota and not the other.
        guard error.code == .quotaUnknown else { throw error }
      }
    }
    guard let day = quotas.map(\.on).max() else {
      throw Failure(
        .quotaUnknown, "no order gives places for \(year)", hint: "kosh quota order FILE loads one")
    }
    // A past year may have ended on other days for other quotas.
    let differs = quotas.contains { $0.on != day }
    return Report(
      id: "quota-usage", title: .message("quota.title.kinds", ["year": "\(year)"]),
      facts: [
        Report.Fact("on", Words.stateDate, .date(day)),
        Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
      ],
      columns: Self.columns(withDay: differs),
      groups: [Report.Group(rows: quotas.map { Self.cells($0, withDay: differs) })],
      notes: [.message("quota.kinds"), .message("quota.used-kinds")],
      citations: quotas.flatMap(QuotaReport.citations).unique)
  }

  private static func cells(_ usage: QuotaUsage.Answer, withDay: Bool) -> [Cell] {
    let head: [Cell] = [
      .text(usage.kind.rawValue), .localized(usage.kind.name), .localized(usage.unit.name),
    ]
    let day: [Cell] = withDay ? [.date(usage.on)] : []
    return head + day + QuotaReport.figures(usage.total, of: usage)
  }

  private static func columns(withDay: Bool) -> [Report.Column] {
    let head = [
      Report.Column("kind", .message("word.code"), .code),
      Report.Column("name", .message("quota.columns.kind"), .text),
      Report.Column("unit", .message("word.unit"), .text),
    ]
    let day = withDay ? [Report.Column("on", Words.stateDate, .date)] : []
    return head + day + QuotaReport.figureColumns
  }
}
