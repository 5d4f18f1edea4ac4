import Domain
import Reports
import Services

/// `kosh report`: makes a report in any of its forms.
struct ReportCommand: Command {
  static let words = "report"
  static let summary = "Make a report for officials."
  static var details: String {
    ReportName.allCases.map { "`\($0.rawValue)`: \($0.summary)." }.joined(separator: "\n\n") + """


      Without a period, `allowances`, `allowance-summary`, `payments`, `permits`, `permit-fees`, \
      `violations`, `arrivals`, `resettlement` and `regional-bulletin` cover the year up to today, and \
      `integration` all years. `regional-bulletin` and `data-worklist` need --region; \
      `data-worklist --region none` is of the families of which no region is known. \
      `differences` needs --region and covers a year. With -o the form follows the \
      file's name (.html, .csv, .json, .txt, .xlsx, .pdf) unless --format says otherwise.
      """
  }
  static let examples = [
    "kosh report allowances --from 2026-01-01 --to 2026-06-30 --region KZ-55",
    "kosh report allowances --lang kk -o allowances.pdf",
    "kosh report quota-usage --year 2026 --kind kandas --format csv",
    "kosh report budget --year 2026 --programme resettlement -o budget.html",
    "kosh report labour-quota",
    "kosh report arrivals --year 2026 --by country --rounding ministry",
    "kosh report payments --from 2026-11-01 --to 2026-11-30 --region KZ-55",
    "kosh report permits --year 2026 --by country",
    "kosh report statistics --table arrivals-2019 --rounding ministry",
  ]
  private static var byWords: [String] {
    let permits = PermitGrouping.allCases.map(\.rawValue)
    let others = ArrivalGrouping.asked.map(\.rawValue) + [QuotaUsage.Grouping.month.rawValue]
    return permits + others.filter { !permits.contains($0) }
  }
  static let parameters: [CommandParameter] =
    [
      .argument("name", "the report", choices: ReportName.allCases.map(\.rawValue)),
      .option("from", "DATE", "the first day of the period"),
      .option("to", "DATE", "the last day of the period"),
      .option("on", "DATE", "the day of a report on a state"),
      .option("year", "YEAR", "the year of the quota, of the money or of the period"),
      .option(
        "kind", "KIND", "quota-usage: the quota; without it, kandas",
        choices: QuotaKind.allCases.map(\.rawValue)),
      .option("programme", "CODE", "budget: only this programme"),
      .option(
        "by", "WHAT",
        "arrivals (country), permits (kind), quota-usage (region): by what they are counted",
        choices: byWords),
      .option("top", "N", "arrivals by country: how many stand for themselves; without it, 5"),
      .option("region", "CODE", "only this region"),
      .option("table", "NAME", "statistics: the table; without it, the list of tables"),
      .option(
        "rounding", "RULE", "how shares are rounded; without it, plain",
        choices: ShareRounding.allCases.map(\.rawValue)),
      .flag("publish", "for publication: protect small figures"),
      .option("known-at", "TIME", "as it was known at this moment, in UTC"),
      .flag("issue", "enter it under a number, by which it can be made again"),
      .option("note", "TEXT", "with --issue: to whom, or on what ground"),
    ] + ReportPaper.parameters

  let name: ReportName
  private let from: LocalDate?
  private let to: LocalDate?
  private let on: LocalDate?
  private let year: Int?
  private let kind: QuotaKind?
  private let programme: String?
  private let by: String?
  private let top: Int?
  private let region: String?
  private let table: String?
  private let rounding: ShareRounding?
  private let isPublished: Bool
  private let knownAt: Instant?
  private let isIssued: Bool
  private let note: String?
  private let paper: ReportPaper
  /// What makes it again, without its form.
  private let line: String

