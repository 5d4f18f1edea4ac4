internal import Domain

/// Finds the figures that the checks of `Statistics/checks.csv` name.
///
/// A figure is `row/column`, of another table `table:row/column`, or a number such as `#54.3`. A
/// row of a group is `group.row`. Where a check states several figures it is made for each; among
/// its operands `@` is the row or column of the one stated, and `*` and `group.*` are all other
/// rows of the table or group.
struct StatisticsChecks {
  private let tables: [StatisticsTable]

  init(_ tables: [StatisticsTable]) { self.tables = tables }

  /// The tables with their checks.
  func attached(_ checks: SeedTable) throws(Failure) -> [StatisticsTable] {
    var tables = tables
    for row in checks.rows {
      let id = try row.required("table")
      guard let place = tables.firstIndex(where: { $0.id == id }) else {
        throw row.malformed("there is no table “\(id)”")
      }
      tables[place].checks += try made(row, of: tables[place])
    }
    return tables
  }

  /// One figure of one table.
  private struct Place {
    let table: StatisticsTable
    let row: StatisticsTable.Row
    let column: Int

    var value: ExactDecimal? { row.cells[column].value }
    var columnID: String { table.columns[column].id }
    var columnTitle: LocalizedText { table.columns[column].title }
  }

  private func made(_ row: SeedRow, of table: StatisticsTable) throws(Failure) -> [StatisticsCheck]
  {
    var made: [StatisticsCheck] = []
    for word in try row.words("stated") {
      if word.hasPrefix("#") {
        made.append(
          try check(row, of: table, stated: number(word, row), subject: row.localizedText(), nil))
        continue
      }
      for place in try places(word, of: table, from: nil, row) {
        guard let stated = place.value else { continue }
        let parts = [place.row.group?.title, place.row.name, place.columnTitle].compactMap(\.self)
        let subject = LocalizedText { language in
          parts.map { $0[language] }.joined(separator: ", ")
        }
        made.append(try check(row, of: table, stated: stated, subject: subject, place))
      }
    }
    return made
  }

  private func check(
    _ row: SeedRow, of table: StatisticsTable, stated: ExactDecimal, subject: LocalizedText,
    _ origin: Place?
  ) throws(Failure) -> StatisticsCheck {
    let kind = try row.value("kind", of: StatisticsCheck.Kind.self)
    var operands: [StatisticsCheck.Operand] = []
    for word in try row.words("operands") {
      if word.hasPrefix("#") {
        operands.append(StatisticsCheck.Operand(name: nil, value: try number(word, row)))
        continue
      }
      for place in try places(word, of: table, from: origin, row) {
        guard let value = place.value else { continue }
        operands.append(Self.operand(place, value, from: origin))
        if kind == .rank { operands += Self.rivals(of: place) }
      }
    }
    guard let check = StatisticsCheck(kind, of: subject, stated: stated, operands: operands) else {
      throw row.malformed("\(operands.count) operands are not what \(kind.rawValue) takes")
    }
    return check
  }

  private static func operand(_ place: Place, _ value: ExactDecimal, from origin: Place?)
    -> StatisticsCheck.Operand
  {
    let isForeign = origin.map { $0.table.id != place.table.id } ?? false
    if isForeign {
      let name = place.row.name
      return StatisticsCheck.Operand(
        name: LocalizedText { "\(name[$0]) (\(place.table.id))" }, value: value)
    }
    return StatisticsCheck.Operand(
      name: origin?.row.id == place.row.id ? place.columnTitle : place.row.name, value: value)
  }

  /// What else stands in the column of its group, but for what is no one's own.
  private static func rivals(of place: Place) -> [StatisticsCheck.Operand] {
    place.table.rows.filter { row in
      row.group == place.row.group && row.id != place.row.id
        && !row.id.hasSuffix("total") && !row.id.hasSuffix("other")
    }.compactMap { row in
      row.cells[place.column].value.map { .init(name: row.name, value: $0) }
    }
  }

  private func number(_ word: String, _ row: SeedRow) throws(Failure) -> ExactDecimal {
    guard let number = ExactDecimal(rawValue: String(word.dropFirst())) else {
      throw row.malformed("“\(word)” is no number")
    }
    return number
  }

  private func places(
    _ word: String, of own: StatisticsTable, from origin: Place?, _ row: SeedRow
  ) throws(Failure) -> [Place] {
    let halves = word.split(separator: ":")
    let path = (halves.last ?? "").split(separator: "/").map(String.init)
    let table = halves.count == 2 ? tables.first { $0.id == halves[0] } : own
    guard let table, path.count == 2 else { throw row.malformed("“\(word)” names no figure") }
    let rows = table.rows.filter { Self.names(path[0], $0, from: origin) }
    let columns = table.columns.indices.filter { column in
      let id = table.columns[column].id
      return path[1] == "*" || path[1] == id || (path[1] == "@" && id == origin?.columnID)
    }
    guard !rows.isEmpty, !columns.isEmpty else { throw row.malformed("“\(word)” names no figure") }
    return rows.flatMap { row in columns.map { Place(table: table, row: row, column: $0) } }
  }

  private static func names(_ pattern: String, _ row: StatisticsTable.Row, from origin: Place?)
    -> Bool
  {
    switch pattern {
    case "@": return row.id == origin?.row.id
    case row.id: return true
    case "*": return row.id != origin?.row.id
    default:
      guard pattern.hasSuffix(".*"), row.id != origin?.row.id else { return false }
      return row.group.map { "\($0.id).*" == pattern } ?? false
    }
  }
}
