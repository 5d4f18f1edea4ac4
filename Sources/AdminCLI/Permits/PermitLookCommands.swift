import Domain
import Reports
import Services

/// `kosh permit quote`: what a permit costs; a database it needs none, and asks one that is there for
/// the rules it adopted.
struct PermitQuoteCommand: Command {
  static let words = "permit quote"
  static let summary = "Reckon what a permit costs on the day on which it is paid."
  static let details = """
    By the kind, the section of activity, the term, and the MCI of the day of payment. A household's \
    prepayment is for all months of the term. Where no source gives the fee, none is guessed.
    """
  static let examples = [
    "kosh permit quote --kind SEAS --days 180 --on 2026-03-01",
    "kosh permit quote --kind EMP-1 --section P --months 12 --on 2017-05-01 --json",
  ]
  static let parameters: [CommandParameter] = [
    .permitKind, .option("section", "LETTER", "the section of activity (OKED)"), .permitMonths,
    .permitDays, .option("regions", "N", "in how many regions it is to hold", default: "1"),
    .option("on", "DATE", "the day of payment; without it, today"),
  ]

  private let kind: PermitKind
  private let section: String?
  private let term: PermitTerm
  private let regions: Int
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    kind = try arguments.choice("kind", PermitKind.self) ?? .category3
    section = arguments.text("section")
    term = try arguments.permitTerm()
    regions = Int(clamping: try arguments.count("regions", least: 1) ?? 1)
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let rules = try context.rules()
    let section = try section.map { (text) throws(Failure) in
      try Reference.sections().resolve(text).code
    }
    let quote = try PermitQuote.make(
      kind, section: section, term: term, regions: regions, on: on ?? context.today,
      rules.permits(), rules.book)
    context.console.answer(
      PermitText.json(quote), PermitText.text(quote, context.global.language))
  }
}

/// `kosh permit kinds`: the kinds of permits and their rules on a day.
struct PermitKindsCommand: Command {
  static let words = "permit kinds"
  static let summary = "List the kinds of permits, or the rules and grounds of one, on a day."
  static let examples = ["kosh permit kinds", "kosh permit kinds EMP-2 --on 2025-08-31"]
  static let parameters: [CommandParameter] = [
    .argument(
      "kind", "the kind", optional: true, choices: PermitKind.allCases.map(\.rawValue)),
    .option("on", "DATE", "the day; without it, today"),
  ]

  private let kind: PermitKind?
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    kind = try arguments.choice("kind", PermitKind.self)
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let day = on ?? context.today
    let language = context.global.language
    let book = try context.rules().permits()
    var text = ""
    var values: [JSONValue] = []
    for kind in kind.map({ [$0] }) ?? PermitKind.allCases {
      let rules = book.rules.rules(of: kind, on: day)
      guard !rules.isEmpty || self.kind == nil else { throw book.noKind(kind, on: day) }
      text += "\(DisplayWidth.pad(kind.rawValue, to: 7))  \(kind.name[language])\n"
      if self.kind != nil { text += rules.map(Self.text).joined() }
      values.append(
        [
          "kind": .string(kind.rawValue), "name": .string(kind.name[language]),
          "rules": .array(rules.map(Self.json)),
        ])
    }
    if kind != nil { text += Self.text(book.grounds, on: day, language) }
    context.console.answer(
      ["on": .date(day), "kinds": .array(values), "grounds": Self.json(book.grounds, on: day)],
      text)
    if kind == nil { context.console.note("Next: kosh permit kinds KIND") }
  }

  private static func text(_ rule: PermitRule) -> String {
    let name = DisplayWidth.pad(rule.name.rawValue, to: 18)
    var text =
      "  \(name)  \(rule.text.isEmpty ? "…" : rule.text)  \(RegionText.days(rule.period))\n"
    text += "    \(AllowanceText.source(rule.citation))\n"
    if let note = rule.note { text += "    \(note)\n" }
    return text
  }

  private static func json(_ rule: PermitRule) -> JSONValue {
    [
      "rule": .string(rule.name.rawValue), "value": .optional(rule.text.isEmpty ? nil : rule.text),
      "from": .date(rule.period.from),
      "until": .optional(rule.period.to.map { "\($0.adding(days: -1))" }),
      "citation": .string("\(rule.citation)"),
      "standing": .string(rule.citation.standing.rawValue), "note": .optional(rule.note),
    ]
  }

  private static func text(_ grounds: [PermitGround], on day: LocalDate, _ language: Language)
    -> String
  {
    grounds.filter { $0.period.contains(day) }.map {
      "  ground to \($0.action.rawValue)  \($0.code): \($0.name[language])\n"
        + "    \(AllowanceText.source($0.citation))\n"
    }.joined()
  }

  private static func json(_ grounds: [PermitGround], on day: LocalDate) -> JSONValue {
    .array(
      grounds.filter { $0.period.contains(day) }.map {
        [
          "action": .string($0.action.rawValue), "ground": .string($0.code),
          "name": .string($0.name.en), "citation": .string("\($0.citation)"),
          "standing": .string($0.citation.standing.rawValue),
        ]
      })
  }
}