  init(_ arguments: Arguments) throws(Failure) {
    name = try arguments.choice("name", ReportName.self) ?? .allowances
    from = try arguments.date("from")
    to = try arguments.date("to")
    on = try arguments.date("on")
    year = try arguments.count("year", least: 1991).map { Int(clamping: $0) }
    kind = try arguments.choice("kind", QuotaKind.self)
    programme = arguments.text("programme")
    by = arguments.text("by")
    top = try arguments.count("top", least: 1).map { Int(clamping: $0) }
    region = arguments.text("region")
    table = arguments.text("table")
    rounding = try arguments.choice("rounding", ShareRounding.self)
    isPublished = arguments.flag("publish")
    knownAt = try arguments.instant("known-at")
    isIssued = arguments.flag("issue")
    note = arguments.text("note")
    paper = try ReportPaper(arguments)
    line = Self.line(arguments)
    guard note == nil || isIssued else { throw Failure(.usage, "--note is of --issue") }
    if let from, let to, to < from {
      throw Failure(.dateOrder, "the period ends on \(to), before it starts on \(from)")
    }
  }

  func run(in context: Context) throws(Failure) {
    try paper.check(name.rawValue, in: context)
    let context = isPublished ? context.publishing() : context
    guard isIssued || knownAt != nil else {
      return try paper.write(make(in: context), named: name.rawValue, in: context)
    }
    let vantage = try context.answer(
      TakeVantage(knownAt: knownAt, today: context.global.today))
    var report = try make(from: vantage, in: context)
    if isIssued {
      let issued = try context.perform(
        IssueReport(origin(of: report), from: vantage, note: note))
      report.origin?.number = issued.number
      context.console.note(
        "Issued as \(issued.number); kosh report again \(issued.number) makes it again")
    }
    try paper.write(report, named: name.rawValue, in: context)
  }

  /// Reads the words of a report that was issued.
  init(words: String, in context: Context) throws(Failure) {
    guard let words = ShellWords.split("report \(words)") else {
      throw Failure(.databaseDamaged, "“\(words)” is not how a report is made")
    }
    let line = try TypedLine(words, in: context.tree)
    let values = try line.values(for: ReportCommand.self)
    try self.init(Arguments(values, for: ReportCommand.self, context.global))
  }

  /// The report as it is seen from a vantage.
  func make(
    from vantage: Vantage, number: Number<ReportIssue>? = nil, traced: Bool = true,
    in context: Context
  ) throws(Failure) -> Report {
    try make(in: context.seeing(vantage, traced: traced), number: number)
  }

  /// The report, as it may be published where that is asked for.
  private func figures(in context: Context) throws(Failure) -> Report {
    guard isPublished else { return try report(in: context) }
    guard !name.namesPeople else {
      throw Failure(
        .reportPersonal, "\(name.rawValue) tells of single people, and is not for publication",
        hint: "kosh report list names the others")
    }
    var report = try report(in: context.publishing())
    guard name.countsPeople else { return report }
    let rule = try Reference.protection(on: context.today)
    report.citations.append(rule.citation)
    return Protection(threshold: rule.threshold).publish(report)
  }

  /// The report as the context sees it, with how it was made.
  func make(in context: Context, number: Number<ReportIssue>? = nil) throws(Failure) -> Report {
    try told(figures(in: context), number)
  }

  private func told(_ report: Report, _ number: Number<ReportIssue>?) -> Report {
    var report = report
    report.origin = origin(of: report)
    report.origin?.number = number
    return report
  }

  private func origin(of report: Report) -> Report.Origin {
    Report.Origin(words: line, rows: report.rowCount, digest: ReportDigest.of(report))
  }

  /// What decides what a report says, as words of a command line.
  private static func line(_ arguments: Arguments) -> String {
    let others = ["known-at", "issue", "note"] + ReportPaper.parameters.map(\.name)
    var words: [String] = []
    for parameter in parameters where !others.contains(parameter.name) {
      if parameter.isFlag {
        words += arguments.flag(parameter.name) ? ["--\(parameter.name)"] : []
        continue
      }
      for value in arguments.all(parameter.name) {
        words += parameter.isArgument ? [value] : ["--\(parameter.name)", value]
      }
    }
    return ShellWords.joined(words)
  }

