/// What matching says of one person who applies.
package struct MatchResult: Hashable, Sendable {
  /// The id under which the person applies.
  package let person: Int64
  /// The likeliest person of the register; nil where nobody comes near.
  package let candidate: Int64?
  /// See ``MatchFamily/id``: below zero for someone who belongs to no family.
  package let candidateFamily: Int64?
  /// The probability that they are one person, in permille.
  package let score: Int
  /// The logarithm of the odds behind the score.
  package let centibits: Int
  package let decision: MatchDecision
  /// The weightiest first.
  package let reasons: [MatchReason]

  package init(
    person: Int64, candidate: Int64?, candidateFamily: Int64?, score: Int, centibits: Int,
    decision: MatchDecision, reasons: [MatchReason]
  ) {
    self.person = person
    self.candidate = candidate
    self.candidateFamily = candidateFamily
    self.score = score
    self.centibits = centibits
    self.decision = decision
    self.reasons = reasons
  }
}
