package import Domain

/// `budget-forecast`: what the queue would cost, as a paper.
package enum BudgetForecastReport {
  package static func make(_ answer: BudgetForecast.Answer, knownAt: Instant)
    throws(Failure) -> Report
  {
    let regions = try Reference.regions()
    let rows = answer.lines.map { line -> [Cell] in
      let name = line.region.map { regions.title(of: [$0], on: answer.on) } ?? nowhere
      return [.text(line.region ?? "…"), .localized(name)] + figures(line)
    }
    return Report(
      id: "budget_forecast", title: title(answer.year), facts: facts(answer, knownAt),
      columns: columns, groups: [Report.Group(rows: rows)],
      total: [.text("KZ"), .localized(Words.country)] + figures(answer.total),
      notes: [assumptions(answer), money])
  }

  private static func figures(_ line: BudgetForecast.Line) -> [Cell] {
    [
      .count(line.waiting.people), .money(line.waiting.cost), .count(line.included.people),
      .money(line.included.cost), .money(line.cost), .money(line.money.free),
      .money(line.lacking), line.runsOutOn.map { .date($0) } ?? .empty,
    ]
  }

  private static func facts(_ answer: BudgetForecast.Answer, _ knownAt: Instant)
    -> [Report.Fact]
  {
    [
      Report.Fact(
        "programme", LocalizedText(en: "Programme", kk: "Бағдарлама", ru: "Программа"),
        .text(answer.programme)),
      Report.Fact(
        "each", LocalizedText(en: "Each person", kk: "Әр адамға", ru: "На человека"),
        .money(answer.each)),
      Report.Fact("on", Words.stateDate, .date(answer.on)),
      Report.Fact("known_at", Words.knownAt, .moment(knownAt)),
    ]
  }

  private static func title(_ year: Int) -> LocalizedText {
    LocalizedText(
      en: "What the queue would cost in \(year)", kk: "Кезек \(year) жылы қанша қаржы қажет етеді",
      ru: "Сколько потребует очередь в \(year) году")
  }

  private static func assumptions(_ answer: BudgetForecast.Answer) -> LocalizedText {
    LocalizedText(
      en: """
        Assumed: all who wait, and all who have places and no grant, are granted the relocation \
        payment at the rules of \(answer.on), where they are bound for; whoever is not the head is \
        a spouse or child. Who is still to come, and later rates, are not in it.
        """,
      kk: """
        Болжам: күтіп тұрғандар мен орны бар, бірақ төлем тағайындалмағандардың бәріне \
        \(answer.on) күнгі ережемен көшу төлемі барар өңірінде тағайындалады; басшыдан өзгелер — \
        жұбайы не баласы. Кейін келетіндер мен болашақ мөлшерлемелер есептелмеген.
        """,
      ru: """
        Предполагается: всем ожидающим и всем имеющим места без назначения выплата на переезд \
        назначается по правилам на \(answer.on) там, куда они едут; кроме главы все — супруги или \
        дети. Те, кто ещё приедет, и будущие ставки не учтены.
        """)
  }

  private static let money = LocalizedText(
    en: """
      Free in the total includes what no region has yet, so that it may lack less than its regions. \
      The money runs out on the day named if \
      as much a day is set aside and spent as on average since the year began.
      """,
    kk: """
      Жалпы бос қаржыға өңірлерге берілмегені де кіреді, сондықтан жалпы жетіспейтіні өңірлердікінен \
      аз болуы мүмкін. Қаржы күн сайын жыл басынан бергі \
      орташадай жұмсалса, көрсетілген күні таусылады.
      """,
    ru: """
      В общем остатке есть и то, что ещё не распределено, поэтому всего может не хватать меньше, чем \
      регионам. Средства кончатся в указанный день, \
      если в день расходуется столько же, сколько в среднем с начала года.
      """)

  private static let nowhere = LocalizedText(
    en: "no region named", kk: "өңір аталмаған", ru: "регион не назван")

  private static let columns = [
    Report.Column("region", LocalizedText(en: "Code", kk: "Коды", ru: "Код"), .code),
    Report.Column("name", Words.region, .text),
    Report.Column(
      "waiting_people", LocalizedText(en: "Wait, people", kk: "Күтуде, адам", ru: "Ждут, человек"),
      .count),
    Report.Column(
      "waiting_cost", LocalizedText(en: "Would cost", kk: "Құны", ru: "Потребуют"), .money),
    Report.Column(
      "included_people",
      LocalizedText(en: "Included, people", kk: "Енгізілген, адам", ru: "Включены, человек"),
      .count),
    Report.Column(
      "included_cost", LocalizedText(en: "Will cost", kk: "Қажеті", ru: "Нужно им"), .money),
    Report.Column("cost", LocalizedText(en: "Together", kk: "Барлығы", ru: "Вместе"), .money),
    Report.Column("free", Words.free, .money),
    Report.Column(
      "lacking", LocalizedText(en: "Lacking", kk: "Жетіспейді", ru: "Не хватает"), .money),
    Report.Column(
      "runs_out_on", LocalizedText(en: "Runs out", kk: "Таусылады", ru: "Кончатся"), .date),
  ]
}
