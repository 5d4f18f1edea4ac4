import Domain
import Reports
import Services

/// `kosh rules list`: every figure of the law that Kosh reckons with, on a day.
struct RulesListCommand: Command {
  static let words = "rules list"
  static let summary = "List the figures of the law that Kosh reckons with, on a day."
  static let details = """
    Each with the day from which it holds, the standing of its source, and when it was last held \
    against it. What this register has adopted says so; without a register it is what is built in. \
    “…” is a figure that was in force and that no source gives.
    """
  static let examples = ["kosh rules list", "kosh rules list --on 2009-03-01 --json"]
  static let parameters: [CommandParameter] = [
    .option("on", "DATE", "the day; without it, today")
  ]

  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) { on = try arguments.date("on") }

  func run(in context: Context) throws(Failure) {
    let day = on ?? context.today
    let rows = try RulesText.rows(context.rules(), on: day)
    let width = rows.map(\.key.count).max() ?? 0
    let text = rows.map { row in
      "\(DisplayWidth.pad(row.key, to: width))  \(row.line(context.global.language))\n"
    }
    context.console.answer(
      .array(rows.map { .object($0.members(context.global.language)) }), text.joined())
    context.console.note("Next: kosh rules show KEY")
  }
}

/// `kosh rules show`: one figure through time, with its sources.
struct RulesShowCommand: Command {
  static let words = "rules show"
  static let summary = "Show one figure of the law through time, with its sources."
  static let details = """
    The figure as this register reckons with it, and below it the versions that were adopted. --file \
    prints the file itself, to be edited and adopted.
    """
  static let examples = [
    "kosh rules show relocation/head", "kosh rules show mci --json",
    "kosh rules show relocation/head --file > head.json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("figure", "the figure, as kosh rules list names it; mci is the index"),
    .flag("file", "print the file, as it is adopted or built in"),
  ]

  private let key: String
  private let isFile: Bool

  init(_ arguments: Arguments) throws(Failure) {
    key = try arguments.required("figure")
    isFile = arguments.flag("file")
  }

  func run(in context: Context) throws(Failure) {
    let rules = try context.rules()
    let known = ParameterKey(rawValue: key).flatMap { rules.book.parameter($0) }
    let isTable = Permits.keys.contains(key)
    guard key == Rules.index || known != nil || isTable else { throw unknown() }
    let held = rules.adopted.first { $0.key == key }
    guard !isFile else {
      let builtIn = try Rules.builtIn(key)
      let file = held?.content ?? String(decoding: builtIn, as: UTF8.self)
      return context.console.answer(["key": .string(key), "file": .string(file)], file)
    }
    // Who adopted it is asked as a user of the register; what the law says is not.
    let versions = held == nil ? [] : try context.answer(RuleVersions(of: key))
    let entries = try RulesText.entries(of: key, rules)
    let title = (known?.title ?? RulesText.title(of: key))[context.global.language]
    let unit = known?.key.unit.rawValue ?? RulesText.unit(of: key)
    var text = "\(key)  \(title) (\(unit))"
    text += known.map { ", held against its sources on \($0.checkedOn)\n" } ?? "\n"
    text += entries.map(\.text).joined()
    text += versions.map(RulesText.text).joined()
    context.console.answer(
      [
        "key": .string(key), "title": .string(title), "unit": .string(unit),
        "checked_on": .optional(known.map { "\($0.checkedOn)" }),
        "values": .array(entries.map(\.json)), "adopted": .array(versions.map(RulesText.json)),
      ], text)
  }

  private func unknown() -> Failure {
    let near = NearestName.to(
      key, in: [Rules.index] + Permits.keys + ParameterKey.allCases.map(\.rawValue))
    return Failure(
      .parameterUnknown, "“\(key)” is no figure that Kosh reckons with",
      hint: near.map { "did you mean \($0)?" } ?? "kosh rules list names them")
  }
}

/// `kosh rules stale`: what should be held against its source again.
struct RulesStaleCommand: Command {
  static let words = "rules stale"
  static let summary = "List the figures that should be held against their sources again."
  static let details = """
    Those that nobody has checked since --before (a year ago where it is not given), those whose \
    source is weaker than a state body's own paper, and those that no source gives. The oldest check \
    first.
    """
  static let examples = ["kosh rules stale", "kosh rules stale --before 2026-06-01 --json"]
  static let parameters: [CommandParameter] = [
    .option("before", "DATE", "not checked since this day; without it, a year ago")
  ]

