package import Domain

extension Seeds {
  /// Who works without a permit, and which permit a post takes, from
  /// `Reference/permit-exemptions.csv`, `permit-posts.csv` and `permit-employers.csv`.
  package static func permitNeedRules(_ countries: CountryRegister) throws(Failure)
    -> PermitNeedRules
  {
    try permitNeedRules(SeedTable("Reference/permit-exemptions.csv"), countries)
  }

  static func permitNeedRules(
    _ table: SeedTable, _ countries: CountryRegister
  ) throws(Failure) -> PermitNeedRules {
    var exemptions: [PermitExemption] = []
    for row in table.rows { exemptions.append(try exemption(row)) }
    var posts: [PermitPost] = []
    for row in try SeedTable("Reference/permit-posts.csv").rows {
      let note = try row.text("note")
      let term = FactTerm(
        code: try row.required("code"), name: try row.localizedText(),
        citation: try row.citation())
      posts.append(
        PermitPost(
          term: term, kind: try row.value("kind", of: PermitKind.self),
          note: note.isEmpty ? nil : note))
    }
    return try PermitNeedRules(
      exemptions: exemptions, posts: posts, statuses: try statuses(),
      employers: try terms("Reference/permit-employers.csv"), countries: countries)
  }

  private static func exemption(_ row: SeedRow) throws(Failure) -> PermitExemption {
    let (item, note) = (try row.text("item"), try row.text("note"))
    let days = try row.text("days_standing")
    let citation = try row.citation()
    return PermitExemption(
      code: try row.required("code"), item: item.isEmpty ? nil : item, during: try row.period(),
      conditions: try conditions(row), name: try row.localizedText(), citation: citation,
      daysStanding: days.isEmpty
        ? citation.standing : try row.value("days_standing", of: Standing.self),
      note: note.isEmpty ? nil : note)
  }

  /// `by` names what is looked at and `value` the words of each, in the same order.
  ///
  /// Words that may stand for one another are parted by `|`. Both columns are empty where the text
  /// is not known.
  private static func conditions(_ row: SeedRow) throws(Failure) -> [PermitExemption.Condition] {
    let (names, values) = (try row.words("by"), try row.words("value"))
    guard names.count == values.count else {
      throw row.malformed("“by” and “value” are not of one length")
    }
    var conditions: [PermitExemption.Condition] = []
    for (name, value) in zip(names, values) {
      guard let criterion = PermitExemption.Criterion(rawValue: name) else {
        throw row.malformed("“\(name)” in “by” is nothing that a ground looks at")
      }
      let words = value.split(separator: "|").map(String.init)
      conditions.append(PermitExemption.Condition(by: criterion, words: words))
    }
    return conditions
  }
}