  /// What it counts, unprotected.
  func report(in context: Context) throws(Failure) -> Report {
    guard programme == nil || name == .budget else {
      throw Failure(.usage, "--programme is of the report budget")
    }
    guard by == nil || name == .permits || name == .arrivals || name == .quotaUsage else {
      throw Failure(.usage, "--by is of the reports arrivals, permits and quota-usage")
    }
    guard rounding == nil || name == .arrivals || name == .statistics else {
      throw Failure(.usage, "--rounding is of the reports arrivals and statistics")
    }
    guard top == nil || name == .arrivals else {
      throw Failure(.usage, "--top is of the report arrivals")
    }
    guard table == nil || name == .statistics else {
      throw Failure(.usage, "--table is of the report statistics")
    }
    switch name {
    case .budget: return try budget(in: context)
    case .quotaUsage:
      guard region == nil, from == nil, to == nil else {
        throw Failure(
          .usage, "quota-usage is a state on a day: it takes --year, --kind, --by and --on")
      }
      return try quotaUsage(in: context)
    case .allowances:
      let period = try period(in: context)
      return try context.answer(
        AllowanceRegister(from: period.from, through: period.through, region: period.region))
    case .allowanceSummary:
      return try context.answer(AllowanceSummary(period: period(in: context)))
    case .labourQuota:
      guard from == nil, to == nil, on == nil, kind == nil, region == nil else {
        throw Failure(.usage, "labour-quota goes year by year: it takes --year")
      }
      return try context.answer(LabourQuotaReport(year: year))
    case .migrationBalance, .statistics:
      guard from == nil, to == nil, on == nil, kind == nil, region == nil, year == nil else {
        throw Failure(.usage, "\(name.rawValue) is what the sources give: it takes no period")
      }
      guard name == .statistics else { return try MigrationBalanceReport.make(on: context.today) }
      return try StatisticsReport.make(
        table: table, rounding: rounding ?? .plain, on: context.today)
    case .labourStock:
      guard from == nil, to == nil, on == nil, kind == nil, region == nil, year == nil else {
        throw Failure(.usage, "labour-stock is what the sources give: it takes no period")
      }
      return try LabourStockReport.make(on: context.today)
    case .payments:
      return try context.answer(PaymentsReport(period: period(in: context)))
    case .differences: return try differences(in: context)
    case .permits:
      let by = try grouping(PermitGrouping.allCases, else: .kind)
      return try context.answer(PermitsReport(period: period(in: context), by: by))
    case .arrivals:
      let by = try grouping(ArrivalGrouping.asked, else: .country)
      return try context.answer(
        ArrivalsReport(
          period: period(in: context), by: by, top: top ?? 5, rounding: rounding ?? .plain))
    case .resettlement:
      return try context.answer(ResettlementReport(period: period(in: context)))
    case .ages, .dataQuality, .dataWorklist, .families, .integration, .regionalBulletin:
      return try ofFamilies(in: context)
    case .permitFees: return try context.answer(PermitFeesReport(period: period(in: context)))
    case .violations: return try context.answer(ViolationsReport(period: period(in: context)))
    case .localContent, .permitsExpiring: return try ofPermits(in: context)
    case .recoveries:
      guard from == nil, to == nil, on == nil, year == nil, kind == nil else {
        throw Failure(.usage, "recoveries is the state of today: it takes --region")
      }
      return try context.answer(
        RecoveriesReport(region: try context.regionCode(region, on: context.today)))
    }
  }

  /// By region with the months' line below, by zone or month, or every kind of quota.
  private func quotaUsage(in context: Context) throws(Failure) -> Report {
    let year = year ?? (on ?? context.today).year
    guard by != Self.everyKind else {
      guard kind == nil else {
        throw Failure(.usage, "--by kind is every quota of the year: it takes no --kind")
      }
      return try context.answer(QuotaKindsReport(year: year, on: on))
    }
    let by = try grouping(
      [QuotaUsage.Grouping.region, .zone, .month], else: .region, also: Self.everyKind)
    guard !isPublished || by != .month else {
      throw Failure(.usage, "--by month: two months side by side tell how few came in one")
    }
    var query = QuotaUsage(kind: kind ?? .kandas, year: year, on: on, by: by)
    let usage = try context.answer(query)
    query.by = .month
    let months = by == .region ? try context.answer(query) : nil
    return try QuotaReport.make(usage, months: months, knownAt: context.clock.now())
  }

  /// A word of `--by` that the report takes.
  private func grouping<Grouping: RawRepresentable<String>>(
    _ choices: [Grouping], else usual: Grouping, also others: String...
  ) throws(Failure) -> Grouping {
    guard let by else { return usual }
    guard let chosen = choices.first(where: { $0.rawValue == by }) else {
      let words = (choices.map(\.rawValue) + others).joined(separator: ", ")
      throw Failure(.usage, "\(name.rawValue) is counted --by \(words)")
    }
    return chosen
  }