/// `kosh permit show`: the command-line face of ``ShowPermit``.
struct PermitShowCommand: Command {
  static let words = "permit show"
  static let summary =
    "Show a permit: what was asked for, every step, what was paid and what is due."
  static let examples = ["kosh permit show W-2026-000001-S"]
  static let parameters: [CommandParameter] = [.permit]

  private let query: ShowPermit

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowPermit(permit: try arguments.permit())
  }

  func run(in context: Context) throws(Failure) { context.show(try context.answer(query)) }
}

extension CommandParameter {
  fileprivate static let limit = CommandParameter.option(
    "limit", "N", "at most so many", default: "100")
  fileprivate static let ofRegion = CommandParameter.option(
    "region", "CODE", "only of this region")
}

extension Arguments {
  fileprivate func limit() throws(Failure) -> Int {
    Int(clamping: try count("limit", least: 1) ?? 100)
  }

  fileprivate func ofEmployer() throws(Failure) -> EmployerReference? {
    try value("employer") { (text) throws(Failure) in try EmployerReference(text) }
  }
}

/// `kosh permit list`: the command-line face of ``ListPermits``.
struct PermitListCommand: Command {
  static let words = "permit list"
  static let summary = "List permits by employer, worker, region or kind."
  static let examples = [
    "kosh permit list --employer 190740000011", "kosh permit list --person P-2026-000001-8 --json",
  ]
  static let parameters: [CommandParameter] = [
    .option("employer", "NUMBER", "only of this employer: E-…, a BIN or an IIN"),
    .option("person", "NUMBER", "only of this worker"), .ofRegion, .permitKind.ifWanted,
    .option("after", "NUMBER", "only those after this permit"), .limit,
  ]

  private let query: ListPermits

  init(_ arguments: Arguments) throws(Failure) {
    query = ListPermits(
      employer: try arguments.ofEmployer(),
      person: try arguments.value("person") { (text) throws(Failure) in
        try Number<Person>(text)
      }, region: arguments.text("region"), kind: try arguments.choice("kind", PermitKind.self),
      after: try arguments.value("after") { (text) throws(Failure) in
        try Number<WorkPermit>(text)
      }, limit: try arguments.limit())
  }

  func run(in context: Context) throws(Failure) {
    var query = query
    query.region = try context.regionCode(query.region)
    let found = try context.answer(query)
    context.console.answer(
      .array(found.map { .object(PermitText.members($0)) }),
      found.isEmpty
        ? "There are none.\n"
        : found.map { "\(PermitText.line($0, context.global.language))\n" }.joined())
    if let last = found.last, found.count == query.limit {
      context.console.note("There may be more: --after \(last.record.number)")
    }
  }
}

