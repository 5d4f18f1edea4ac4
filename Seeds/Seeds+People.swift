package import Domain

extension Seeds {
  /// The languages met among returnees, from `Reference/languages.csv`.
  package static func languages() throws(Failure) -> FactTerms {
    try terms("Reference/languages.csv")
  }

  /// The groups of specific needs, from `Reference/needs.csv`.
  package static func needs() throws(Failure) -> FactTerms { try terms("Reference/needs.csv") }

  /// What people are by the law, from `Reference/person-statuses.csv`.
  package static func statuses() throws(Failure) -> FactTerms {
    try terms("Reference/person-statuses.csv")
  }

  /// The grounds on which foreigners live here, from `Reference/residence-grounds.csv`.
  package static func residences() throws(Failure) -> FactTerms {
    try terms("Reference/residence-grounds.csv")
  }

  static func terms(_ name: String) throws(Failure) -> FactTerms {
    var terms: [FactTerm] = []
    for row in try SeedTable(name).rows {
      terms.append(
        FactTerm(
          code: try row.required("code"), name: try row.localizedText(),
          citation: try row.citation()))
    }
    return try FactTerms(terms)
  }
}
