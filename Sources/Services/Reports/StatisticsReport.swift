package import Domain

/// `statistics`: a table that others printed, with the checks that it fails.
///
/// Nothing is mended: what is printed stands beside the number it says, and a sum that does not
/// fit is a note.
package enum StatisticsReport {
  /// Without a table, the list of them; throws `usage` for one that there is not.
  package static func make(
    table id: String?, rounding: ShareRounding, on day: LocalDate
  ) throws(Failure) -> Report {
    let tables = try Reference.statistics()
    guard let id else { return list(tables, day) }
    guard let table = tables.first(where: { $0.id == id }) else {
      throw Failure(
        .usage, "“\(id)” is no table of statistics", hint: "kosh report statistics lists them")
    }
    return report(table, rounding, day)
  }

  // MARK: The list

  private static func list(_ tables: [StatisticsTable], _ day: LocalDate) -> Report {
    Report(
      id: "statistics", title: StatisticsWords.set, facts: [StatisticsWords.held(day)],
      columns: listColumns,
      groups: [Report.Group(rows: tables.map(line))], notes: [StatisticsWords.asPrinted],
      citations: tables.map(\.citation).unique)
  }

  private static func line(_ table: StatisticsTable) -> [Cell] {
    [
      .text(table.id), .localized(table.title), .count(Int64(table.rows.count)),
      .count(Int64(table.checks.count)), .count(Int64(table.failures.count)),
      .localized(table.citation.standing.name),
    ]
  }

  private static let listColumns = [
    Report.Column("table", StatisticsWords.table, .code),
    Report.Column("title", .message("statistics.column.title"), .text),
    Report.Column("rows", .message("statistics.column.rows"), .count),
    Report.Column("checks", StatisticsWords.checks, .count),
    Report.Column("failed", StatisticsWords.failed, .count),
    Report.Column("standing", StatisticsWords.standing, .text),
  ]

  // MARK: One table

  private static func report(
    _ table: StatisticsTable, _ rounding: ShareRounding, _ day: LocalDate
  ) -> Report {
    let shares = table.shares.map { roundedShares(table, of: $0, rounding) }
    let isCited = table.rows.contains { $0.citation != nil }
    var columns = [Report.Column("line", StatisticsWords.line, .text)]
    for place in table.columns.indices { columns += Self.columns(table, place) }
    if shares != nil { columns.append(Report.Column("rounded", StatisticsWords.rounded, .percent)) }
    if isCited { columns.append(Report.Column("standing", StatisticsWords.standing, .text)) }

    var groups: [Report.Group] = []
    var last: StatisticsTable.Group?
    for (index, row) in table.rows.enumerated() {
      var cells: [Cell] = [.localized(row.name)]
      for place in table.columns.indices { cells += Self.cells(table, row, place) }
      if let shares { cells.append(shares[index]) }
      if isCited { cells.append((row.citation?.standing.name).map { .localized($0) } ?? .empty) }
      if groups.isEmpty || row.group != last {
        groups.append(Report.Group(title: row.group?.title, rows: []))
      }
      groups[groups.count - 1].rows.append(cells)
      last = row.group
    }
    return Report(
      id: "statistics", title: table.title,
      facts: facts(table, shares == nil ? nil : rounding) + [StatisticsWords.held(day)],
      columns: columns, groupedBy: "part", groups: groups,
      notes: table.failures.map(\.note) + table.notes + (shares == nil ? [] : [rounding.note])
        + [StatisticsWords.asPrinted],
      citations: ([table.citation] + table.rows.compactMap(\.citation)).unique)
  }

  private static func facts(_ table: StatisticsTable, _ rounding: ShareRounding?) -> [Report.Fact] {
    var facts = [Report.Fact("table", StatisticsWords.table, .text(table.id))]
    if let unit = table.unit {
      facts.append(Report.Fact("unit", StatisticsWords.unit, .localized(unit)))
    }
    facts.append(
      Report.Fact("checks", StatisticsWords.checks, .count(Int64(table.checks.count))))
    facts.append(
      Report.Fact("failed", StatisticsWords.failed, .count(Int64(table.failures.count))))
    if let rounding {
      facts.append(Report.Fact("rounding", ShareRounding.title, .localized(rounding.name)))
    }
    return facts
  }

  /// The shares of every line but the total in it; counts too large to be counts have none.
  private static func roundedShares(
    _ table: StatisticsTable, of column: String, _ rounding: ShareRounding
  ) -> [Cell] {
    let counts = table.rows.map { table.value($0.id, column)?.digits ?? 0 }
    let isPart = table.rows.map { $0.id != "total" }
    let parts = zip(counts, isPart).filter(\.1).map(\.0)
    var rest = rounding.shares(of: parts, in: table.value("total", column)?.digits ?? 0)[...]
    return isPart.map { $0 ? rest.popFirst() ?? .empty : .empty }
  }

  /// One column where all that is printed is the number, else what is printed and the number.
  private static func columns(_ table: StatisticsTable, _ place: Int) -> [Report.Column] {
    let column = table.columns[place]
    let id = identifier(column.id)
    if column.id == table.shares { return [Report.Column(id, column.title, .count)] }
    let value = Report.Column(id, column.title, .decimal)
    guard !isPlain(table, place) else { return [value] }
    let printed = Report.Column("\(id)_printed", column.title, .code)
    return [printed, Report.Column(id, StatisticsWords.value(of: column.title), .decimal)]
  }

  private static func cells(
    _ table: StatisticsTable, _ row: StatisticsTable.Row, _ place: Int
  ) -> [Cell] {
    let cell = row.cells[place]
    if table.columns[place].id == table.shares {
      return [cell.value.map { .count($0.digits) } ?? .empty]
    }
    let blank: Cell = cell.printed.isEmpty ? .empty : .unknown
    let value = cell.value.map { .decimal($0) } ?? blank
    return isPlain(table, place) ? [value] : [.text(cell.printed), value]
  }

  private static func isPlain(_ table: StatisticsTable, _ place: Int) -> Bool {
    table.rows.allSatisfy { $0.cells[place].isPlain }
  }

  /// `2013` is `y2013`, `national-currency` is `national_currency`.
  private static func identifier(_ column: String) -> String {
    let name = String(column.lowercased().map { $0 == "-" ? "_" : $0 })
    return name.first?.isNumber == true ? "y\(name)" : name
  }
}

