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
    return try RuleBook(parameters, indices: try indices(file("Reference/mci.csv")))
  }

  /// What schemes ask for beside their rates, from `Reference/allowance-conditions.csv`.
  package static func allowanceConditions() throws(Failure) -> AllowanceConditions {
    try allowanceConditions(SeedTable("Reference/allowance-conditions.csv"))
  }

  static func allowanceConditions(_ table: SeedTable) throws(Failure) -> AllowanceConditions {
    var conditions: [AllowanceCondition] = []
    for row in table.rows {
      var quotas: [QuotaKind] = []
      for word in try row.words("value") {
        guard let quota = QuotaKind(rawValue: word) else {
          throw row.malformed("“\(word)” in “value” is no quota")
        }
        quotas.append(quota)
      }
      let note = try row.text("note")
      conditions.append(
        AllowanceCondition(
          scheme: try row.value("scheme", of: AllowanceKind.self),
          matter: try row.value("condition", of: AllowanceCondition.Matter.self), quotas: quotas,
          during: try row.period(), citation: try row.citation(),
          note: note.isEmpty ? nil : note))
    }
    return try AllowanceConditions(conditions)
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

  /// Reads a table of the monthly calculation index, in the columns of `Reference/mci.csv`.
  ///
  /// Throws `rule.malformed` with the line, or the failures of a CSV file.
  package static func indices(_ bytes: [UInt8]) throws(Failure) -> [MCI] {
    let columns = ["from", "until", "purpose", "tenge", "standing", "source"]
    let table = try SeedTable("mci", bytes)
    guard let first = table.rows.first else {
      throw Failure(.ruleMalformed, "mci: there are no values")
    }
    guard first.columns.keys.sorted() == columns.sorted() else {
      throw Failure(
        .ruleMalformed, "mci: the columns must be \(columns.joined(separator: ", "))")
    }
    var indices: [MCI] = []
    for row in table.rows {
      guard let amount = Money(tenge: try row.number("tenge")), amount > .zero else {
        throw row.malformed("the MCI is no amount of tenge")
      }
      indices.append(
        MCI(
          period: try row.period(), purpose: try row.value("purpose", of: MCI.Purpose.self),
          amount: amount, citation: try row.citation()))
    }
    // By itself it must be a table too: what overlaps is refused where it is read.
    _ = try RuleBook([], indices: indices)
    return indices
  }
}
