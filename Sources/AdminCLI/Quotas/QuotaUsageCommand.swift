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
    """
  static let examples = [
    "kosh quota usage --year 2026 --kind kandas",
    "kosh quota usage --year 2026 --kind kandas --on 2026-06-30 --json",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option("kind", "KIND", "the quota", choices: QuotaKind.allCases.map(\.rawValue)),
    .option("by", "WHAT", "how to group", choices: ["region"], default: "region"),
    .option("on", "DATE", "the day"),
  ]

  private let year: Int64?
  private let kind: QuotaKind?
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    year = try arguments.count("year", least: 1991)
    kind = try arguments.choice("kind", QuotaKind.self)
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let year = self.year.map { Int(clamping: $0) } ?? (on ?? context.today).year
    let office = try context.office()
    var answers: [QuotaUsage.Answer] = []
    for kind in kind.map({ [$0] }) ?? QuotaKind.allCases {
      do {
        answers.append(
          try office.answer(QuotaUsage(kind: kind, year: year, on: on), as: context.user))
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
      let report = try QuotaReport.make(answer, knownAt: context.clock.now())
      texts.append(ReportFormat.text.render(report, language: language))
      values.append(try Self.json(answer, language))
    }
    context.console.answer(
      answers.count == 1 ? (values.first ?? .null) : .array(values),
      texts.joined(separator: "\n"))
  }

  /// The documented answer: rows by region, and their total.
  private static func json(_ answer: QuotaUsage.Answer, _ language: Language) throws(Failure)
    -> JSONValue
  {
    let regions = try Reference.regions()
    let rows = answer.lines.map { line in
      row(line, regions.region(line.region)?.name(on: answer.on)[language] ?? line.region)
    }
    return [
      "kind": .string(answer.kind.rawValue), "year": .count(answer.year),
      "unit": .string(answer.unit.rawValue), "on": .date(answer.on), "rows": .array(rows),
      "total": row(answer.total, "Kazakhstan"),
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

  private static func row(_ line: QuotaLine, _ name: String) -> JSONValue {
    func known(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }
    let share = line.allotted.map { Cell.share(line.used, of: $0) } ?? .unknown
    return [
      "region": .string(line.region), "name": .string(name), "allotted": known(line.allotted),
      "reserved": .integer(line.reserved), "used": .integer(line.used),
      "free": known(line.free), "overrun": .integer(line.overrun),
      "share_used": .cell(share, .en),
    ]
  }
}
