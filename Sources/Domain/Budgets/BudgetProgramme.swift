/// What money is appropriated for, and which schemes it pays.
package struct BudgetProgramme: Hashable, Sendable {
  /// As orders and ``LedgerTable`` name it: `resettlement`.
  package let code: String
  package let name: LocalizedText
  /// The kinds of allowance that it pays, as ``AllowanceKind`` writes them; some are not reckoned
  /// yet.
  package let schemes: [String]
  package let citation: Citation
  package let note: String?

  package init(
    code: String, name: LocalizedText, schemes: [String], citation: Citation, note: String?
  ) {
    self.code = code
    self.name = name
    self.schemes = schemes
    self.citation = citation
    self.note = note
  }
}

/// The programmes of the budget, in the order of the reference file.
package struct BudgetProgrammes: Hashable, Sendable {
  package let all: [BudgetProgramme]

  /// Throws `rule.malformed` where a code stands twice, or two programmes pay one scheme.
  package init(_ programmes: [BudgetProgramme]) throws(Failure) {
    var codes: Set<String> = []
    var schemes: Set<String> = []
    for programme in programmes {
      guard codes.insert(programme.code).inserted else {
        throw Failure(.ruleMalformed, "the programme \(programme.code) stands twice")
      }
      for scheme in programme.schemes where !schemes.insert(scheme).inserted {
        throw Failure(.ruleMalformed, "\(scheme) is paid by two programmes")
      }
    }
    all = programmes
  }

  /// Throws `field.value` for a code that no programme has.
  package func known(_ code: String) throws(Failure) -> BudgetProgramme {
    guard let programme = all.first(where: { $0.code == code }) else {
      let codes = all.map(\.code).joined(separator: ", ")
      throw Failure(.fieldValue, "“\(code)” is no programme of the budget: \(codes)")
    }
    return programme
  }

  /// The programme that pays an allowance; nil where none does.
  package func paying(_ kind: AllowanceKind) -> BudgetProgramme? {
    all.first { $0.schemes.contains(kind.rawValue) }
  }
}
