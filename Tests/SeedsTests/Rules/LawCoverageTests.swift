import Domain
import Seeds
import Testing

@Suite struct LawCoverageTests {
  @Test func `what is formalised says where, and every mark is used`() throws {
    let articles = try Seeds.lawCoverage()
    for mark in LawArticle.Mark.allCases { #expect(articles.contains { $0.mark == mark }) }
    for article in articles { #expect((article.mark == .formalised) == !article.place.isEmpty) }
    // Nothing of the law was read in the act itself, and the list says so.
    #expect(!articles.contains { $0.citation.standing == .law })
  }

  @Test func `an article cannot be formalised nowhere`() {
    let citation = Citation("a test", standing: .press)
    #expect(throws: Failure.self) {
      try LawArticle(
        act: "A", article: "", about: "b", mark: .formalised, place: "", citation: citation)
    }
    #expect(throws: Failure.self) {
      try LawArticle(
        act: "A", article: "", about: "b", mark: .notCovered, place: "x", citation: citation)
    }
  }
}
