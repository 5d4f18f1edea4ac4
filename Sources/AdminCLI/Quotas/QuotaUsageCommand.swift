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

    Of permits, --by section and --by country are the parts that orders give of a quota, and \
    --section F or --country CHN is one part by region. --kind labour is all permits of employers: \
    one quota after another or, with --by category, one table with their sum; of one region with \
    --region.
    """
  static let examples = [
    "kosh quota usage --year 2026 --kind kandas",
    "kosh quota usage --year 2026 --kind kandas --on 2026-06-30 --json",
    "kosh quota usage --year 2007 --by zone",
    "kosh quota usage --year 2007 --regions-of 2026-01-01",
    "kosh quota usage --year 2026 --kind kandas --by month --region KZ-55",
    "kosh quota usage --year 2026 --kind kandas --by year",
    "kosh quota usage --year 2026 --by category",
    "kosh quota usage --year 2026 --kind labour-3 --by section",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option(
      "kind", "KIND", "the quota; labour: all permits of employers",
      choices: QuotaKind.allCases.map(\.rawValue) + [labour]),
    .option("section", "LETTER", "the part of this section of OKED"),
    .option("country", "CODE", "the part of this country of origin"),
    .option(
      "by", "WHAT", "how to group", choices: QuotaUsage.Grouping.allCases.map(\.rawValue),
      default: "region"),
    .option("region", "CODE", "with --by month, year, section, country, category: of one region"),
    .option("regions-of", "DATE", "in the regions of this day"),
    .option("on", "DATE", "the day"),
    .option("known-at", "INSTANT", "as it was known then"),
  ]

  private static let labour = "labour"

  private let year: Int64?
  /// Nil for every quota of the year; asked for by name, its absence is news.
  private let kinds: [QuotaKind]?
  private let part: QuotaPart?
  private let on: LocalDate?
  private let knownAt: Instant?
  private let by: QuotaUsage.Grouping
  private let regionsOf: LocalDate?
  private let region: String?

  init(_ arguments: Arguments) throws(Failure) {
    year = try arguments.count("year", least: 1991)
    let isLabour = arguments.text("kind") == Self.labour
    let kind = isLabour ? nil : try arguments.choice("kind", QuotaKind.self)
    on = try arguments.date("on")
    knownAt = try arguments.instant("known-at")
    by = try arguments.choice("by", QuotaUsage.Grouping.self) ?? .region
    regionsOf = try arguments.date("regions-of")
    region = arguments.text("region")
    part = try arguments.quotaPart()
    let takesRegion = by == .month || by == .year || by == .category || by == .section
    guard region == nil || takesRegion || by == .country && (isLabour || kind?.hasParts == true)
    else {
      throw Failure(.usage, "--region is one region's months or years: say --by month or year")
    }
    guard regionsOf == nil || by == .region else {
      throw Failure(.usage, "--regions-of tells regions: it takes no --by \(by.rawValue)")
    }
    guard part == nil || kind?.hasParts == true && !(by == .section || by == .country) else {
      throw Failure(.usage, "--section and --country are parts of one quota of permits: say --kind")
    }
    guard by != .category || kind == nil && part == nil else {
      throw Failure(.usage, "--by category is all permits of employers: it takes no --kind")
    }
    guard by != .section || kind?.hasParts != false else {
      throw Failure(.usage, "--by section tells permits: it takes --kind labour-1 to household")
    }
    kinds =
      if by == .category {
        [.labour1]
      } else if isLabour {
        QuotaKind.ofEmployers
      } else if by == .section {
        kind.map { [$0] } ?? QuotaKind.allCases.filter(\.hasParts)
      } else {
        kind.map { [$0] }
      }
  }

  func run(in context: Context) throws(Failure) {
    let year = self.year.map { Int(clamping: $0) } ?? (on ?? context.today).year
    let answers = try answers(year: year, in: context)
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
      texts.append(TextRenderer.render(report, language))
      values.append(Self.json(answer, language))
    }
    context.console.answer(
      answers.count == 1 ? (values.first ?? .null) : .array(values),
      texts.joined(separator: "\n"))
  }

  private func answers(year: Int, in context: Context) throws(Failure) -> [QuotaUsage.Answer] {
    let office = try context.office()
    let code = try context.regionCode(region, on: on ?? context.today)
    var answers: [QuotaUsage.Answer] = []
    for kind in kinds ?? QuotaKind.allCases {
      do {
        answers.append(
          try office.answer(
            QuotaUsage(
              kind: kind, part: part, year: year, on: on, knownAt: knownAt, by: by,
              regionsOf: regionsOf, region: code), as: context.user))
      } catch {
        // A year may have one quota and not the other.
        guard error.code == .quotaUnknown, kinds?.count != 1 else { throw error }
      }
    }
    return answers
  }

  /// The documented answer: rows by region, and their total.
  private static func json(_ answer: QuotaUsage.Answer, _ language: Language) -> JSONValue {
    let rows = answer.lines.map { row($0, as: answer.by.rawValue, answer, language) }
    return [
      "kind": .string(answer.by == .category ? labour : answer.kind.rawValue),
      "part": .optional(answer.part?.code), "year": .count(answer.year),
      "unit": .string(answer.unit.rawValue), "on": .date(answer.on), "rows": .array(rows),
      "by": .string(answer.by.rawValue), "total": row(answer.total, as: "region", answer, language),
      "undistributed": .count(answer.undistributed),
      "orders": .array(
        answer.orders.map { order in
          [
            "number": .string(order.number), "kind": .string(order.quota.rawValue),
            "effective_from": .date(order.effectiveFrom),
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
    let even = answer.even[line.region].map { [("even_pace", JSONValue.integer($0))] }
    let unit = answer.units[line.region].map { [("unit", JSONValue.string($0.rawValue))] }
    return .object(members + (even ?? []) + (unit ?? []))
  }
}

extension Arguments {
  /// The part of a quota that --section or --country names; nil for the whole.
  func quotaPart() throws(Failure) -> QuotaPart? {
    let (section, country) = (text("section"), text("country"))
    guard section == nil || country == nil else {
      throw Failure(.usage, "a part is of a section or of a country, not of both")
    }
    guard let code = (section ?? country)?.uppercased() else { return nil }
    guard let part = QuotaPart(code), part.isSection == (section != nil) else {
      throw Failure(.fieldValue, "“\(code)” is no section A to U, and no country such as CHN")
    }
    return part
  }
}
