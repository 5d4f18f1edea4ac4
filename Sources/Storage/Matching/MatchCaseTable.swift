/// Pairs of numbers that may be one person, and what officers decided about them.
package enum MatchCaseTable {
  static let cases = Layout(
    28, "match_case", closes: true,
    ["person_id", "candidate_id", "score", "decision", "reasons"])
  static let verdicts = Layout(
    29, "match_verdict", closes: true, ["person_id", "candidate_id", "verdict", "reason"])
}
