package import Domain

extension Seeds {
  /// The statistics that others printed, in the order of `Statistics/tables.csv`.
  package static func statistics(_ countries: CountryRegister) throws(Failure)
    -> [StatisticsTable]
  {
    let reader = try StatisticsReader(countries)
    var tables: [StatisticsTable] = []
    for row in try SeedTable("Statistics/tables.csv").rows {
      tables.append(try reader.table(row))
    }
    return try StatisticsChecks(tables).attached(SeedTable("Statistics/checks.csv"))
  }
}

/// Reads the tables; a row or column is a country, a word of `words.csv`, or a year.
struct StatisticsReader {
  private let countries: CountryRegister
  private var words: [String: LocalizedText] = [:]
  private var notes: [String: [LocalizedText]] = [:]

  init(_ countries: CountryRegister) throws(Failure) {
    self.countries = countries
    for row in try SeedTable("Statistics/words.csv").rows {
      let code = try row.required("code")
      guard words.updateValue(try row.localizedText(), forKey: code) == nil else {
        throw row.malformed("“\(code)” stands twice")
      }
    }
    for row in try SeedTable("Statistics/notes.csv").rows {
      notes[try row.required("table"), default: []].append(try row.localizedText())
    }
  }

  func table(_ row: SeedRow) throws(Failure) -> StatisticsTable {
    let id = try row.required("id")
    let unit = try row.text("unit")
    let shares = try row.text("shares")
    let (columns, rows) =
      try id == Self.ofBudgets ? budgetRows() : rows(SeedTable("Statistics/\(id).csv"))
    return StatisticsTable(
      id: id, title: try row.localizedText(), unit: unit.isEmpty ? nil : try name(unit, row),
      columns: columns, rows: rows, shares: shares.isEmpty ? nil : shares,
      citation: try row.citation(), notes: notes[id] ?? [])
  }

  /// Columns that are about the row and no figures.
  private static let frame = ["group", "row", "standing", "source"]

  func rows(_ table: SeedTable) throws(Failure)
    -> (columns: [StatisticsTable.Column], rows: [StatisticsTable.Row])
  {
    guard let first = table.rows.first else { return ([], []) }
    let ids = table.header.filter { !Self.frame.contains($0) }
    var columns: [StatisticsTable.Column] = []
    for id in ids { columns.append(StatisticsTable.Column(id: id, title: try name(id, first))) }
    var rows: [StatisticsTable.Row] = []
    for row in table.rows {
      var cells: [StatisticsCell] = []
      for id in ids { cells.append(try cell(row.text(id), row)) }
      let isCited = table.header.contains("source")
      let group = table.header.contains("group") ? try row.text("group") : ""
      let found = try self.row(
        row.required("row"), of: group, cells, row, citation: isCited ? row.citation() : nil)
      guard !rows.contains(where: { $0.id == found.id }) else {
        throw row.malformed("“\(found.id)” stands twice")
      }
      rows.append(found)
    }
    return (columns, rows)
  }

  private func row(
    _ id: String, of group: String, _ cells: [StatisticsCell], _ row: SeedRow,
    citation: Citation? = nil
  ) throws(Failure) -> StatisticsTable.Row {
    guard !group.isEmpty else {
      return StatisticsTable.Row(
        id: id, group: nil, name: try name(id, row), cells: cells, citation: citation)
    }
    return StatisticsTable.Row(
      id: "\(group).\(id)", group: StatisticsTable.Group(id: group, title: try name(group, row)),
      name: try name(id, row), cells: cells, citation: citation)
  }

  private func cell(_ printed: String, _ row: SeedRow) throws(Failure) -> StatisticsCell {
    guard let cell = StatisticsCell(printed: printed) else {
      throw row.malformed("“\(printed)” is no figure")
    }
    return cell
  }

  private func name(_ id: String, _ row: SeedRow) throws(Failure) -> LocalizedText {
    if let name = words[id] ?? countries.name(id) { return name }
    guard let first = id.utf8.first, (48...57).contains(first) else {
      throw row.malformed("“\(id)” is no country, no word and no year")
    }
    return LocalizedText(id)
  }

  // MARK: The money of Nurly Kosh

  /// The table whose tenge are those of the order that this register loads.
  private static let ofBudgets = "nurly-kosh"

  private func budgetRows() throws(Failure)
    -> (columns: [StatisticsTable.Column], rows: [StatisticsTable.Row])
  {
    let table = try SeedTable("Statistics/nurly-kosh-dollars.csv")
    var money: [String: Int64] = [:]
    for row in try SeedTable("Budgets/2009-nurly-kosh.csv").rows {
      money["\(try row.required("year")).\(try row.required("source"))"] = try row.number("amount")
    }
    var rows: [StatisticsTable.Row] = []
    for row in table.rows {
      let (year, source) = (try row.text("year"), try row.required("source"))
      var tenge = try row.text("tenge-million")
      if tenge.isEmpty {
        // Whole tenge, shown in tenths of a million.
        guard let amount = money["\(year).\(source)"], amount % 100_000 == 0,
          let million = ExactDecimal(digits: amount / 100_000, places: 1)
        else { throw row.malformed("the budget has no such money") }
        tenge = million.rawValue
      }
      let cells = [try cell(tenge, row), try cell(row.required("dollars-million"), row)]
      rows.append(try self.row(source, of: year, cells, row))
    }
    var columns: [StatisticsTable.Column] = []
    for id in ["tenge-million", "dollars-million"] {
      guard let title = words[id] else { throw Failure(.ruleMalformed, "no word is “\(id)”") }
      columns.append(StatisticsTable.Column(id: id, title: title))
    }
    return (columns, rows)
  }
}
