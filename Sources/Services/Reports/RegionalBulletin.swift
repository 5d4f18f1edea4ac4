package import Domain
package import Storage

/// `regional-bulletin`: who came to one region, from where and to which district, and what the
/// region granted and paid.
package struct RegionalBulletin: Query {
  package static let name = "report.regional-bulletin"
  package static let permission = Permission.readReports

  package var from: LocalDate
  package var through: LocalDate
  /// The stable code.
  package var region: String

  package init(from: LocalDate, through: LocalDate, region: String) {
    self.from = from
    self.through = through
    self.region = region
  }

  private var period: ReportPeriod { ReportPeriod(from: from, through: through, region: region) }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    var groups: [Report.Group] = []
    for by in [ArrivalGrouping.country, .district] {
      let counts = try ArrivalCounts.counts(
        by: by, from: from, through: through, region: region,
        bounds: { () throws(Failure) in try Reference.ageLimits().bounds(on: through) },
        in: transaction)
      let lines = try ArrivalLines(by: by, on: through).lines(counts.lines)
      groups.append(
        Report.Group(
          title: by == .country ? Self.byCountry : Self.byDistrict,
          rows: lines.map { line in
            [
              .text(by == .country ? line.code : ""), .localized(line.name),
              .count(line.families), .count(line.people), .empty,
            ]
          },
          subtotal: [
            .localized(PaymentWords.subtotal), .empty, .count(counts.total.families),
            .count(counts.total.people), .empty,
          ]))
    }
    let granted = try AllowanceCounts.granted(
      from: from, through: through, region: region, in: transaction)
    let paid = try AllowanceCounts.paid(
      from: from, through: through, region: region, in: transaction)
    groups.append(try Self.money(granted, Self.granted))
    groups.append(try Self.money(paid, Self.paid))
    return Report(
      id: "regional_bulletin", title: Self.title, facts: try period.facts(facts),
      columns: Self.columns, groupedBy: "part", groups: groups.filter { !$0.rows.isEmpty },
      notes: [ArrivalWords.onArrival, ArrivalWords.bound, Self.district, Self.note])
  }

  private static func money(_ lines: [AllowanceCounts.Line], _ title: LocalizedText)
    throws(Failure) -> Report.Group
  {
    var sum = Money.zero
    for line in lines { sum = try sum.adding(line.amount) }
    return Report.Group(
      title: title,
      rows: lines.map { line in
        [
          .text(line.kind.rawValue), .localized(line.kind.name), .count(line.families),
          line.people.map { .count($0) } ?? .empty, .money(line.amount),
        ]
      },
      subtotal: [.localized(PaymentWords.subtotal), .empty, .empty, .empty, .money(sum)])
  }

  private static let title = LocalizedText.message("regional-bulletin.title")
  private static let byCountry = LocalizedText.message("regional-bulletin.by-country")
  private static let byDistrict = LocalizedText.message("regional-bulletin.by-district")
  private static let granted = LocalizedText.message("regional-bulletin.granted")
  private static let paid = LocalizedText.message("regional-bulletin.paid")
  private static let district = LocalizedText.message("regional-bulletin.district")
  private static let note = LocalizedText.message("regional-bulletin.note")

  private static let columns = [
    Report.Column("code", ArrivalWords.code, .code),
    Report.Column("name", .message("word.name"), .text),
    Report.Column("families", ArrivalWords.families, .count),
    Report.Column("people", ArrivalWords.people, .count),
    Report.Column("amount", PaymentWords.amount, .money),
  ]
}
