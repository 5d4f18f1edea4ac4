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

  private static let title = LocalizedText(
    en: "Register of payments", kk: "Төлемдер ведомосы", ru: "Ведомость выплат")
  private static let note = LocalizedText(
    en: "In tenge, on the day on which the bank booked it; below zero is what came back.",
    kk: "Теңгемен, банк жазған күні бойынша; нөлден төмені — қайтарылғаны.",
    ru: "В тенге, по дню проводки банка; ниже нуля — возвращённое.")

  private static let columns = [
    Report.Column("on", LocalizedText(en: "Booked", kk: "Күні", ru: "Дата"), .date),
    Report.Column("reference", LocalizedText(en: "Payment", kk: "Төлем", ru: "Платёж"), .code),
    Report.Column("family", LocalizedText(en: "Family", kk: "Отбасы", ru: "Семья"), .code),
    Report.Column("name", LocalizedText(en: "Paid to", kk: "Алушы", ru: "Получатель"), .text),
    Report.Column("kind", LocalizedText(en: "Allowance", kk: "Төлем түрі", ru: "Выплата"), .text),
    Report.Column("account", LocalizedText(en: "Account", kk: "Шот", ru: "Счёт"), .code),
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
          title: Self.chart, unit: LocalizedText(en: "tenge", kk: "теңге", ru: "тенге"),
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

  private static let title = LocalizedText(
    en: "Summary of allowances", kk: "Төлемдер жиынтығы", ru: "Сводка выплат")
  private static let chart = LocalizedText(
    en: "Money by scheme", kk: "Қаржы төлем түрлері бойынша", ru: "Средства по видам выплат")
  private static let paid = LocalizedText(en: "Paid", kk: "Төленгені", ru: "Выплачено")
  private static let beyond = LocalizedText(
    en: "Granted and not paid", kk: "Тағайындалып, төленбегені", ru: "Назначено, не выплачено")
  private static let note = LocalizedText(
    en:
      "In tenge: grants by the month of decision, payments by the month in which the bank booked them.",
    kk: "Теңгемен: тағайындау шешім айы бойынша, төлем банк жазған айы бойынша.",
    ru: "В тенге: назначения по месяцу решения, выплаты по месяцу проводки банка.")

  private static let columns = [
    Report.Column("region", Words.region, .text),
    Report.Column("source", LocalizedText(en: "Source", kk: "Көзі", ru: "Источник"), .text),
    Report.Column("month", LocalizedText(en: "Month", kk: "Ай", ru: "Месяц"), .code),
    Report.Column(
      "grants", LocalizedText(en: "Grants", kk: "Тағайындау", ru: "Назначений"), .count),
    Report.Column("people", LocalizedText(en: "People", kk: "Адам", ru: "Человек"), .count),
    Report.Column(
      "granted", LocalizedText(en: "Granted", kk: "Тағайындалғаны", ru: "Назначено"), .money),
    Report.Column("paid", paid, .money),
    Report.Column(
      "returned", LocalizedText(en: "Returned", kk: "Қайтарылғаны", ru: "Возвращено"), .money),
  ]
}

enum PaymentWords {
  static let amount = LocalizedText(en: "Amount", kk: "Сомасы", ru: "Сумма")
  static let subtotal = LocalizedText(en: "Subtotal", kk: "Жиыны", ru: "Итого")
  static let total = LocalizedText(en: "Total", kk: "Барлығы", ru: "Всего")

  static func source(_ word: String?) -> LocalizedText {
    switch word {
    case nil: LocalizedText(en: "none set aside", kk: "сақталмаған", ru: "не зарезервировано")
    case "several": LocalizedText(en: "several", kk: "бірнеше", ru: "несколько")
    case let word?:
      BudgetSource(rawValue: word)?.name ?? LocalizedText(en: word, kk: word, ru: word)
    }
  }
}

extension LocalizedText {
  /// The text with the same words after it in each language.
  fileprivate func with(_ words: String) -> LocalizedText {
    LocalizedText(en: "\(en), \(words)", kk: "\(kk), \(words)", ru: "\(ru), \(words)")
  }
}
