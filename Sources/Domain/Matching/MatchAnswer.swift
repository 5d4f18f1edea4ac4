/// One row of what matching a file gave: a line of the file beside a person of the register.
package struct MatchAnswer: Hashable, Sendable {
  /// What was decided of the pair.
  package enum Decision: String, Hashable, Sendable, CaseIterable {
    case match, review, none
  }

  /// The line of the file that was matched; the header is line 1.
  package var line: Int
  /// The line on which the candidate stood when it was imported; nil for none.
  package var source: Int?
  package var decision: Decision

  package init(line: Int, source: Int?, decision: Decision) {
    self.line = line
    self.source = source
    self.decision = decision
  }
}
