/// What becomes of a person who applies and whom the register may know.
package enum MatchDecision: String, Hashable, Sendable, CaseIterable {
  /// The same person, as sure as the threshold asks.
  case match
  /// Perhaps the same person: an official decides.
  case review
  /// Nobody of the register.
  case none
}
