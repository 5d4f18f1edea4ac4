/// Two numbers that may be one person, as matching found them.
package struct MatchCase: Hashable, Sendable {
  /// One of the two numbers; the register keeps the later one here.
  package let person: Number<Person>
  package let candidate: Number<Person>
  /// How likely they are one person, in thousandths: 0 to 1000.
  package let score: Int
  /// The word of the decision: `match` or `review`.
  package let decision: String
  /// In words: what speaks for it and what against.
  package let reasons: String

  package init(
    person: Number<Person>, candidate: Number<Person>, score: Int, decision: String,
    reasons: String
  ) {
    self.person = person
    self.candidate = candidate
    self.score = score
    self.decision = decision
    self.reasons = reasons
  }

  /// The one of the two that is none of a person's numbers; nil where both are.
  package func other(than numbers: [Number<Person>]) -> Number<Person>? {
    [candidate, person].first { !numbers.contains($0) }
  }
}

/// What an officer decided about two numbers.
package enum MatchVerdict: String, Hashable, Sendable, CaseIterable {
  case same, different
}
