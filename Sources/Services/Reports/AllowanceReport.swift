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
          title: Self.chart, unit: LocalizedText(en: "tenge", kk: "теңге", ru: "тенге"),
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
      let families = families.grouped
      let sum = LocalizedText(
        en: "\(label.en), families: \(families)", kk: "\(label.kk), отбасы: \(families)",
        ru: "\(label.ru), семей: \(families)")
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
    var notes = [
      LocalizedText(
        en:
          "Amounts are in tenge, as decided; each grant explains itself with kosh allowance explain.",
        kk: "Сомалар теңгемен, шешім бойынша; әр тағайындауды kosh allowance explain түсіндіреді.",
        ru: "Суммы в тенге, по решению; каждое назначение объясняет kosh allowance explain.")
    ]
    if lines.contains(where: { $0.standing == .reconstructed || $0.standing == .unconfirmed }) {
      notes.append(
        LocalizedText(
          en:
            "Some amounts rest on figures that were not read in the act; see the column Standing.",
          kk: "Кейбір сомалар актіден оқылмаған деректерге сүйенеді; «Мәртебесі» бағанын қараңыз.",
          ru: "Некоторые суммы опираются на данные, не прочитанные в акте; см. столбец «Статус»."))
    }
    return notes
  }

  private static let title = LocalizedText(
    en: "Register of granted allowances", kk: "Тағайындалған төлемдер ведомосы",
    ru: "Ведомость назначенных выплат")
  private static let subtotal = LocalizedText(en: "Total", kk: "Барлығы", ru: "Итого")
  private static let total = LocalizedText(
    en: "Total, all regions", kk: "Барлық өңір бойынша", ru: "Всего по регионам")
  private static let chart = LocalizedText(
    en: "Granted by region", kk: "Өңірлер бойынша тағайындалғаны", ru: "Назначено по регионам")
  private static let amount = LocalizedText(en: "Amount", kk: "Сомасы", ru: "Сумма")

  private static let columns = [
    Report.Column("grant", LocalizedText(en: "Grant", kk: "Тағайындау", ru: "Назначение"), .code),
    Report.Column("family", LocalizedText(en: "Family", kk: "Отбасы", ru: "Семья"), .code),
    Report.Column("head", LocalizedText(en: "Head", kk: "Басшысы", ru: "Глава"), .text),
    Report.Column("people", LocalizedText(en: "People", kk: "Адам", ru: "Человек"), .count),
    Report.Column("kind", LocalizedText(en: "Allowance", kk: "Төлем", ru: "Выплата"), .text),
    Report.Column("mci", LocalizedText(en: "MCI", kk: "АЕК", ru: "МРП"), .money),
    Report.Column("amount", amount, .money),
    Report.Column(
      "decided_on", LocalizedText(en: "Decided", kk: "Шешілген күні", ru: "Дата решения"), .date),
    Report.Column(
      "decision", LocalizedText(en: "Decision", kk: "Шешім", ru: "Решение"), .text),
    Report.Column("standing", LocalizedText(en: "Standing", kk: "Мәртебесі", ru: "Статус"), .text),
  ]
}