/// `kosh permit expiring`: the command-line face of ``ExpiringPermits``.
struct PermitExpiringCommand: Command {
  static let words = "permit expiring"
  static let summary = "List permits that end soon, and what may follow them."
  static let details = """
    The first to end first, each with the days in which an extension can be asked for, or with the \
    application that was made already.
    """
  static let examples = [
    "kosh permit expiring --within 60", "kosh permit expiring --within 30 --region KZ-75 --json",
  ]
  static let parameters: [CommandParameter] = [
    .option("within", "DAYS", "in so many calendar days", default: "60"),
    .option("employer", "NUMBER", "only of this employer: E-…, a BIN or an IIN"), .ofRegion,
    .permitKind.ifWanted, .limit,
  ]

  private let query: ExpiringPermits

  init(_ arguments: Arguments) throws(Failure) {
    query = ExpiringPermits(
      within: Int(clamping: try arguments.count("within") ?? 60),
      employer: try arguments.ofEmployer(),
      region: arguments.text("region"), kind: try arguments.choice("kind", PermitKind.self),
      limit: try arguments.limit())
  }

  func run(in context: Context) throws(Failure) {
    var query = query
    query.region = try context.regionCode(query.region)
    let found = try context.answer(query)
    let text = found.lines.map { line in
      "\(line.lastDay)  \(PermitText.line(line.entry, context.global.language))\n"
        + "            \(Self.words(line.next))\n"
    }
    context.console.answer(
      [
        "today": .date(found.today), "within": .count(query.within),
        "count": .count(found.count), "permits": .array(found.lines.map(Self.json)),
      ], text.isEmpty ? "None ends within \(query.within) days.\n" : text.joined())
    if found.count > found.lines.count {
      context.console.note("\(found.count) end within \(query.within) days; --limit shows more")
    }
  }

  private static func words(_ next: ExpiringPermits.Next) -> String {
    switch next {
    case .asked(let number): "followed by \(number)"
    case .window(let first, let last): "an extension can be asked for from \(first) to \(last)"
    case .open: "an extension can be asked for"
    case .notExtended: "cannot be extended"
    }
  }

  private static func json(_ line: ExpiringPermits.Line) -> JSONValue {
    var (asked, from, until): (JSONValue, JSONValue, JSONValue) = (.null, .null, .null)
    switch line.next {
    case .asked(let number): asked = .string("\(number)")
    case .window(let first, let last): (from, until) = (.date(first), .date(last))
    case .open, .notExtended: break
    }
    return .object(
      PermitText.members(line.entry) + [
        ("extension", asked), ("can_extend", .bool(line.next != .notExtended)),
        ("extend_from", from), ("extend_until", until),
      ])
  }
}

/// `kosh permit due`: the command-line face of ``DuePermits``.
struct PermitDueCommand: Command {
  static let words = "permit due"
  static let summary = "List what is due of permits: decisions, fees, papers to send."
  static let details = """
    In working days of the calendar, which is named by its version with each. What is overdue comes \
    first.
    """
  static let examples = ["kosh permit due", "kosh permit due --within 5 --region KZ-75"]
  static let parameters: [CommandParameter] = [
    .option("within", "DAYS", "in so many calendar days", default: "14"), .ofRegion, .limit,
  ]

  private let query: DuePermits

  init(_ arguments: Arguments) throws(Failure) {
    query = DuePermits(
      within: Int(clamping: try arguments.count("within") ?? 14),
      region: arguments.text("region"), limit: try arguments.limit())
  }

  func run(in context: Context) throws(Failure) {
    var query = query
    query.region = try context.regionCode(query.region)
    let found = try context.answer(query)
    let text = found.map { line in
      let mark = line.isOverdue ? "overdue" : "due    "
      return
        "\(line.deadline.dueOn)  \(mark)  \(DisplayWidth.pad(line.deadline.what.rawValue, to: 6))  "
        + "\(PermitText.line(line.entry, context.global.language))\n"
    }
    context.console.answer(
      .array(
        found.map { line in
          .object(
            PermitText.members(line.entry) + [
              ("due", PermitText.deadline(line.deadline)), ("overdue", .bool(line.isOverdue)),
            ])
        }),
      text.isEmpty ? "Nothing is due within \(query.within) days.\n" : text.joined())
  }
}
