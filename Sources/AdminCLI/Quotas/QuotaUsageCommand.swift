import Domain
import Reports
import Services

/// `kosh quota usage`: the command-line face of ``QuotaUsage``.
struct QuotaUsageCommand: Command {
  static let words = "quota usage"
  static let summary = "Show how a quota is used, by region, on a day."
  static let details = """
    A region whose number the order does not give is shown as unknown, not as zero. Without --on, \
    the day is today, or the last day of a past year. Without --kind, the year's quotas follow \
    one another.

    --known-at leaves out what was entered later: the same day and moment always give the same \
    figures. --regions-of tells them in the regions of another day; what was one region then and \
    is two now stays one figure of both. --by zone sums the zones of Nurly Kosh, --by country the \
    countries that the families came from, --by commission the protocols by which they were \
    included. --by month shows each month's last day, --by year the years before in their own units, \
    at their end or, with --on, at the same day of the year; both of one region with --region.
    """
  static let examples = [
    "kosh quota usage --year 2026 --kind kandas",
    "kosh quota usage --year 2026 --kind kandas --on 2026-06-30 --json",
    "kosh quota usage --year 2007 --by zone",
    "kosh quota usage --year 2007 --regions-of 2026-01-01",
    "kosh quota usage --year 2026 --kind kandas --by month --region KZ-55",
    "kosh quota usage --year 2026 --kind kandas --by year",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option("kind", "KIND", "the quota", choices: QuotaKind.allCases.map(\.rawValue)),
    .option(
      "by", "WHAT", "how to group", choices: QuotaUsage.Grouping.allCases.map(\.rawValue),
      default: "region"),
    .option("region", "CODE", "with --by month or year: of one region"),
    .option("regions-of", "DATE", "in the regions of this day"),
    .option("on", "DATE", "the day"),
    .option("known-at", "INSTANT", "as it was known then"),
  ]

  private let year: Int64?
  private let kind: QuotaKind?
  private let on: LocalDate?
  private let knownAt: Instant?
  private let by: QuotaUsage.Grouping
  private let regionsOf: LocalDate?
  private let region: String?

  init(_ arguments: Arguments) throws(Failure) {
    year = try arguments.count("year", least: 1991)
    kind = try arguments.choice("kind", QuotaKind.self)
    on = try arguments.date("on")
    knownAt = try arguments.instant("known-at")
    by = try arguments.choice("by", QuotaUsage.Grouping.self) ?? .region
    regionsOf = try arguments.date("regions-of")
    region = arguments.text("region")
    guard region == nil || by == .month || by == .year else {
      throw Failure(.usage, "--region is one region's months or years: say --by month or year")
    }
    guard regionsOf == nil || by == .region else {
      throw Failure(.usage, "--regions-of tells regions: it takes no --by \(by.rawValue)")
    }
  }

  func run(in context: Context) throws(Failure) {
    let year = self.year.map { Int(clamping: $0) } ?? (on ?? context.today).year
    let office = try context.office()
    let code = try context.regionCode(region, on: on ?? context.today)
    var answers: [QuotaUsage.Answer] = []
    for kind in kind.map({ [$0] }) ?? QuotaKind.allCases {
      do {
        answers.append(
          try office.answer(
            QuotaUsage(
              kind: kind, year: year, on: on, knownAt: knownAt, by: by, regionsOf: regionsOf,
              region: code), as: context.user))
      } catch {
        // A year may have one quota and not the other; asked for by name, its absence is news.
        guard error.code == .quotaUnknown, self.kind == nil else { throw error }
      }
    }
    guard !answers.isEmpty else {
      throw Failure(
        .quotaUnknown, "no order gives places for \(year)",
        hint: "kosh quota order FILE loads one")
    }
    let language = context.global.language
    var texts: [String] = []
    var values: [JSONValue] = []
    for answer in answers {
      let report = try QuotaReport.make(answer, knownAt: knownAt ?? context.clock.now())
      texts.append(ReportFormat.text.render(report, language: language))
      values.append(Self.json(answer, language))
    }
    context.console.answer(
      answers.count == 1 ? (values.first ?? .null) : .array(values),
      texts.joined(separator: "\n"))
  }

  /// The documented answer: rows by region, and their total.
  private static func json(_ answer: QuotaUsage.Answer, _ language: Language) -> JSONValue {
    let rows = answer.lines.map { row($0, as: answer.by.rawValue, answer, language) }
    return [
      "kind": .string(answer.kind.rawValue), "year": .count(answer.year),
      "unit": .string(answer.unit.rawValue), "on": .date(answer.on), "rows": .array(rows),
      "by": .string(answer.by.rawValue), "total": row(answer.total, as: "region", answer, language),
      "undistributed": .count(answer.undistributed),
      "orders": .array(
        answer.orders.map { order in
          [
            "number": .string(order.number), "effective_from": .date(order.effectiveFrom),
            "source": .string(order.citation.source),
            "standing": .string(order.citation.standing.rawValue),
          ]
        }),
    ]
  }

  private static func row(
    _ line: QuotaLine, as key: String, _ answer: QuotaUsage.Answer, _ language: Language
  ) -> JSONValue {
    let name = answer.names[line.region]?[language] ?? "Kazakhstan"
    let pace = answer.paces[line.region]
    func known(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }
    let share = line.allotted.map { Cell.share(line.used, of: $0) } ?? .unknown
    let members: [(String, JSONValue)] = [
      (key, .string(line.region)), ("name", .string(name)), ("allotted", known(line.allotted)),
      ("reserved", .integer(line.reserved)), ("used", .integer(line.used)),
      ("free", known(line.free)), ("overrun", .integer(line.overrun)),
      ("share_used", .cell(share, .en)),
      ("runs_out_on", .optional(pace?.runsOutOn.map { "\($0)" })),
    ]
    let unit = answer.units[line.region].map { [("unit", JSONValue.string($0.rawValue))] }
    return .object(members + (unit ?? []))
  }
}
