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

  /// The quota orders known from the sources, each a file that `quota order` reads.
  ///
  /// Beside the columns of an order they carry `standing` and `source`. The region `KZ` is the
  /// national total; empty places are not known. An order whose number was not found has a
  /// stand-in such as `kandas-2026`, and no date.
  package static func orderFiles() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names where name.hasPrefix("Orders/") {
      files.append((name: name, bytes: try file(name)))
    }
    return files
  }
}
