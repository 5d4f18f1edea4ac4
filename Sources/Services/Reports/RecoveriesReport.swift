package import Domain
package import Storage

/// `recoveries`: what families owe back, by region.
package struct RecoveriesReport: Query {
  package static let name = "report.recoveries"
  package static let permission = Permission.readReports
  package static let isPersonal = true

  /// The stable code of a region; nil for all.
  package var region: String?

  package init(region: String? = nil) { self.region = region }

  package var detail: String { region ?? "all regions" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let regions = try Reference.regions()
    var groups: [Report.Group] = []
    var all: [RecoveryRecord] = []
    for code in region.map({ [$0] }) ?? regions.all.map(\.code) {
      let own = try RecoveryTable.all(region: code, in: transaction)
      guard !own.isEmpty else { continue }
      all += own
      groups.append(
        Report.Group(
          title: regions.title(of: [code], on: facts.today), rows: own.map(Self.cells),
          subtotal: try Self.sum(own, PaymentWords.subtotal)))
    }
    return Report(
      id: "recoveries", title: Self.title,
      facts: [
        Report.Fact("on", Words.stateDate, .date(facts.today)),
        Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
      ],
      columns: Self.columns, groupedBy: "region", groups: groups,
      total: try Self.sum(all, PaymentWords.total), notes: [Self.note],
      citations: all.map(\.citation).unique)
  }

  private static func cells(_ record: RecoveryRecord) -> [Cell] {
    [
      .text("\(record.number)"), .text("\(record.family)"), .text("\(record.grant)"),
      .text(record.ground.rawValue), .date(record.on), .money(record.amount),
      .money(record.repaid), .money(record.withheld), .money(record.waived),
      .money(record.open),
    ]
  }

  private static func sum(_ records: [RecoveryRecord], _ label: LocalizedText)
    throws(Failure) -> [Cell]
  {
    var sums = [Money](repeating: .zero, count: 5)
    for record in records {
      let parts = [record.amount, record.repaid, record.withheld, record.waived, record.open]
      for (index, part) in parts.enumerated() { sums[index] = try sums[index].adding(part) }
    }
    return [.localized(label), .empty, .empty, .empty, .empty] + sums.map { .money($0) }
  }

  private static let title = LocalizedText.message("recoveries.title")
  private static let note = LocalizedText.message("recoveries.note")

  private static let columns = [
    Report.Column("recovery", .message("recoveries.column.recovery"), .code),
    Report.Column("family", .message("word.family"), .code),
    Report.Column("grant", .message("word.grant"), .code),
    Report.Column("ground", .message("word.ground"), .text),
    Report.Column("on", .message("recoveries.column.on"), .date),
    Report.Column("amount", PaymentWords.amount, .money),
    Report.Column("repaid", .message("recoveries.column.repaid"), .money),
    Report.Column("withheld", .message("recoveries.column.withheld"), .money),
    Report.Column("waived", .message("recoveries.column.waived"), .money),
    Report.Column("open", .message("recoveries.column.open"), .money),
  ]
}

/// `differences`: by how much grants of a region and year differ from what is known now.
package enum DifferencesReport {
  package static func make(
    _ found: [GrantDifference], region: Region, year: Int, on day: LocalDate, knownAt: Instant
  ) throws(Failure) -> Report {
    var rows: [[Cell]] = []
    var sum = Money.zero
    for difference in found {
      for line in difference.lines {
        rows.append(cells(line, of: difference.grant))
        sum = try sum.adding(line.amount)
      }
      if let problem = difference.problem { rows.append(cells(problem, of: difference.grant)) }
    }
    return Report(
      id: "differences", title: title,
      facts: [
        Report.Fact(
          "region", Words.region,
          .localized(region.name(on: day))),
        Report.Fact(
          "year", .message("recoveries.fact.year"),
          .text("\(year)")),
        Report.Fact("on", Words.stateDate, .date(day)),
        Report.Fact("known_at", Words.knownAt, .moment(knownAt)),
      ],
      columns: columns, groups: [Report.Group(rows: rows)],
      total: [
        .localized(PaymentWords.total), .empty, .empty, .empty, .empty, .empty, .money(sum),
        .empty,
      ],
      notes: [note])
  }

  private static func cells(_ line: DifferenceLine, of grant: GrantRecord) -> [Cell] {
    [
      .text("\(grant.number)"), .text("\(grant.family)"),
      line.key.person.map { .text("\($0)") } ?? .empty,
      line.key.month.map { .text($0.yearAndMonth) } ?? .empty, .money(line.was),
      .money(line.now), .money(line.amount), .text(line.why),
    ]
  }

  private static func cells(_ problem: String, of grant: GrantRecord) -> [Cell] {
    [
      .text("\(grant.number)"), .text("\(grant.family)"), .empty, .empty, .empty, .unknown,
      .unknown, .text(problem),
    ]
  }

  private static let title = LocalizedText.message("differences.title")
  private static let note = LocalizedText.message("differences.note")

  private static let columns = [
    Report.Column("grant", .message("word.grant"), .code),
    Report.Column("family", .message("word.family"), .code),
    Report.Column("person", .message("word.person"), .code),
    Report.Column("month", .message("word.month"), .code),
    Report.Column("was", .message("differences.column.was"), .money),
    Report.Column("now", .message("differences.column.now"), .money),
    Report.Column("amount", .message("differences.column.amount"), .money),
    Report.Column("why", .message("differences.column.why"), .text),
  ]
}