  /// Reports on the families of the register, most of them states of a day.
  private func ofFamilies(in context: Context) throws(Failure) -> Report {
    switch name {
    case .regionalBulletin:
      let period = try period(in: context)
      guard let code = period.region else { throw needsRegion }
      return try context.answer(
        RegionalBulletin(from: period.from, through: period.through, region: code))
    case .integration:
      var period = try period(in: context)
      let start = LocalDate(year: 1991, month: 1, day: 1)
      if from == nil, year == nil, let start { period.from = start }
      if to == nil, year == nil { period.through = context.today }
      return try context.answer(IntegrationReport(period: period))
    default: break
    }
    let takesDay = name == .families || name == .ages
    guard from == nil, to == nil, year == nil, kind == nil, on == nil || takesDay else {
      let day = takesDay ? " and --on" : ""
      throw Failure(.usage, "\(name.rawValue) is the state of a day: it takes --region\(day)")
    }
    let isOfNone = name == .dataWorklist && region == Self.noRegion
    let code = isOfNone ? nil : try context.regionCode(region, on: on ?? context.today)
    switch name {
    case .ages: return try context.answer(AgesReport(on: on, region: code))
    case .families: return try context.answer(FamiliesReport(on: on, region: code))
    case .dataWorklist:
      guard region != nil else { throw needsRegion }
      return try context.answer(DataWorklist(region: code))
    default: return try context.answer(DataQualityReport(region: code))
    }
  }

  /// What `--by` says of the quotas of a year.
  private static let everyKind = PermitGrouping.kind.rawValue

  /// What stands for a region where a family is known in none.
  private static let noRegion = "none"

  private var needsRegion: Failure { Failure(.usage, "\(name.rawValue) needs --region") }

  /// States of a day, of permits and of those who ask for them.
  private func ofPermits(in context: Context) throws(Failure) -> Report {
    let isToday = name == .permitsExpiring
    guard from == nil, to == nil, year == nil, kind == nil, on == nil || !isToday else {
      throw Failure(
        .usage,
        "\(name.rawValue) is the state of a day: it takes --region\(isToday ? "" : " and --on")")
    }
    let code = try context.regionCode(region, on: on ?? context.today)
    guard !isToday else { return try context.answer(PermitsExpiringReport(region: code)) }
    return try context.answer(LocalContentReport(region: code, on: on))
  }

  /// The days of a register, and the stable code of its region.
  private func period(in context: Context) throws(Failure) -> ReportPeriod {
    guard on == nil, kind == nil else {
      throw Failure(
        .usage,
        "\(name.rawValue) is a register of a period: it takes --from, --to, --year, --region")
    }
    let year = year ?? (to ?? from ?? context.today).year
    let lastDay = LocalDate(year: year, month: 12, day: 31) ?? context.today
    let through = to ?? min(lastDay, max(context.today, from ?? context.today))
    guard let first = from ?? LocalDate(year: year, month: 1, day: 1) else {
      throw Failure(.dateInvalid, "\(year) is not a year of the calendar")
    }
    return ReportPeriod(
      from: first, through: through, region: try context.regionCode(region, on: through))
  }

  private func differences(in context: Context) throws(Failure) -> Report {
    guard let region, from == nil, to == nil, on == nil, kind == nil else {
      throw Failure(.usage, "differences takes --region and --year")
    }
    let year = year ?? context.today.year
    let found = try context.answer(AllowanceDifferences(.region(region, year: year)))
    return try DifferencesReport.make(
      found, region: Reference.regions().resolve(region, on: context.today), year: year,
      on: context.today, knownAt: context.clock.now())
  }

  /// One year, so that no line adds the money of two.
  private func budget(in context: Context) throws(Failure) -> Report {
    guard from == nil, to == nil, kind == nil else {
      throw Failure(
        .usage, "budget is a state on a day: it takes --year, --programme, --region and --on")
    }
    let day = on ?? context.today
    let query = BudgetExecution(
      year: year ?? day.year, programme: programme,
      region: try context.regionCode(region, on: day), on: day)
    return try BudgetReport.make(context.answer(query), knownAt: context.clock.now())
  }
}
