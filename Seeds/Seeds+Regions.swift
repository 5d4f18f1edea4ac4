package import Domain

extension Seeds {
  /// The regions of Kazakhstan since independence, from `Reference/regions.csv`.
  ///
  /// Their names, with the days from which they were borne, stand in `region-names.csv`. A new
  /// name has its own source; the first name rests on that of the region.
  package static func regions() throws(Failure) -> RegionRegister {
    var names: [String: [SeedRow]] = [:]
    for row in try SeedTable("Reference/region-names.csv").rows {
      names[try row.required("code"), default: []].append(row)
    }
    var regions: [Region] = []
    for row in try SeedTable("Reference/regions.csv").rows {
      regions.append(try region(row, names))
    }
    return try RegionRegister(regions)
  }

  private static func region(
    _ row: SeedRow, _ names: [String: [SeedRow]]
  ) throws(Failure) -> Region {
    let code = try row.required("code")
    guard let own = names[code], let first = own.first else {
      throw row.malformed("\(code) has no name")
    }
    var renamings: [Region.Renaming] = []
    for name in own.dropFirst() {
      renamings.append(
        Region.Renaming(
          from: try name.date("from"), name: try name.localizedText(),
          citation: try name.citation()))
    }
    let old = try row.text("iso_old")
    return Region(
      code: code, kato: try row.required("kato"), isoOld: old.isEmpty ? nil : old,
      period: try row.period(), predecessors: try row.words("predecessors"),
      successors: try row.words("successors"), name: try first.localizedText(),
      renamings: renamings, citation: try row.citation())
  }

  /// Where regions stand on a map of squares, from `Reference/tiles.csv`.
  ///
  /// A region that was divided stands where the larger part of it does now.
  package static func regionTiles() throws(Failure) -> [RegionTile] {
    var tiles: [RegionTile] = []
    for row in try SeedTable("Reference/tiles.csv").rows {
      tiles.append(
        RegionTile(
          region: try row.required("region"), row: Int(clamping: try row.number("row")),
          column: Int(clamping: try row.number("column")), name: try row.localizedText()))
    }
    return tiles
  }

  /// The countries and the codes of travel documents, from `Reference/countries.csv`.
  package static func countries() throws(Failure) -> CountryRegister {
    var countries: [Country] = []
    for row in try SeedTable("Reference/countries.csv").rows {
      let alpha2 = try row.text("alpha_2")
      countries.append(
        Country(
          code: try row.required("code"), alpha2: alpha2.isEmpty ? nil : alpha2,
          kind: try row.value("kind", of: Country.Kind.self), name: try row.localizedText()))
    }
    return try CountryRegister(countries)
  }
}
