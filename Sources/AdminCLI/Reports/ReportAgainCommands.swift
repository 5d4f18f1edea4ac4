import Domain
import Reports
import Services

/// `kosh report again`: makes a report anew that was issued.
struct ReportAgainCommand: Command {
  static let words = "report again"
  static let summary = "Make a report again that was issued, as it was."
  static let details = """
    It is made from the same two dates: the office's day, and what was known then. Whatever was \
    corrected since, it says the same; the digest proves it. --known-at makes it as known at another \
    moment; `report compare` says what changed and why.
    """
  static let examples = [
    "kosh report again B-2026-000001-5", "kosh report again B-2026-000001-5 --lang kk -o again.pdf",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("number", "the number of the report"),
      .option("known-at", "TIME", "as it was known at this moment, in UTC"),
    ] + ReportPaper.parameters

  private let number: Number<ReportIssue>
  private let knownAt: Instant?
  private let paper: ReportPaper

  init(_ arguments: Arguments) throws(Failure) {
    number = try arguments.required("number", Number<ReportIssue>.init)
    knownAt = try arguments.instant("known-at")
    paper = try ReportPaper(arguments)
  }

  func run(in context: Context) throws(Failure) {
    let issued = try context.answer(FindIssuedReport(number: number))
    let command = try ReportCommand(words: issued.words, in: context)
    try paper.check(command.name.rawValue, in: context)
    guard let knownAt else {
      let report = try command.make(from: issued.vantage, number: number, in: context)
      guard report.origin?.digest == issued.digest else {
        throw Failure(
          .reportDiffers,
          "\(number) made again has the digest \(report.origin?.digest ?? "…"), and was issued with "
            + issued.digest)
      }
      return try paper.write(report, named: command.name.rawValue, in: context)
    }
    let vantage = try context.answer(TakeVantage(knownAt: knownAt, today: issued.vantage.today))
    let report = try command.make(from: vantage, in: context)
    try paper.write(report, named: command.name.rawValue, in: context)
  }
}

/// `kosh report compare`: what changed in a report that was issued, and which acts changed it.
struct ReportCompareCommand: Command {
  static let words = "report compare"
  static let summary = "Say what changed in a report that was issued, and why."
  static let details = """
    The report is compared with itself as known now, at another moment, or with another that was \
    issued of the same words. What changed stands first, then the acts that changed it, one by one: \
    the report is made again as known in between until each is found. --most bounds how often; what \
    is not taken apart by then stands as a run of acts. Acts that together change nothing are not \
    named.
    """
  static let examples = [
    "kosh report compare B-2026-000001-5", "kosh report compare B-2026-000001-5 B-2026-000002-3",
    "kosh report compare B-2026-000001-5 --known-at 2026-12-31 -o restatement.html",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("number", "the number of the report"),
      .argument("other", "the number of another of the same words", optional: true),
      .option("known-at", "TIME", "compare with what was known at this moment, in UTC"),
      .option("most", "N", "how many reports are made at most", default: "\(usualMost)"),
    ] + ReportPaper.parameters

  private static let usualMost = 500

  private let number: Number<ReportIssue>
  private let other: Number<ReportIssue>?
  private let knownAt: Instant?
  private let most: Int
  private let paper: ReportPaper

  init(_ arguments: Arguments) throws(Failure) {
    number = try arguments.required("number", Number<ReportIssue>.init)
    other = try arguments.value("other", Number<ReportIssue>.init)
    knownAt = try arguments.instant("known-at")
    most = Int(clamping: try arguments.count("most", least: 2) ?? Int64(Self.usualMost))
    paper = try ReportPaper(arguments)
    guard other == nil || knownAt == nil else {
      throw Failure(.usage, "compare with another report or with a moment, not with both")
    }
  }

  func run(in context: Context) throws(Failure) {
    let issued = try context.answer(FindIssuedReport(number: number))
    let command = try ReportCommand(words: issued.words, in: context)
    try paper.check("restatement", in: context)
    let beside = try vantage(besides: issued, in: context)
    var (one, two) = (issued.vantage, beside)
    // The earlier knowledge stands first, whichever number was named first.
    if two.knowledge < one.knowledge { (one, two) = (two, one) }
    let before = try command.make(from: one, in: context)
    let after = try command.make(from: two, in: context)
    let acts = try context.answer(ActsBetween(after: one.knowledge, through: two.knowledge))
    let progress = context.console.progress("Looking for the acts", unit: "reports")
    var made = 0
    let found = try Restatement(
      from: before, knowledge: one.knowledge, to: after, acts: acts, most: most
    ) { (knowledge) throws(Failure) in
      made += 1
      progress.update(made)
      // The day and the moment stay, so that only what was known differs.
      return try command.make(
        from: Vantage(today: two.today, knownAt: two.knownAt, knowledge: knowledge), traced: false,
        in: context)
    }
    progress.finish()
    var report = found.report(of: before, words: issued.words, from: one, to: two)
    report.origin = Report.Origin(
      words: line(besides: beside), rows: report.rowCount, digest: ReportDigest.of(report))
    try paper.write(report, named: "restatement", in: context)
  }

  /// What makes it again, without its form: the other moment is said even where it was now.
  private func line(besides vantage: Vantage) -> String {
    var words = ["compare", "\(number)"]
    words += other.map { ["\($0)"] } ?? ["--known-at", "\(vantage.knownAt)"]
    return ShellWords.joined(most == Self.usualMost ? words : words + ["--most", "\(most)"])
  }

  private func vantage(besides issued: IssuedReport, in context: Context) throws(Failure)
    -> Vantage
  {
    guard let other else {
      return try context.answer(TakeVantage(knownAt: knownAt, today: issued.vantage.today))
    }
    let found = try context.answer(FindIssuedReport(number: other))
    guard found.words == issued.words, found.vantage.today == issued.vantage.today else {
      throw Failure(
        .usage,
        "\(number) is “\(issued.words)” on \(issued.vantage.today), \(other) is “\(found.words)” on "
          + "\(found.vantage.today): they do not speak of the same")
    }
    return found.vantage
  }
}

/// `kosh report issued`: the reports that left the office.
struct ReportIssuedCommand: Command {
  static let words = "report issued"
  static let summary = "List the reports that were issued, the latest first."
  static let examples = ["kosh report issued", "kosh report issued --limit 5 --json"]
  static let parameters: [CommandParameter] = [
    .option("limit", "N", "at most so many", default: "20")
  ]

  private let limit: Int

  init(_ arguments: Arguments) throws(Failure) {
    limit = Int(clamping: try arguments.count("limit", least: 1) ?? 20)
  }

  func run(in context: Context) throws(Failure) {
    let reports = try context.answer(ListIssuedReports(limit: limit))
    let lines = reports.map { report in
      "\(report.number)  \(report.issuedAt)  \(report.by): \(report.words)"
        + "\(report.note.map { ", \($0)" } ?? "")\n"
    }
    context.console.answer(
      .array(reports.map(Self.json)), lines.isEmpty ? "None was issued.\n" : lines.joined())
    if let last = reports.first { context.console.note("Next: kosh report again \(last.number)") }
  }

  private static func json(_ report: IssuedReport) -> JSONValue {
    [
      "number": .string("\(report.number)"), "words": .string(report.words),
      "today": .date(report.vantage.today), "known_at": .string("\(report.vantage.knownAt)"),
      "knowledge": .integer(report.vantage.knowledge), "rows": .count(report.rows),
      "digest": .string(report.digest), "note": .optional(report.note),
      "by": .string(report.by), "issued_at": .string("\(report.issuedAt)"),
    ]
  }
}
