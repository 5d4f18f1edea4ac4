package import Domain

extension Seeds {
  /// Where kandas and settlers are received, from `Reference/settlement-regions.csv`.
  package static func settlementRegions(
    _ register: RegionRegister
  ) throws(Failure) -> SettlementRegions {
    var entries: [SettlementRegions.Entry] = []
    for row in try SeedTable("Reference/settlement-regions.csv").rows {
      let note = try row.text("note")
      entries.append(
        SettlementRegions.Entry(
          kind: try row.value("kind", of: QuotaKind.self), from: try row.date("from"),
          codes: try row.words("regions"), citation: try row.citation(),
          note: note.isEmpty ? nil : note))
    }
    return try SettlementRegions(entries, register)
  }

  /// The years of each kind of quota and what they count, from `Reference/quota-terms.csv`.
  package static func quotaTerms() throws(Failure) -> QuotaTerms {
    try quotaTerms(SeedTable("Reference/quota-terms.csv"))
  }

  static func quotaTerms(_ table: SeedTable) throws(Failure) -> QuotaTerms {
    var terms: [QuotaTerms.Term] = []
    for row in table.rows {
      let (note, unit) = (try row.text("note"), try row.text("unit"))
      terms.append(
        QuotaTerms.Term(
          kind: try row.value("kind", of: QuotaKind.self), from: Int(try row.number("from")),
          until: try row.text("until").isEmpty ? nil : Int(try row.number("until")),
          unit: unit.isEmpty ? nil : try row.value("unit", of: QuotaUnit.self),
          lasting: Int(try row.number("lasting")), setBy: try row.required("set_by"),
          citation: try row.citation(), note: note.isEmpty ? nil : note))
    }
    return try QuotaTerms(terms)
  }

  /// Who goes before whom in the waiting list, from `Reference/queue-priorities.csv`.
  package static func queuePriorities() throws(Failure) -> QueuePriorities {
    var priorities: [QueuePriorities.Priority] = []
    for row in try SeedTable("Reference/queue-priorities.csv").rows {
      let note = try row.text("note")
      priorities.append(
        QueuePriorities.Priority(
          code: try row.required("code"), rank: Int(try row.number("rank")),
          during: try row.period(), name: try row.localizedText(), citation: try row.citation(),
          note: note.isEmpty ? nil : note))
    }
    return try QueuePriorities(priorities)
  }

  /// How commissions decide, from `Reference/commission-rules.csv`.
  package static func commissionRules() throws(Failure) -> CommissionRules {
    try commissionRules(SeedTable("Reference/commission-rules.csv"))
  }

  static func commissionRules(_ table: SeedTable) throws(Failure) -> CommissionRules {
    var rules: [CommissionRule] = []
    for row in table.rows {
      let (note, quorum) = (try row.text("note"), try row.required("quorum"))
      let parts = quorum.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 2 else {
        throw row.malformed("“\(quorum)” in “quorum” is no share such as 2/3")
      }
      rules.append(
        try CommissionRule(
          during: row.period(), quorum: CommissionRule.Share(parts[0], of: parts[1]),
          majority: row.value("majority", of: CommissionRule.Majority.self),
          tie: row.value("tie", of: CommissionRule.Tie.self), citation: row.citation(),
          note: note.isEmpty ? nil : note))
    }
    return try CommissionRules(rules)
  }

  /// The quota orders known from the sources, each a file that `quota order` reads.
  ///
  /// Beside the columns of an order they carry `standing` and `source`. The region `KZ` is the
  /// national total; empty places are not known. An order whose number was not found has a
  /// stand-in such as `kandas-2026`, and no date.
  package static func orderFiles() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    try files(in: "Orders/")
  }

  /// The appropriations known from the sources, each a file that `budget order` reads.
  package static func budgetOrderFiles() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    try files(in: "Budgets/")
  }

  private static func files(in folder: String) throws(Failure)
    -> [(name: String, bytes: [UInt8])]
  {
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names where name.hasPrefix(folder) {
      files.append((name: name, bytes: try file(name)))
    }
    return files
  }

  /// What the budget pays for, from `Reference/budget-programmes.csv`.
  package static func budgetProgrammes() throws(Failure) -> BudgetProgrammes {
    try budgetProgrammes(SeedTable("Reference/budget-programmes.csv"))
  }

  static func budgetProgrammes(_ table: SeedTable) throws(Failure) -> BudgetProgrammes {
    var programmes: [BudgetProgramme] = []
    for row in table.rows {
      let note = try row.text("note")
      programmes.append(
        BudgetProgramme(
          code: try row.required("code"), name: try row.localizedText(),
          schemes: try row.words("schemes"), citation: try row.citation(),
          note: note.isEmpty ? nil : note))
    }
    return try BudgetProgrammes(programmes)
  }
}
