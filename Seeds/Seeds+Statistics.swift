package import Domain

extension Seeds {
  /// The quota of foreign labour year by year, from `Statistics/labour-quota-series.csv`.
  package static func labourQuotas() throws(Failure) -> [LabourQuotaYear] {
    try labourQuotas(SeedTable("Statistics/labour-quota-series.csv"))
  }

  static func labourQuotas(_ table: SeedTable) throws(Failure) -> [LabourQuotaYear] {
    var years: [LabourQuotaYear] = []
    for row in table.rows {
      let year = LabourQuotaYear(
        year: Int(try row.number("year")),
        asOf: try row.text("as_of").isEmpty ? nil : row.partialDate("as_of"),
        share: try row.percentage("employer_share"), permits: try row.optionalNumber("people"),
        categories: try row.categories(), usedShare: try row.percentage("used_share"),
        used: try row.optionalNumber("used_people"),
        usedOfQuota: try row.percentage("used_of_quota"),
        householdShare: try row.percentage("household_share"),
        household: try row.optionalNumber("household_people"),
        householdUsed: try row.optionalNumber("household_used"), citation: try row.citation(),
        note: try row.note())
      if let last = years.last, last.year > year.year {
        throw row.malformed("\(year.year) stands after \(last.year)")
      }
      years.append(year)
    }
    return years
  }

  /// How many foreigners held permits, from `Statistics/labour-stock.csv`.
  package static func labourStock() throws(Failure) -> [LabourStock] {
    var stock: [LabourStock] = []
    for row in try SeedTable("Statistics/labour-stock.csv").rows {
      stock.append(
        LabourStock(
          asOf: try row.partialDate("as_of"), total: try row.number("total"),
          categories: try row.categories(),
          intraCorporate: try row.optionalNumber("intra_corporate"),
          employers: try row.optionalNumber("employers"), citation: try row.citation(),
          note: try row.note()))
    }
    return stock
  }

  /// From and to what age people are of working age, from `Reference/age-groups.csv`.
  package static func ageLimits() throws(Failure) -> AgeLimits {
    try ageLimits(SeedTable("Reference/age-groups.csv"))
  }

  /// From which count on figures are published, from `Reference/protection.csv`.
  package static func protection() throws(Failure) -> [ProtectionRule] {
    var rules: [ProtectionRule] = []
    for row in try SeedTable("Reference/protection.csv").rows {
      let threshold = try row.number("threshold")
      guard threshold > 0 else { throw row.malformed("nothing would be protected") }
      rules.append(
        ProtectionRule(
          period: try row.period(), threshold: threshold, citation: try row.citation()))
    }
    return rules
  }

  static func ageLimits(_ table: SeedTable) throws(Failure) -> AgeLimits {
    var limits: [AgeLimit] = []
    for row in table.rows {
      limits.append(
        AgeLimit(
          period: try row.period(), sex: try row.value("sex", of: Sex.self),
          workingFrom: Int(try row.number("working_from")),
          pensionMonths: Int(try row.number("pension_months")), citation: try row.citation()))
    }
    return try AgeLimits(limits)
  }
}

extension SeedRow {
  fileprivate func optionalNumber(_ column: String) throws(Failure) -> Int64? {
    try text(column).isEmpty ? nil : number(column)
  }

  fileprivate func percentage(_ column: String) throws(Failure) -> ExactDecimal? {
    let text = try text(column)
    guard !text.isEmpty else { return nil }
    guard let decimal = ExactDecimal(rawValue: text), decimal.isPercentage else {
      throw malformed("“\(text)” in “\(column)” is no percentage")
    }
    return decimal
  }

  fileprivate func partialDate(_ column: String) throws(Failure) -> PartialDate {
    let text = try required(column)
    guard let date = PartialDate(iso: text) else {
      throw malformed("“\(text)” in “\(column)” is no date")
    }
    return date
  }

  fileprivate func categories() throws(Failure) -> [QuotaKind: Int64] {
    var found: [QuotaKind: Int64] = [:]
    let columns = ["cat1", "cat2", "cat3", "cat4", "seasonal"]
    for (kind, column) in zip(QuotaKind.ofEmployers, columns) {
      found[kind] = try optionalNumber(column)
    }
    return found
  }

  fileprivate func note() throws(Failure) -> LocalizedText? {
    try text("en").isEmpty ? nil : localizedText()
  }
}
