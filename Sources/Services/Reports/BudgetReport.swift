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
      let title = name.with("\(total.year)")
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
          title: chart, unit: .message("word.tenge"),
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
        "years", .message("budget.fact.years"),
        .text(answer.years.map(String.init).joined(separator: ", "))),
      Report.Fact("on", Words.stateDate, .date(answer.on)),
      Report.Fact("known_at", Words.knownAt, .moment(knownAt)),
    ]
  }

  private static func notes(of answer: BudgetExecution.Answer) -> [LocalizedText] {
    var notes: [LocalizedText] = [.message("budget.note")]
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
    return LocalizedText.message("word.total").with(list)
  }

  private static let title = LocalizedText.message("budget.title")
  private static let subtotal = LocalizedText.message("word.subtotal")
  private static let kept = LocalizedText.message("budget.kept")
  private static let chart = LocalizedText.message("budget.chart")
  private static let committed = LocalizedText.message("budget.committed")
  private static let executed = LocalizedText.message("budget.executed")

  private static let severalYears = LocalizedText.message("budget.several-years")
  private static let keptBack = LocalizedText.message("budget.kept-back")
  private static let overrun = LocalizedText.message("budget.overrun")

  private static let columns = [
    Report.Column("year", .message("word.year"), .code),
    Report.Column("source", .message("word.source"), .text),
    Report.Column("region", .message("word.code"), .code),
    Report.Column("name", Words.region, .text),
    Report.Column("appropriated", .message("budget.column.appropriated"), .money),
    Report.Column("committed", committed, .money),
    Report.Column("paid", .message("word.paid"), .money),
    Report.Column("returned", .message("word.returned"), .money),
    Report.Column("free", Words.free, .money),
    Report.Column("overrun", .message("word.overrun"), .money),
    Report.Column("share_executed", .message("budget.column.share-executed"), .percent),
  ]
}