/// `migration-balance`: the balance of migration year by year, as printed and as its parts add up.
package enum MigrationBalanceReport {
  package static func make(on day: LocalDate) throws(Failure) -> Report {
    guard let table = try Reference.statistics().first(where: { $0.id == "table-1" }) else {
      throw Failure(.ruleMalformed, "there is no table-1 among the statistics")
    }
    let years = table.columns.filter { $0.id.first?.isNumber == true }
    var rows: [[Cell]] = []
    for year in years {
      let printed = table.value("KAZ", year.id)
      let (union, others) = (table.value("eaeu", year.id), table.value("other-countries", year.id))
      let sum = union.flatMap { union in others.flatMap { union.adding($0) } }
      let gap = printed.flatMap { printed in sum.flatMap { printed.adding($0.negated) } }
      rows.append([.text(year.id)] + [union, others, sum, printed, gap].map(count))
    }
    let unit = table.unit.map { [Report.Fact("unit", StatisticsWords.unit, .localized($0))] } ?? []
    return Report(
      id: "migration_balance", title: table.title,
      facts: unit + [StatisticsWords.held(day)],
      columns: columns, groups: [Report.Group(rows: rows)],
      notes: [StatisticsWords.balance] + table.notes, citations: [table.citation])
  }

  private static func count(_ value: ExactDecimal?) -> Cell {
    value.map { .count($0.digits) } ?? .unknown
  }

  private static let columns = [
    Report.Column("year", .message("word.year"), .code),
    Report.Column("eaeu", .message("statistics.column.eaeu"), .count),
    Report.Column("other_countries", .message("statistics.column.other-countries"), .count),
    Report.Column("sum", .message("statistics.column.sum"), .count),
    Report.Column("printed", .message("statistics.column.printed"), .count),
    Report.Column("difference", .message("statistics.column.difference"), .count),
  ]
}

enum StatisticsWords {
  /// What others printed is of their days; this one is the day on which it stood so in Kosh.
  static func held(_ day: LocalDate) -> Report.Fact {
    Report.Fact("on", .message("statistics.held"), .date(day))
  }

  static let set = LocalizedText.message("statistics.set")
  static let table = LocalizedText.message("statistics.table")
  static let line = LocalizedText.message("statistics.line")
  static let unit = LocalizedText.message("statistics.unit")
  static let checks = LocalizedText.message("statistics.checks")
  static let failed = LocalizedText.message("statistics.failed")
  static let standing = LocalizedText.message("word.standing")
  static let rounded = LocalizedText.message("statistics.rounded")

  static let asPrinted = LocalizedText.message("statistics.as-printed")
  static let balance = LocalizedText.message("statistics.balance")

  static func value(of title: LocalizedText) -> LocalizedText {
    .message("statistics.value-of", ["title": .localized(title)])
  }
}
