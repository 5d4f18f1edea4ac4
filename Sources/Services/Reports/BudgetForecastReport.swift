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
        "programme", .message("budget-forecast.fact.programme"),
        .text(answer.programme)),
      Report.Fact(
        "each", .message("budget-forecast.fact.each"),
        .money(answer.each)),
      Report.Fact("on", Words.stateDate, .date(answer.on)),
      Report.Fact("known_at", Words.knownAt, .moment(knownAt)),
    ]
  }

  private static func title(_ year: Int) -> LocalizedText {
    .message("budget-forecast.title", ["year": "\(year)"])
  }

  private static func assumptions(_ answer: BudgetForecast.Answer) -> LocalizedText {
    .message("budget-forecast.assumptions", ["day": "\(answer.on)"])
  }

  private static let money = LocalizedText.message("budget-forecast.money")

  private static let nowhere = LocalizedText.message("budget-forecast.nowhere")

  private static let columns = [
    Report.Column("region", .message("word.code"), .code),
    Report.Column("name", Words.region, .text),
    Report.Column("waiting_people", .message("budget-forecast.column.waiting-people"), .count),
    Report.Column("waiting_cost", .message("budget-forecast.column.waiting-cost"), .money),
    Report.Column(
      "included_people",
      .message("budget-forecast.column.included-people"),
      .count),
    Report.Column("included_cost", .message("budget-forecast.column.included-cost"), .money),
    Report.Column("cost", .message("budget-forecast.column.cost"), .money),
    Report.Column("free", Words.free, .money),
    Report.Column("lacking", .message("budget-forecast.column.lacking"), .money),
    Report.Column("runs_out_on", .message("budget-forecast.column.runs-out-on"), .date),
  ]
}
