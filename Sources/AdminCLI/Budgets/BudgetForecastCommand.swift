import Domain
import Reports
import Services

/// `kosh budget forecast`: the command-line face of ``BudgetForecast``.
struct BudgetForecastCommand: Command {
  static let words = "budget forecast"
  static let summary = "Say what those who wait would cost, beside the money that is free."
  static let details = """
    Counted are the families that wait for places and those that hold places of the year's quotas \
    and have no grant yet, region by region. Each is reckoned as if it were granted the relocation \
    payment at the rules of the day, with everyone but the head a spouse or child. Who is still to \
    come, and rates that are still to come, are not in it.
    """
  static let examples = [
    "kosh budget forecast --year 2026", "kosh budget forecast --region KZ-55 --json",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "the year of the money and the quotas; without it, this year"),
    .option("programme", "CODE", "the programme that pays; without it, that of relocation"),
    .option("region", "CODE", "only this region: ISO 3166-2 or KATO"),
    .option("on", "DATE", "the day; without it, today"),
  ]

  private let year: Int?
  private let programme: String?
  private let region: String?
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    year = try arguments.count("year", least: 1991).map { Int(clamping: $0) }
    programme = arguments.text("programme")
    region = arguments.text("region")
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let day = on ?? context.today
    let answer = try context.answer(
      BudgetForecast(
        year: year ?? day.year, programme: programme,
        region: try context.regionCode(region, on: day), on: day))
    let report = try BudgetForecastReport.make(answer, knownAt: context.clock.now())
    let language = context.global.language
    context.console.answer(
      [
        "year": .count(answer.year), "programme": .string(answer.programme),
        "on": .date(answer.on), "each": .money(answer.each),
        "standing": .string(answer.standing.rawValue),
        "rows": .array(answer.lines.map(Self.json)), "total": Self.json(answer.total),
      ],
      TextRenderer.render(report, language))
  }

  private static func json(_ line: BudgetForecast.Line) -> JSONValue {
    [
      "region": .optional(line.region), "waiting": json(line.waiting),
      "included": json(line.included), "cost": .money(line.cost),
      "appropriated": .money(line.money.appropriated), "free": .money(line.money.free),
      "lacking": .money(line.lacking),
      "runs_out_on": .optional(line.runsOutOn.map { "\($0)" }),
    ]
  }

  private static func json(_ crowd: BudgetForecast.Crowd) -> JSONValue {
    [
      "families": .integer(crowd.families), "people": .integer(crowd.people),
      "cost": .money(crowd.cost),
    ]
  }
}
