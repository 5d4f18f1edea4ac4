internal import Domain

/// A row of a table of facts.
package struct FactRow: Sendable {
  package let layout: Layout
  package let id: Int64
}

/// The rows that an act wrote or closed, found without walking through the tables.
enum ActRows {
  /// The rows of a table that an act wrote, oldest first.
  ///
  /// Rows stand in the order of their acts, those with register numbers within each year, so the
  /// first of an act is found by halving.
  static func written(by act: Act, in layout: Layout, _ transaction: Transaction)
    throws(Failure) -> [Int64]
  {
    let range =
      layout.isNumbered ? Number<Family>.range(of: act.today.year) : 1...Int64.max
    var low = range.lowerBound
    var high = try last(in: layout, range, transaction) + 1
    while low < high {
      let middle = low + (high - low) / 2
      guard let found = try first(of: layout, from: middle, to: high - 1, transaction) else {
        high = middle
        continue
      }
      if found.act < act.id { low = found.id + 1 } else { high = middle }
    }
    let statement = try transaction.connection.statement(
      "SELECT id, act FROM \(layout.name) WHERE id BETWEEN $1 AND $2 ORDER BY id")
    defer { statement.reset() }
    statement.bind(low, 1)
    statement.bind(range.upperBound, 2)
    var rows: [Int64] = []
    while try statement.step(), statement.integer(1) == act.id { rows.append(statement.integer(0)) }
    return rows
  }

  private static func last(
    in layout: Layout, _ range: ClosedRange<Int64>, _ transaction: Transaction
  ) throws(Failure) -> Int64 {
    let statement = try transaction.connection.statement(
      "SELECT max(id) FROM \(layout.name) WHERE id BETWEEN $1 AND $2")
    defer { statement.reset() }
    statement.bind(range.lowerBound, 1)
    statement.bind(range.upperBound, 2)
    guard try statement.step(), !statement.isNull(0) else { return range.lowerBound - 1 }
    return statement.integer(0)
  }

  private static func first(
    of layout: Layout, from low: Int64, to high: Int64, _ transaction: Transaction
  ) throws(Failure) -> (id: Int64, act: Int64)? {
    let statement = try transaction.connection.statement(
      "SELECT id, act FROM \(layout.name) WHERE id BETWEEN $1 AND $2 ORDER BY id LIMIT 1")
    defer { statement.reset() }
    statement.bind(low, 1)
    statement.bind(high, 2)
    return try statement.step() ? (statement.integer(0), statement.integer(1)) : nil
  }

  /// The rows of a table that an act closed and had not written itself.
  static func closed(by act: Int64, in layout: Layout, _ transaction: Transaction)
    throws(Failure) -> [Int64]
  {
    guard layout.closes else { return [] }
    let statement = try transaction.connection.statement(
      "SELECT id FROM \(layout.name) WHERE closed_by = $1 AND act <> $1 ORDER BY id")
    defer { statement.reset() }
    statement.bind(act, 1)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.integer(0)) }
    return rows
  }

  /// The act that closed a row; nil where it holds.
  static func closing(of row: FactRow, _ transaction: Transaction) throws(Failure) -> Int64? {
    let statement = try transaction.connection.statement(
      "SELECT closed_by FROM \(row.layout.name) WHERE id = $1")
    defer { statement.reset() }
    statement.bind(row.id, 1)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }

  /// One column of a row, where it holds a number.
  static func value(of column: String, in row: FactRow, _ transaction: Transaction)
    throws(Failure) -> Int64?
  {
    let statement = try transaction.connection.statement(
      "SELECT \(column) FROM \(row.layout.name) WHERE id = $1")
    defer { statement.reset() }
    statement.bind(row.id, 1)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }

  /// What a row says, in its canonical form: alike for two rows that say the same.
  static func content(of row: FactRow, _ transaction: Transaction) throws(Failure) -> [UInt8] {
    let statement = try start(row, transaction)
    defer { statement.reset() }
    var bytes: [UInt8] = []
    for column in 2..<statement.columnCount { statement.appendCanonical(column, to: &bytes) }
    return bytes
  }

  /// Writes a row again: the same values under a new identifier, known from the act that runs.
  static func writeAgain(_ row: FactRow, _ transaction: Transaction) throws(Failure) {
    let statement = try start(row, transaction)
    defer { statement.reset() }
    var width = statement.columnCount
    while width > row.layout.firstCount, statement.isNull(width - 1) { width -= 1 }
    let (writer, _) = try transaction.row(in: row.layout)
    for column in 2..<width { writer.add(column: column, of: statement) }
    try writer.insert()
  }

  private static func start(_ row: FactRow, _ transaction: Transaction) throws(Failure)
    -> any Statement
  {
    let columns = row.layout.columns.joined(separator: ", ")
    let statement = try transaction.connection.statement(
      "SELECT \(columns) FROM \(row.layout.name) WHERE id = $1")
    statement.bind(row.id, 1)
    guard try statement.step() else {
      throw .damaged("row \(row.id) of \(row.layout.name)", "nothing")
    }
    return statement
  }
}
