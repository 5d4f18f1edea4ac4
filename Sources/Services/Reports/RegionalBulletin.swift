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

  private static let title = LocalizedText(
    en: "Bulletin of a region", kk: "Өңір бюллетені", ru: "Бюллетень региона")
  private static let byCountry = LocalizedText(
    en: "Arrived, by country of origin", kk: "Келгендер, шыққан елі бойынша",
    ru: "Прибыли, по стране исхода")
  private static let byDistrict = LocalizedText(
    en: "Arrived, by district", kk: "Келгендер, ауданы бойынша", ru: "Прибыли, по району")
  private static let granted = LocalizedText(
    en: "Granted in the period", kk: "Кезеңде тағайындалды", ru: "Назначено за период")
  private static let paid = LocalizedText(
    en: "Paid in the period", kk: "Кезеңде төленді", ru: "Выплачено за период")
  private static let district = LocalizedText(
    en: "The district is that of the family’s residence on the last day, as it was entered.",
    kk: "Аудан — отбасының соңғы күнгі тұрғылықты жері, енгізілгендей.",
    ru: "Район — по месту жительства семьи на последний день, как внесено.")
  private static let note = LocalizedText(
    en: "In tenge. A family counts once in a scheme; what came back is taken off what was paid.",
    kk: "Теңгемен. Отбасы төлем түрінде бір рет саналады; қайтарылғаны төленгеннен шегерілген.",
    ru: "В тенге. Семья считается в виде выплаты один раз; возвращённое вычтено из выплаченного.")

  private static let columns = [
    Report.Column("code", ArrivalWords.code, .code),
    Report.Column("name", LocalizedText(en: "Name", kk: "Атауы", ru: "Название"), .text),
    Report.Column("families", ArrivalWords.families, .count),
    Report.Column("people", ArrivalWords.people, .count),
    Report.Column("amount", PaymentWords.amount, .money),
  ]
}
