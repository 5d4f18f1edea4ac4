import Domain
import Reports
import Services

/// `kosh match score`: how well matching did, where the truth is known.
struct MatchScoreCommand: Command {
  static let words = "match score"
  static let summary = "Count how well matching found who is who, against a known truth."
  static let details = """
    OUT is what kosh match file wrote: line, candidate_source_line and decision of its columns are \
    read. TRUTH gives for each line that is a person of the register's own file its line there: \
    reapply_line and intake_line; the header is line 1. kosh demo reapply makes such files.

    Recall is the share of the truth that was found as a match, precision the share of matches \
    that are right; each stands with its 95 % interval (Wilson). A line is in review where it has \
    a candidate for review and no match.

    --lines says how many lines the matched file has, where OUT leaves out lines without a \
    candidate. --notes takes the notes of kosh demo reapply and counts each change by itself.
    """
  static let examples = [
    "kosh match score out.csv truth.csv",
    "kosh match score out.csv truth.csv --lines 284 --notes notes.csv --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("out", "what matching a file gave"),
    .argument("truth", "who is who"),
    .option("lines", "N", "how many people the matched file has"),
    .option("notes", "FILE", "what was changed on which line"),
  ]

  private let output: String
  private let truth: String
  private let lines: Int?
  private let notes: String?

  init(_ arguments: Arguments) throws(Failure) {
    output = try arguments.required("out")
    truth = try arguments.required("truth")
    lines = try arguments.count("lines", least: 1).map { Int(clamping: $0) }
    notes = arguments.text("notes")
  }

  func run(in context: Context) throws(Failure) {
    let answers = try read(output, MatchTables.answers)
    let truth = try read(truth, MatchTables.truth)
    let score = MatchScore(answers, truth: truth, lines: lines)
    var parts: [(change: String, score: MatchScore)] = []
    if let notes {
      let changes = try read(notes, MatchTables.notes)
      for (change, lines) in changes.sorted(by: { $0.key < $1.key }) {
        let score = MatchScore(answers, truth: truth, lines: lines.count, among: lines)
        parts.append((change, score))
      }
    }
    var members = Self.members(of: score)
    if notes != nil {
      let changes = parts.map { part -> JSONValue in
        .object([("change", .string(part.change))] + Self.members(of: part.score))
      }
      members.append(("changes", .array(changes)))
    }
    context.console.answer(.object(members), Self.text(of: score) + Self.table(parts))
  }

  private func read<Value>(
    _ path: String, _ parse: ([UInt8]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let bytes = try InputFile.read(path)
    do {
      return try parse(bytes)
    } catch {
      throw Failure(error.code, "\(path): \(error.detail)", hint: error.hint)
    }
  }

  // MARK: Answers

  private static func members(of score: MatchScore) -> [(String, JSONValue)] {
    [
      ("pairs", .count(score.pairs)), ("found", .count(score.found)),
      ("in_review", .count(score.reviewed)), ("missed", .count(score.missed)),
      ("matches", .count(score.matches)), ("right", .count(score.right)),
      ("wrong", .count(score.wrong)), ("lines", .count(score.lines)),
      ("lines_in_review", .count(score.linesInReview)), ("recall", share(score.recall)),
      ("precision", share(score.precision)), ("review", share(score.review)),
    ]
  }

  /// In percent, as decimal strings; null of nothing.
  private static func share(_ share: Share) -> JSONValue {
    [
      "percent": .optional(share.value.map(percent)),
      "low": .optional(share.interval.map { percent($0.low) }),
      "high": .optional(share.interval.map { percent($0.high) }),
    ]
  }

  /// Two places, the nearer; half goes up.
  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded(.toNearestOrAwayFromZero))
    let rest = String(hundredths % 100)
    return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest)"
  }

  private static func text(of score: MatchScore) -> String {
    func line(_ label: String, _ share: Share) -> String {
      guard let value = share.value, let (low, high) = share.interval else {
        return "\(label)  -\n"
      }
      return "\(label)  \(percent(value))%  (95%: \(percent(low)) to \(percent(high)))  "
        + "\(share.count.grouped) of \(share.total.grouped)\n"
    }
    return line("recall   ", score.recall) + line("precision", score.precision)
      + line("review   ", score.review)
      + "\(score.pairs.grouped) pairs: \(score.found.grouped) found, \(score.reviewed.grouped) "
      + "in review, \(score.missed.grouped) missed; \(score.wrong.grouped) of "
      + "\(score.matches.grouped) matches wrong\n"
  }

  private static func table(_ parts: [(change: String, score: MatchScore)]) -> String {
    guard !parts.isEmpty else { return "" }
    let width = parts.map(\.change.count).max() ?? 0
    func row(_ label: String, _ figures: [String]) -> String {
      let name = label + String(repeating: " ", count: width - label.count)
      let cells = figures.map { String(repeating: " ", count: max(0, 7 - $0.count)) + $0 }
      return ([name] + cells).joined(separator: " ") + "\n"
    }
    let rows = parts.map { part in
      let score = part.score
      return row(
        part.change,
        [
          "\(score.pairs)", "\(score.found)", "\(score.reviewed)", "\(score.missed)",
          "\(score.wrong)",
        ])
    }
    return "\n" + row("", ["pairs", "found", "review", "missed", "wrong"]) + rows.joined()
  }
}
