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

  private static let title = LocalizedText(
    en: "Recoveries", kk: "Өндіріп алулар", ru: "Взыскания")
  private static let note = LocalizedText(
    en: "In tenge. Owed is the amount less what was repaid, withheld and waived.",
    kk: "Теңгемен. Қарыз — сомадан қайтарылған, ұсталған және кешірілген шегерілгені.",
    ru: "В тенге. Долг — сумма за вычетом возвращённого, удержанного и прощённого.")

  private static let columns = [
    Report.Column(
      "recovery", LocalizedText(en: "Recovery", kk: "Өндіріп алу", ru: "Взыскание"), .code),
    Report.Column("family", LocalizedText(en: "Family", kk: "Отбасы", ru: "Семья"), .code),
    Report.Column("grant", LocalizedText(en: "Grant", kk: "Тағайындау", ru: "Назначение"), .code),
    Report.Column("ground", LocalizedText(en: "Ground", kk: "Негіз", ru: "Основание"), .text),
    Report.Column("on", LocalizedText(en: "Since", kk: "Күні", ru: "С даты"), .date),
    Report.Column("amount", PaymentWords.amount, .money),
    Report.Column(
      "repaid", LocalizedText(en: "Repaid", kk: "Қайтарылды", ru: "Возвращено"), .money),
    Report.Column("withheld", LocalizedText(en: "Withheld", kk: "Ұсталды", ru: "Удержано"), .money),
    Report.Column("waived", LocalizedText(en: "Waived", kk: "Кешірілді", ru: "Прощено"), .money),
    Report.Column("open", LocalizedText(en: "Owed", kk: "Қарыз", ru: "Долг"), .money),
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
          "year", LocalizedText(en: "Decided in", kk: "Шешілген жылы", ru: "Год решения"),
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

  private static let title = LocalizedText(
    en: "Differences of grants", kk: "Тағайындаулардың айырмалары", ru: "Расхождения назначений")
  private static let note = LocalizedText(
    en:
      "In tenge. Nothing is changed by this list: kosh allowance adjust makes a grant come to it.",
    kk: "Теңгемен. Бұл тізім ештеңе өзгертпейді: kosh allowance adjust өзгертеді.",
    ru: "В тенге. Этот список ничего не меняет: меняет kosh allowance adjust.")

  private static let columns = [
    Report.Column("grant", LocalizedText(en: "Grant", kk: "Тағайындау", ru: "Назначение"), .code),
    Report.Column("family", LocalizedText(en: "Family", kk: "Отбасы", ru: "Семья"), .code),
    Report.Column("person", LocalizedText(en: "Person", kk: "Адам", ru: "Лицо"), .code),
    Report.Column("month", LocalizedText(en: "Month", kk: "Ай", ru: "Месяц"), .code),
    Report.Column("was", LocalizedText(en: "Decided", kk: "Шешілгені", ru: "Решено"), .money),
    Report.Column("now", LocalizedText(en: "Now", kk: "Қазір", ru: "Теперь"), .money),
    Report.Column(
      "amount", LocalizedText(en: "Difference", kk: "Айырма", ru: "Разница"), .money),
    Report.Column("why", LocalizedText(en: "Why", kk: "Себебі", ru: "Причина"), .text),
  ]
}
