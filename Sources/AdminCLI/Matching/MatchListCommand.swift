import Domain
import Reports
import Services

/// `kosh match list`: the command-line face of ``ListMatchCases``.
struct MatchListCommand: Command {
  static let words = "match list"
  static let summary = "List the pairs of numbers that may be one person, the likeliest first."
  static let details = """
    A pair stands on the list until someone decides it with kosh match decide, or merges the two. \
    --region keeps the pairs of which either belongs to a family bound for that region.
    """
  static let examples = [
    "kosh match list", "kosh match list --decision review --region KZ-55 --limit 50 --json",
  ]
  static let parameters: [CommandParameter] = [
    .option("decision", "WORD", "what matching made of them", choices: ["match", "review"]),
    .option("region", "CODE", "the region: ISO 3166-2 or KATO"),
    .option("score", "N", "at least this likely, from 0 to 1"),
    .option("limit", "N", "at most this many", default: "20"),
    .option("skip", "N", "without the first N of the list", default: "0"),
  ]

  private let decision: String?
  private let region: String?
  private let leastScore: Int
  private let limit: Int
  private let skip: Int

  init(_ arguments: Arguments) throws(Failure) {
    decision = arguments.text("decision")
    region = arguments.text("region")
    leastScore =
      try arguments.value("score") { (text) throws(Failure) in
        try MatchText.score(text)
      } ?? 0
    limit = Int(clamping: try arguments.count("limit", least: 1) ?? 20)
    skip = Int(clamping: try arguments.count("skip") ?? 0)
  }

  func run(in context: Context) throws(Failure) {
    let code = try context.regionCode(region)
    let found = try context.answer(
      ListMatchCases(
        decision: decision, region: code, leastScore: leastScore, skipping: skip, limit: limit))
    context.console.answer(Self.json(found), found.lines.map(Self.text).joined())
    context.console.note(
      found.lines.isEmpty
        ? "No pair waits for a decision." : "\(found.lines.count) of \(found.total.grouped) pairs")
    if let first = found.lines.first {
      context.console.note(
        "Next: kosh person compare \(first.person.number) "
          + "\(first.candidate.number)")
    }
  }

  private static func text(_ line: ListMatchCases.Line) -> String {
    "\(MatchText.score(line.match))  \(line.match.decision)  \(line.match.reasons)\n"
      + "    \(side(line.person))\n    \(side(line.candidate))\n"
  }

  private static func side(_ side: ListMatchCases.Side) -> String {
    let birth = side.birthDate.map { "\($0)" } ?? "?"
    let families =
      side.families.isEmpty ? "no family" : side.families.map { "\($0)" }.joined(separator: ", ")
    return DisplayWidth.safe("\(side.number)  \(side.name)  \(birth)  \(families)")
  }

  private static func json(_ found: ListMatchCases.Answer) -> JSONValue {
    [
      "total": .count(found.total),
      "pairs": .array(
        found.lines.map {
          [
            "score": .string(MatchText.score($0.match)), "decision": .string($0.match.decision),
            "reasons": .string($0.match.reasons), "person": json($0.person),
            "candidate": json($0.candidate),
          ]
        }),
    ]
  }

  private static func json(_ side: ListMatchCases.Side) -> JSONValue {
    [
      "person": .string("\(side.number)"), "name": .string(side.name),
      "birth_date": .optional(side.birthDate.map { "\($0)" }),
      "families": .array(side.families.map { .string("\($0)") }),
    ]
  }
}
