import Domain
import Reports
import Services

/// A pair that may be one person, for people and as JSON.
enum MatchText {
  /// Between 0.000 and 1.000.
  static func score(_ match: MatchCase) -> String {
    let digits = String(match.score + 10_000).dropFirst(2)
    return "\(match.score / 1_000).\(digits)"
  }

  /// `0.95` in thousandths.
  static func score(_ text: String) throws(Failure) -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let digits = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(parts.count), parts[0] == "0" || parts[0] == "1",
      (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let whole = Int(parts[0]),
      let thousandths = Int(digits + String(repeating: "0", count: 3 - digits.utf8.count)),
      whole * 1_000 + thousandths <= 1_000
    else {
      throw Failure(
        .fieldValue, "“\(text)” is not a score between 0 and 1", hint: "such as --score 0.95")
    }
    return whole * 1_000 + thousandths
  }

  static func json(_ match: MatchCase) -> JSONValue {
    [
      "person": .string("\(match.person)"), "candidate": .string("\(match.candidate)"),
      "score": .string(score(match)), "decision": .string(match.decision),
      "reasons": .string(match.reasons),
    ]
  }
}