  private let before: LocalDate?

  init(_ arguments: Arguments) throws(Failure) { before = try arguments.date("before") }

  func run(in context: Context) throws(Failure) {
    let today = context.today
    let limit = before ?? today.adding(days: -365)
    var stale: [(row: RulesText.Row, reasons: [String])] = []
    for row in try RulesText.rows(context.rules(), on: today) {
      let reasons = row.reasons(before: limit)
      if !reasons.isEmpty { stale.append((row, reasons)) }
    }
    stale.sort { ($0.row.checked ?? today, $0.row.key) < ($1.row.checked ?? today, $1.row.key) }
    context.console.answer(
      .array(
        stale.map { row, reasons in
          .object([
            ("key", .string(row.key)),
            ("checked_on", .optional(row.checked.map { "\($0)" })),
            ("standing", .string(row.standing.rawValue)),
            ("reasons", .array(reasons.map(JSONValue.string))),
          ])
        }),
      stale.isEmpty
        ? "Nothing is stale.\n"
        : stale.map { "\($0.row.key): \($0.reasons.joined(separator: "; "))\n" }.joined())
  }
}

/// `kosh rules law`: which articles Kosh follows.
struct RulesLawCommand: Command {
  static let words = "rules law"
  static let summary = "List the articles of the law, and whether Kosh follows them."
  static let details = """
    Formalised: a rule or a command does what the article says. Needs no code: nothing of it can be \
    reckoned or refused. Not covered: it is not done yet.
    """
  static let examples = ["kosh rules law", "kosh rules law --mark not-covered --json"]
  static let parameters: [CommandParameter] = [
    .option(
      "mark", "MARK", "only these", choices: LawArticle.Mark.allCases.map(\.rawValue))
  ]

  private let mark: LawArticle.Mark?

  init(_ arguments: Arguments) throws(Failure) {
    mark = try arguments.choice("mark", LawArticle.Mark.self)
  }

  func run(in context: Context) throws(Failure) {
    let articles = try Reference.lawCoverage().filter { mark == nil || $0.mark == mark }
    let text = articles.map { article in
      "\(DisplayWidth.pad(article.mark.rawValue, to: 13))  \(article.act)"
        + "\(article.article.isEmpty ? "" : ", \(article.article)"): \(article.about)\n"
        + "               "
        + "\(article.place.isEmpty ? "" : "\(article.place); ")\(article.citation.source) "
        + "(\(article.citation.standing.rawValue))\n"
    }
    context.console.answer(
      .array(
        articles.map { article in
          [
            "act": .string(article.act), "article": .string(article.article),
            "about": .string(article.about), "mark": .string(article.mark.rawValue),
            "where": .optional(article.place.isEmpty ? nil : article.place),
            "source": .string(article.citation.source),
            "standing": .string(article.citation.standing.rawValue),
          ]
        }), text.joined())
  }
}

/// `kosh rules check`: reads a file of rules as the program would.
struct RulesCheckCommand: Command {
  static let words = "rules check"
  static let summary = "Check a file of rules before it is adopted or built in."
  static let details = """
    The file is read as one of Seeds/Rules would be. Its key is its path from there on, without the \
    ending: …/relocation/head.json is relocation/head, and mci.csv is mci. --figure says it for a file \
    that lies elsewhere.
    """
  static let examples = [
    "kosh rules check Seeds/Rules/relocation/head.json",
    "kosh rules check draft.json --figure relocation/head",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the file"),
    .option("figure", "KEY", "the figure, as kosh rules list names it"),
  ]

  private let file: String
  private let key: String

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    key = arguments.text("figure") ?? RulesText.key(ofFile: file)
  }

  func run(in context: Context) throws(Failure) {
    let bytes = try InputFile.read(file)
    let content = try RulesText.naming(file) { () throws(Failure) in try Rules.read(key, bytes) }
    let (count, unknown) = content.values
    var text = "\(file) is sound: \(key), \(count) values"
    text += unknown == 0 ? "\n" : ", \(unknown) of them not known\n"
    var checked: LocalDate?
    if case .parameter(let parameter) = content { checked = parameter.checkedOn }
    context.console.answer(
      [
        "file": .string(file), "key": .string(key), "values": .count(count),
        "unknown": .count(unknown), "checked_on": .optional(checked.map { "\($0)" }),
      ], text)
  }
}
