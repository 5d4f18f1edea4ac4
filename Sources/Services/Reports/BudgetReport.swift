package import Domain

/// `budget`: what became of the money of the budget, as a paper.
package enum BudgetReport {
  package static func make(_ answer: BudgetExecution.Answer, knownAt: Instant)
    throws(Failure) -> Report
  {
    let programmes = try Reference.budgetProgrammes()
    let regions = try Reference.regions()
    var groups: [Report.Group] = []
    var bars: [BarChart.Bar] = []
    for total in answer.totals {
      let name = try programmes.known(total.programme).name
      let own = answer.rows.filter { $0.programme == total.programme && $0.year == total.year }
      let title = LocalizedText(
        en: "\(name.en), \(total.year)", kk: "\(name.kk), \(total.year)",
        ru: "\(name.ru), \(total.year)")
      groups.append(
        Report.Group(
          title: title, rows: own.map { cells($0, regions, on: answer.on) },
          subtotal: [.text("\(total.year)"), .empty, .empty, .localized(subtotal)]
            + figures(total.line)))
      bars.append(bar(title, total.line))
    }
    return Report(
      id: "budget", title: title, facts: facts(of: answer, knownAt: knownAt), columns: columns,
      groupedBy: "programme", groups: groups,
      total: [.empty, .empty, .empty, .localized(grandTotal(answer.years))]
        + figures(answer.total),
      notes: notes(of: answer), citations: citations(of: answer),
      chart: .bars(
        BarChart(
          title: chart, unit: LocalizedText(en: "tenge", kk: "теңге", ru: "тенге"),
          parts: [executed, committed, Words.free], bars: bars)))
  }

  private static func cells(
    _ row: BudgetExecution.Row, _ regions: RegionRegister, on day: LocalDate
  ) -> [Cell] {
    let region = row.region.map { regions.title(of: [$0], on: day) } ?? kept
    let head: [Cell] = [
      .text("\(row.year)"), .localized(row.source.name), .text(row.region ?? "KZ"),
      .localized(region),
    ]
    return head + figures(row.line)
  }

  private static func figures(_ line: BudgetLine) -> [Cell] {
    [
      .money(line.appropriated), .money(line.committed), .money(line.paid),
      .money(line.returned), .money(line.free), .money(line.overrun), line.share,
    ]
  }

  private static func bar(_ title: LocalizedText, _ line: BudgetLine) -> BarChart.Bar {
    let parts = [line.executed, line.committed, line.free]
    return BarChart.Bar(title, parts.map { $0.tiyn / 100 })
  }

  private static func facts(of answer: BudgetExecution.Answer, knownAt: Instant)
    -> [Report.Fact]
  {
    [
      Report.Fact(
        "years", LocalizedText(en: "Years", kk: "Жылдар", ru: "Годы"),
        .text(answer.years.map(String.init).joined(separator: ", "))),
      Report.Fact("on", Words.stateDate, .date(answer.on)),
      Report.Fact("known_at", Words.knownAt, .moment(knownAt)),
    ]
  }

  private static func notes(of answer: BudgetExecution.Answer) -> [LocalizedText] {
    var notes = [
      LocalizedText(
        en: """
          In tenge. Executed is what was paid without what came back, as a share of what was \
          appropriated.
          """,
        kk: "Теңгемен. Атқарылуы — қайтарылғанын шегергендегі төленгені, бөлінгенге шаққанда.",
        ru: "В тенге. Исполнение — выплаченное за вычетом возвращённого, в доле от выделенного.")
    ]
    if answer.years.count > 1 { notes.append(severalYears) }
    if answer.rows.contains(where: { $0.region == nil }) { notes.append(keptBack) }
    if answer.rows.contains(where: { $0.line.overrun > .zero }) { notes.append(overrun) }
    return notes
  }

  private static func citations(of answer: BudgetExecution.Answer) -> [Citation] {
    answer.orders.map { $0.citation.asOrder($0.number) }.unique
  }

  /// A sum over several years says which.
  private static func grandTotal(_ years: [Int]) -> LocalizedText {
    let list = years.map(String.init).joined(separator: ", ")
    return LocalizedText(en: "Total, \(list)", kk: "Барлығы, \(list)", ru: "Всего, \(list)")
  }

  private static let title = LocalizedText(
    en: "Execution of the budget", kk: "Бюджеттің атқарылуы", ru: "Исполнение бюджета")
  private static let subtotal = LocalizedText(en: "Subtotal", kk: "Жиыны", ru: "Итого")
  private static let kept = LocalizedText(
    en: "not yet given to a region", kk: "өңірге әлі берілмеген", ru: "ещё не распределено")
  private static let chart = LocalizedText(
    en: "Money by programme and year", kk: "Қаржы бағдарламалар мен жылдар бойынша",
    ru: "Средства по программам и годам")
  private static let committed = LocalizedText(
    en: "Committed", kk: "Міндеттелгені", ru: "Принято обязательств")
  private static let executed = LocalizedText(en: "Executed", kk: "Атқарылғаны", ru: "Исполнено")

  private static let severalYears = LocalizedText(
    en: "The total adds money of several years: they are named beside it.",
    kk: "Жалпы сома бірнеше жылдың қаржысын қосады: жылдары қасында көрсетілген.",
    ru: "Общая сумма складывает средства нескольких лет: они названы рядом.")
  private static let keptBack = LocalizedText(
    en: "Money that no region has yet is set aside for nobody before an order gives it to one.",
    kk: "Өңірге берілмеген қаржы бұйрық бергенше ешкімге сақталмайды.",
    ru: "Нераспределённые средства никому не резервируются, пока приказ не передаст их региону.")
  private static let overrun = LocalizedText(
    en:
      "An order has cut a region below what grants have: nothing is lost, nothing new is granted.",
    kk: "Бұйрық өңір қаржысын тағайындалғаннан төмен қысқартты: ештеңе жоғалмайды, жаңасы жоқ.",
    ru: "Приказ сократил средства региона ниже назначенного: ничто не теряется, нового нет.")

  private static let columns = [
    Report.Column("year", LocalizedText(en: "Year", kk: "Жыл", ru: "Год"), .code),
    Report.Column("source", LocalizedText(en: "Source", kk: "Көзі", ru: "Источник"), .text),
    Report.Column("region", LocalizedText(en: "Code", kk: "Коды", ru: "Код"), .code),
    Report.Column("name", Words.region, .text),
    Report.Column(
      "appropriated", LocalizedText(en: "Appropriated", kk: "Бөлінгені", ru: "Выделено"), .money),
    Report.Column("committed", committed, .money),
    Report.Column("paid", LocalizedText(en: "Paid", kk: "Төленгені", ru: "Выплачено"), .money),
    Report.Column(
      "returned", LocalizedText(en: "Returned", kk: "Қайтарылғаны", ru: "Возвращено"), .money),
    Report.Column("free", Words.free, .money),
    Report.Column(
      "overrun", LocalizedText(en: "Overrun", kk: "Асып кету", ru: "Превышение"), .money),
    Report.Column(
      "share_executed", LocalizedText(en: "Executed, %", kk: "Атқарылуы, %", ru: "Исполнено, %"),
      .percent),
  ]
}
