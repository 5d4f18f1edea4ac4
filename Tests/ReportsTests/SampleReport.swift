import Domain

/// A small quota report with everything a renderer must show.
enum SampleReport {
  static let quota = Report(
    id: "quota_execution",
    title: LocalizedText(
      en: "Execution of the regional quota", kk: "Өңірлік квотаның орындалуы",
      ru: "Исполнение региональной квоты"),
    facts: [
      Report.Fact("year", LocalizedText(en: "Year", kk: "Жыл", ru: "Год"), .count(2026)),
      Report.Fact(
        "on", LocalizedText(en: "State on", kk: "Күні", ru: "На дату"),
        .date(LocalDate(dayNumber: 20_513))),
    ],
    columns: [
      Report.Column("region", LocalizedText(en: "Region", kk: "Өңір", ru: "Регион"), .text),
      Report.Column("allotted", LocalizedText(en: "Places", kk: "Орын", ru: "Мест"), .count),
      Report.Column("used", LocalizedText(en: "Used", kk: "Алынды", ru: "Занято"), .count),
      Report.Column("share", LocalizedText(en: "Share", kk: "Үлесі", ru: "Доля"), .percent),
      Report.Column(
        "paid", LocalizedText(en: "Paid, ₸", kk: "Төленді, ₸", ru: "Выплачено, ₸"), .money),
      Report.Column("last", LocalizedText(en: "Last", kk: "Соңғысы", ru: "Последняя"), .date),
    ],
    groupedBy: "zone",
    groups: [
      Report.Group(
        title: LocalizedText(en: "North", kk: "Солтүстік", ru: "Север"),
        rows: [
          row("Абай", "Абай", 1200, 431, 83_381_500, 20_510),
          row("Kostanay", "Қостанай", 80, 80, 125, nil),
        ],
        subtotal: [
          .empty, .count(1280), .count(511), .share(511, of: 1280), .money(Money(tiyn: 83_381_625)),
          .empty,
        ]),
      Report.Group(
        title: LocalizedText(en: "South", kk: "Оңтүстік", ru: "Юг"),
        rows: [row("=Turkistan, \"city\" <b>", "=Түркістан, \"қала\" <b>", 0, 0, 0, nil)]),
    ],
    total: [
      .empty, .count(1280), .count(511), .share(511, of: 1280), .money(Money(tiyn: 83_381_625)),
      .empty,
    ],
    notes: [
      LocalizedText(en: "One place a person.", kk: "Бір адамға бір орын.", ru: "Место на человека.")
    ],
    citations: [Citation("Order 92", article: "p. 3", standing: .press)],
    chart: .bars(
      BarChart(
        title: LocalizedText(en: "Places", kk: "Орындар", ru: "Места"),
        unit: LocalizedText(en: "people", kk: "адам", ru: "человек"),
        parts: [
          LocalizedText(en: "used", kk: "алынды", ru: "занято"),
          LocalizedText(en: "free", kk: "бос", ru: "свободно"),
        ],
        bars: [
          BarChart.Bar(LocalizedText(en: "Abai", kk: "Абай", ru: "Абай"), [431, 769]),
          BarChart.Bar(LocalizedText(en: "Kostanay", kk: "Қостанай", ru: "Костанай"), [80, 0]),
        ])))

  private static func row(
    _ name: String, _ kazakh: String, _ places: Int64, _ used: Int64, _ tiyn: Int64, _ day: Int32?
  ) -> [Cell] {
    let name = LocalizedText(en: name, kk: kazakh, ru: kazakh)
    let last = day.map { Cell.date(LocalDate(dayNumber: $0)) } ?? .unknown
    return [
      .localized(name), .count(places), .count(used), .share(used, of: places),
      .money(Money(tiyn: tiyn)), last,
    ]
  }
}
