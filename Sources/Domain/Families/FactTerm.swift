/// A word of a coded list about people: a language, or a specific need.
package struct FactTerm: Hashable, Sendable {
  /// As the list's standard writes it: `kaz`, `ER`.
  package let code: String
  package let name: LocalizedText
  /// The standard, and how its code came to us.
  package let citation: Citation

  package init(code: String, name: LocalizedText, citation: Citation) {
    self.code = code
    self.name = name
    self.citation = citation
  }
}

/// A coded list about people, by its codes.
package struct FactTerms: Sendable {
  /// In the order of the list.
  package let all: [FactTerm]

  /// Throws `rule.malformed` where two words share a code.
  package init(_ terms: [FactTerm]) throws(Failure) {
    for (index, term) in terms.enumerated() {
      guard !terms[..<index].contains(where: { $0.code == term.code }) else {
        throw Failure(.ruleMalformed, "two words of a list have the code \(term.code)")
      }
    }
    all = terms
  }

  package func term(_ code: String) -> FactTerm? { all.first { $0.code == code } }

  /// The word that a code means in either case, or a name in one of the three languages.
  package func resolve(_ text: String) -> FactTerm? {
    let lower = text.lowercased()
    return all.first { $0.code.lowercased() == lower }
      ?? all.first { term in
        Language.allCases.contains { term.name[$0].lowercased() == lower }
      }
  }
}
