package import Domain

extension Seeds {
  /// The book of rules: every file of Rules/, and the MCI of `Reference/mci.csv`.
  ///
  /// Throws `rule.malformed` for a file that is, and where a parameter that code asks for has
  /// no file.
  package static func rules() throws(Failure) -> RuleBook {
    var parameters: [Parameter] = []
    for name in names where name.hasPrefix("Rules/") && name.hasSuffix(".json") {
      let key = String(name.dropFirst("Rules/".count).dropLast(".json".count))
      parameters.append(try RuleFile.parameter(key, try file(name)))
    }
    let found = Set(parameters.map(\.key))
    for key in ParameterKey.allCases where !found.contains(key) {
      throw Failure(.ruleMalformed, "the parameter \(key.rawValue) has no file")
    }
    return try RuleBook(parameters, indices: try indices())
  }

  /// Which articles are followed, from `Reference/law-coverage.csv`.
  package static func lawCoverage() throws(Failure) -> [LawArticle] {
    var articles: [LawArticle] = []
    for row in try SeedTable("Reference/law-coverage.csv").rows {
      articles.append(
        try LawArticle(
          act: row.required("act"), article: row.text("article"), about: row.required("about"),
          mark: row.value("mark", of: LawArticle.Mark.self), place: row.text("where"),
          citation: row.citation()))
    }
    return articles
  }

  private static func indices() throws(Failure) -> [MCI] {
    var indices: [MCI] = []
    for row in try SeedTable("Reference/mci.csv").rows {
      guard let amount = Money(tenge: try row.number("tenge")) else {
        throw row.malformed("the MCI is too large")
      }
      indices.append(
        MCI(
          period: try row.period(), purpose: try row.value("purpose", of: MCI.Purpose.self),
          amount: amount, citation: try row.citation()))
    }
    return indices
  }
}
