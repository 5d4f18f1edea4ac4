package import Domain
package import Storage

/// `payments`: what banks paid and sent back in a period, by region and month.
package struct PaymentsReport: Query {
  package static let name = "report.payments"
  package static let permission = Permission.readReports
  package static let isPersonal = true

  package var period: ReportPeriod

  package init(period: ReportPeriod) { self.period = period }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let payments = try PaymentTotals.payments(
      from: period.from, through: period.through, region: period.region, in: transaction)
    let regions = try Reference.regions()
    var groups: [Report.Group] = []
    var rest = payments[...]
    while let first = rest.first {
      let own = rest.prefix {
        $0.region == first.region && $0.on.yearAndMonth == first.on.yearAndMonth
      }
      rest = rest.dropFirst(own.count)
      let name = regions.title(of: [first.region], on: period.through)
      groups.append(
        Report.Group(
          title: name.with(first.on.yearAndMonth), rows: own.map(Self.cells),
          subtotal: try Self.sum(own)))
    }
    return Report(
      id: "payments", title: Self.title,
      facts: try period.facts(facts),
      columns: Self.columns, groupedBy: "region_month", groups: groups,
      total: try Self.sum(payments[...]), notes: [Self.note])
  }

  private static func cells(_ payment: PaymentTotals.Payment) -> [Cell] {
    [
      .date(payment.on), .text(payment.reference), .text("\(payment.family)"),
      .text(payment.name), .localized(payment.kind.name), .text(payment.account),
      .money(payment.amount),
    ]
  }

  private static func sum(_ payments: ArraySlice<PaymentTotals.Payment>) throws(Failure) -> [Cell] {
    var sum = Money.zero
    for payment in payments { sum = try sum.adding(payment.amount) }
    return Array(repeating: .empty, count: 6) + [.money(sum)]
  }

  private static let title = LocalizedText.message("payments.title")
  private static let note = LocalizedText.message("payments.note")

  private static let columns = [
    Report.Column("on", .message("payments.column.on"), .date),
    Report.Column("reference", .message("payments.column.reference"), .code),
    Report.Column("family", .message("word.family"), .code),
    Report.Column("name", .message("payments.column.name"), .text),
    Report.Column("kind", .message("payments.column.kind"), .text),
    Report.Column("account", .message("payments.column.account"), .code),
    Report.Column("amount", PaymentWords.amount, .money),
  ]
}

/// `allowance-summary`: granted, paid and returned by scheme, region, source and month.
package struct AllowanceSummary: Query {
  package static let name = "report.allowance-summary"
  package static let permission = Permission.readReports

  package var period: ReportPeriod

  package init(period: ReportPeriod) { self.period = period }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let months = try PaymentTotals.months(
      from: period.from, through: period.through, region: period.region, in: transaction)
    let regions = try Reference.regions()
    var groups: [Report.Group] = []
    var bars: [BarChart.Bar] = []
    for kind in AllowanceKind.allCases {
      let own = months.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      let sums = try Sums(own)
      groups.append(
        Report.Group(
          title: kind.name, rows: own.map { Self.cells($0, regions, on: period.through) },
          subtotal: sums.cells(PaymentWords.subtotal)))
      bars.append(BarChart.Bar(kind.name, [sums.paid.tiyn / 100, sums.open / 100]))
    }
    return Report(
      id: "allowance_summary", title: Self.title,
      facts: try period.facts(facts),
      columns: Self.columns, groupedBy: "kind", groups: groups,
      total: try Sums(months).cells(PaymentWords.total), notes: [Self.note],
      chart: .bars(
        BarChart(
          title: Self.chart, unit: .message("word.tenge"),
          parts: [Self.paid, Self.beyond], bars: bars)))
  }

  private struct Sums {
    var grants: Int64 = 0
    var people: Int64 = 0
    var granted = Money.zero
    var paid = Money.zero
    var returned = Money.zero

    init(_ months: [PaymentTotals.Month]) throws(Failure) {
      for month in months {
        grants += month.grants
        people += month.people
        granted = try granted.adding(month.granted)
        paid = try paid.adding(month.paid)
        returned = try returned.adding(month.returned)
      }
    }

    /// Granted and not paid in the period.
    var open: Int64 { max(0, granted.tiyn - paid.tiyn + returned.tiyn) }

    func cells(_ label: LocalizedText) -> [Cell] {
      [
        .localized(label), .empty, .empty, .count(grants), .count(people), .money(granted),
        .money(paid), .money(returned),
      ]
    }
  }

  private static func cells(
    _ month: PaymentTotals.Month, _ regions: RegionRegister, on day: LocalDate
  ) -> [Cell] {
    [
      .localized(regions.title(of: [month.region], on: day)),
      .localized(PaymentWords.source(month.source)), .text(month.month), .count(month.grants),
      .count(month.people), .money(month.granted), .money(month.paid), .money(month.returned),
    ]
  }

  private static let title = LocalizedText.message("allowance-summary.title")
  private static let chart = LocalizedText.message("allowance-summary.chart")
  private static let paid = LocalizedText.message("word.paid")
  private static let beyond = LocalizedText.message("allowance-summary.beyond")
  private static let note = LocalizedText.message("allowance-summary.note")

  private static let columns = [
    Report.Column("region", Words.region, .text),
    Report.Column("source", .message("word.source"), .text),
    Report.Column("month", .message("word.month"), .code),
    Report.Column("grants", .message("allowance-summary.column.grants"), .count),
    Report.Column("people", .message("word.people"), .count),
    Report.Column("granted", .message("allowance-summary.column.granted"), .money),
    Report.Column("paid", paid, .money),
    Report.Column("returned", .message("word.returned"), .money),
  ]
}

enum PaymentWords {
  static let amount = LocalizedText.message("word.amount")
  static let subtotal = LocalizedText.message("word.subtotal")
  static let total = LocalizedText.message("word.total")

  static func source(_ word: String?) -> LocalizedText {
    switch word {
    case nil: .message("allowance-summary.source.none")
    case "several": .message("allowance-summary.source.several")
    case let word?:
      BudgetSource(rawValue: word)?.name ?? LocalizedText(word)
    }
  }
}
