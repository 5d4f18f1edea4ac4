import Domain
import Reports
import Services

/// `kosh match candidates`: the command-line face of ``MatchCandidates``.
struct MatchCandidatesCommand: Command {
  static let words = "match candidates"
  static let summary = "Show who of the register a person may be as well, with reasons."
  static let details = """
    The likeliest comes first. Each reason says in hundredths of a bit how much it speaks for or \
    against: 100 double the odds.
    """
  static let examples = [
    "kosh match candidates P-2026-000001-8", "kosh match candidates P-2026-000001-8 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("person", "the person's number"),
    .option("limit", "N", "at most this many", default: "10"),
  ]

  private let query: MatchCandidates

  init(_ arguments: Arguments) throws(Failure) {
    query = MatchCandidates(
      person: try Number(arguments.required("person")),
      limit: Int(clamping: try arguments.count("limit", least: 1) ?? 10))
  }

  func run(in context: Context) throws(Failure) {
    let candidates = try context.answer(query)
    guard !candidates.isEmpty else {
      context.console.answer([] as JSONValue, "")
      context.console.note("Nobody of the register comes near \(query.person).")
      return
    }
    context.console.answer(
      .array(candidates.map(Self.json)), candidates.map(Self.text).joined())
  }

  private static func text(_ candidate: MatchCandidates.Candidate) -> String {
    let birth = candidate.birthDate.map { "\($0)" } ?? "?"
    let score = MatchCases.score(permille: candidate.score)
    let family = candidate.family.map { "\($0)" } ?? "no family"
    var text = "\(score)  \(candidate.decision.rawValue)  \(candidate.person)  \(family)"
    text += "  \(candidate.name)  \(birth)\n"
    for reason in candidate.reasons {
      let sign = reason.centibits > 0 ? "+" : ""
      text += "    \(sign)\(reason.centibits)  \(reason.text)\n"
    }
    if let difference = candidate.difference { text += "    two people: \(difference)\n" }
    return text
  }

  private static func json(_ candidate: MatchCandidates.Candidate) -> JSONValue {
    [
      "person": .string("\(candidate.person)"),
      "family": .optional(candidate.family.map { "\($0)" }),
      "name": .string(candidate.name),
      "birth_date": .optional(candidate.birthDate.map { "\($0)" }),
      "score": .string(MatchCases.score(permille: candidate.score)),
      "decision": .string(candidate.decision.rawValue),
      "reasons": .array(
        candidate.reasons.map {
          [
            "about": .string($0.code.rawValue), "centibits": .count($0.centibits),
            "text": .string($0.text),
          ]
        }),
      "different": .optional(candidate.difference),
    ]
  }
}
