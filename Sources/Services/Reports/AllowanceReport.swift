package import Domain
package import Storage

/// `allowances`: the register of granted allowances, by region.
package struct AllowanceRegister: Query {
  package static let name = "report.allowances"
  package static let permission = Permission.readReports
  package static let isPersonal = true

  package var from: LocalDate
  /// The last day, included.
  package var through: LocalDate
  /// The stable code of a region; nil for all.
  package var region: String?
  package var kind: AllowanceKind?

  package init(
    from: LocalDate, through: LocalDate, region: String? = nil, kind: AllowanceKind? = nil
  ) {
    self.from = from
    self.through = through
    self.region = region
    self.kind = kind
  }

  package var detail: String { "\(from) to \(through), \(region ?? "all regions")" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let lines = try GrantTable.register(
      from: from, through: through, region: region, kind: kind, in: transaction)
    let regions = try Reference.regions()
    var groups: [Report.Group] = []
    var bars: [BarChart.Bar] = []
    let byRegion = Self.stretches(of: lines)
    for region in regions.all {
      guard let members = byRegion[region.code] else { continue }
      let name = region.name(on: through)
      let sums = try Sums(members)
      groups.append(
        Report.Group(
          title: name, rows: members.map(Self.cells), subtotal: sums.cells(Self.subtotal)))
      bars.append(BarChart.Bar(name, [sums.amount.tiyn / 100]))
    }
    return Report(
      id: "allowances", title: Self.title,
      facts: try ReportPeriod(from: from, through: through, region: region).facts(facts),
      columns: Self.columns,
      groupedBy: "region", groups: groups, total: try Sums(lines[...]).cells(Self.total),
      notes: Self.notes(lines),
      chart: .bars(
        BarChart(
          title: Self.chart, unit: .message("word.tenge"),
          parts: [Self.amount], bars: bars)))
  }

  /// The lines of each region; they stand together.
  private static func stretches(of lines: [GrantTable.RegisterLine])
    -> [String: ArraySlice<GrantTable.RegisterLine>]
  {
    var found: [String: ArraySlice<GrantTable.RegisterLine>] = [:]
    var start = 0
    while start < lines.count {
      let region = lines[start].region
      var end = start
      while end < lines.count, lines[end].region == region { end += 1 }
      found[region] = lines[start..<end]
      start = end
    }
    return found
  }

  /// What a group of grants adds up to.
  private struct Sums {
    var families: Int64 = 0
    var people: Int64 = 0
    var amount = Money.zero

    init(_ lines: ArraySlice<GrantTable.RegisterLine>) throws(Failure) {
      families = Int64(Set(lines.map(\.family)).count)
      for line in lines {
        people += Int64(line.people)
        amount = try amount.adding(line.amount)
      }
    }

    func cells(_ label: LocalizedText) -> [Cell] {
      let sum = LocalizedText.message(
        "allowances.sum-of-families", ["label": .localized(label), "families": .count(families)])
      return [
        .empty, .empty, .localized(sum), .count(people), .empty, .empty, .money(amount),
        .empty, .empty, .empty,
      ]
    }
  }

  private static func cells(_ line: GrantTable.RegisterLine) -> [Cell] {
    [
      .text("\(line.grant)"), .text("\(line.family)"), .text(line.head.display),
      .count(Int64(line.people)), .localized(line.kind.name), .money(line.mci),
      .money(line.amount), .date(line.decidedOn), line.decision.map { .text($0) } ?? .empty,
      .localized(line.standing.name),
    ]
  }

  private static func notes(_ lines: [GrantTable.RegisterLine]) -> [LocalizedText] {
    var notes: [LocalizedText] = [.message("allowances.as-decided")]
    if lines.contains(where: { $0.standing == .reconstructed || $0.standing == .unconfirmed }) {
      notes.append(.message("allowances.not-read"))
    }
    return notes
  }

  private static let title = LocalizedText.message("allowances.title")
  private static let subtotal = LocalizedText.message("allowances.subtotal")
  private static let total = LocalizedText.message("allowances.total")
  private static let chart = LocalizedText.message("allowances.chart")
  private static let amount = LocalizedText.message("word.amount")

  private static let columns = [
    Report.Column("grant", .message("word.grant"), .code),
    Report.Column("family", .message("word.family"), .code),
    Report.Column("head", .message("allowances.column.head"), .text),
    Report.Column("people", .message("word.people"), .count),
    Report.Column("kind", .message("allowances.column.kind"), .text),
    Report.Column("mci", .message("allowances.column.mci"), .money),
    Report.Column("amount", amount, .money),
    Report.Column("decided_on", .message("allowances.column.decided-on"), .date),
    Report.Column("decision", .message("allowances.column.decision"), .text),
    Report.Column("standing", .message("allowances.column.standing"), .text),
  ]
}
