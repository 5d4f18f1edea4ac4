/// Which articles of the law Kosh follows, and which it does not.
package struct LawArticle: Hashable, Sendable {
  package enum Mark: String, Hashable, Sendable, CaseIterable {
    /// A rule or a command does what it says.
    case formalised
    /// Nothing of it can be reckoned or refused.
    case needsNoCode = "needs-no-code"
    /// It is not done yet.
    case notCovered = "not-covered"
  }

  package let act: String
  /// Empty where the paragraph was not read.
  package let article: String
  package let about: String
  package let mark: Mark
  /// The parameter, file of reference or command; empty where there is none.
  package let place: String
  package let citation: Citation

  /// Throws `rule.malformed` for one that is formalised nowhere, or not formalised somewhere.
  package init(
    act: String, article: String, about: String, mark: Mark, place: String, citation: Citation
  ) throws(Failure) {
    guard (mark == .formalised) != place.isEmpty else {
      throw Failure(
        .ruleMalformed, "\(act), \(about): “where” stands with what is formalised, and only there")
    }
    self.act = act
    self.article = article
    self.about = about
    self.mark = mark
    self.place = place
    self.citation = citation
  }
}
