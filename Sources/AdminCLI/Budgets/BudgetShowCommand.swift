import Domain
import Reports
import Services

/// `kosh budget show`: the command-line face of ``BudgetExecution``.
struct BudgetShowCommand: Command {
  static let words = "budget show"
  static let summary = "Show what is appropriated, set aside, paid, returned and free."
  static let details = """
    A row for each programme, year, source and region, a total for each programme and year, and \
    one of all that is shown, which names its years. Money that no region has yet is a row of its \
    own: it is free, and no grant can have it before an order gives it to a region. What is \
    returned is free again; the share is of what was paid and did not come back.

    --known-at leaves out what was entered later: the same day and moment always give the same \
    figures.
    """
  static let examples = [
    "kosh budget show --year 2026", "kosh budget show --programme nurly-kosh --json",
    "kosh budget show --year 2026 --region KZ-55 --source local --on 2026-06-30",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "money of this year; without it, of every year"),
    .option("programme", "CODE", "money of this programme; kosh budget programmes lists them"),
    BudgetText.sourceOption("money of this source"),
    .option("region", "CODE", "money of this region: ISO 3166-2 or KATO"),
    .option("on", "DATE", "the day; without it, today"),
    .option("known-at", "INSTANT", "as it was known then"),
  ]

  private var query: BudgetExecution

  init(_ arguments: Arguments) throws(Failure) {
    query = BudgetExecution(
      year: try arguments.count("year", least: 1991).map { Int(clamping: $0) },
      programme: arguments.text("programme"),
      source: try arguments.choice("source", BudgetSource.self),
      region: arguments.text("region"), on: try arguments.date("on"),
      knownAt: try arguments.instant("known-at"))
  }

  func run(in context: Context) throws(Failure) {
    var query = query
    query.region = try context.regionCode(query.region, on: query.on ?? context.today)
    let answer = try context.answer(query)
    let report = try BudgetReport.make(answer, knownAt: query.knownAt ?? context.clock.now())
    context.console.answer(
      Self.json(answer, context.global.language),
      TextRenderer.render(report, context.global.language))
  }

  private static func json(_ answer: BudgetExecution.Answer, _ language: Language) -> JSONValue {
    let rows = answer.rows.map { row -> JSONValue in
      let names: [(String, JSONValue)] = [
        ("programme", .string(row.programme)), ("year", .count(row.year)),
        ("source", .string(row.source.rawValue)), ("region", .optional(row.region)),
      ]
      return .object(names + BudgetText.members(row.line))
    }
    let totals = answer.totals.map { total -> JSONValue in
      let names: [(String, JSONValue)] = [
        ("programme", .string(total.programme)), ("year", .count(total.year)),
      ]
      return .object(names + BudgetText.members(total.line))
    }
    let years = JSONValue.array(answer.years.map { .count($0) })
    return [
      "on": .date(answer.on), "rows": .array(rows), "totals": .array(totals),
      "total": .object([("years", years)] + BudgetText.members(answer.total)),
      "orders": .array(answer.orders.map(order)),
    ]
  }

  private static func order(_ order: BudgetOrder) -> JSONValue {
    [
      "number": .string(order.number), "programme": .string(order.programme),
      "year": .count(order.year), "source": .string(order.source.rawValue),
      "effective_from": .date(order.effectiveFrom),
      "citation": .string(order.citation.source),
      "standing": .string(order.citation.standing.rawValue),
    ]
  }
}
