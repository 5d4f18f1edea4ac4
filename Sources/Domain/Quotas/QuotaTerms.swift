/// In which years there is a quota of a kind, what it counts then, and who sets it.
package struct QuotaTerms: Sendable {
  /// In the order of kinds, then of years.
  package let all: [Term]

  package struct Term: Hashable, Sendable {
    package let kind: QuotaKind
    package let from: Int
    /// The last year; nil until further notice.
    package let until: Int?
    /// Nil where it is not known which of two units the years had: an order may state either.
    package let unit: QuotaUnit?
    /// How many years one quota lasts: a programme has one for all of its years.
    package let lasting: Int
    package let setBy: String
    package let citation: Citation
    package let note: String?

    package init(
      kind: QuotaKind, from: Int, until: Int?, unit: QuotaUnit?, lasting: Int, setBy: String,
      citation: Citation, note: String?
    ) {
      self.kind = kind
      self.from = from
      self.until = until
      self.unit = unit
      self.lasting = lasting
      self.setBy = setBy
      self.citation = citation
      self.note = note
    }

    func contains(_ year: Int) -> Bool { year >= from && year <= until ?? .max }

    var years: String {
      guard let until else { return "from \(from) on" }
      return until == from ? "in \(from)" : "from \(from) to \(until)"
    }
  }

  /// Throws `rule.malformed` where the years of a kind overlap or do not rise.
  package init(_ terms: [Term]) throws(Failure) {
    var latest: [QuotaKind: Term] = [:]
    for term in terms {
      guard term.until ?? term.from >= term.from, term.lasting > 0 else {
        throw Failure(.ruleMalformed, "quota \(term.kind.rawValue): \(term.from) ends before it")
      }
      if let before = latest.updateValue(term, forKey: term.kind) {
        guard let end = before.until, end < term.from else {
          throw Failure(
            .ruleMalformed,
            "quota \(term.kind.rawValue): the years \(term.years) follow \(before.years)")
        }
      }
    }
    all = terms
  }

  /// The term that a year falls in; throws `quota.term` where there is no such quota that year.
  package func term(_ kind: QuotaKind, year: Int) throws(Failure) -> Term {
    if let term = all.first(where: { $0.kind == kind && $0.contains(year) }) { return term }
    let known = all.filter { $0.kind == kind }.map(\.years)
    throw Failure(
      .quotaTerm, "there is no quota \(kind.rawValue) of \(year)",
      hint: known.isEmpty ? nil : "there was one \(known.joined(separator: ", "))")
  }

  /// The days on which places of a quota may be taken; nil where there is no such quota.
  package func days(_ kind: QuotaKind, year: Int) -> Period? {
    guard let term = try? term(kind, year: year),
      let first = LocalDate(year: year, month: 1, day: 1),
      let end = LocalDate(year: year + term.lasting, month: 1, day: 1)
    else { return nil }
    return Period(from: first, to: end)
  }
}
