package import Domain

/// A transaction: the only way to read or write the database.
///
/// It is handed to a body and must not outlive it. Numbers are taken from the tables themselves
/// under the write lock, so they have no gaps and need no counter that could drift.
package final class Transaction {
  package let connection: Connection
  /// The act being written; 0 in a transaction that only reads.
  package internal(set) var act: Int64 = 0
  /// False where the transaction is to be rolled back though nothing failed.
  private(set) var isKept = true
  var closings: [(table: Int, id: Int64)] = []
  /// The last act that was finished: one that came to nothing leaves no gap.
  var lastAct: Int64 = 0
  var lastHash: [UInt8]?
  var lastInstant: Instant?
  /// By table, the last identifier and the last number that were given.
  private var lastIDs: [Int64?] = []
  private var lastNumbers: [Int: (year: Int, raw: Int64)] = [:]

  init(_ connection: Connection) { self.connection = connection }

  /// Rolls everything back at the end: what was done only shows what would happen.
  package func leaveNoTrace() { isKept = false }

  /// Runs `body`, and takes back what it wrote where it failed; a fault, or a database that is busy,
  /// is thrown on.
  package func attempt<Value>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Result<Value, Failure> {
    let mark = connection.contentMark
    let (ids, numbers, closed) = (lastIDs, lastNumbers, closings.count)
    try connection.engine.script("SAVEPOINT attempt")
    do {
      let value = try body()
      try connection.engine.script("RELEASE attempt")
      return .success(value)
    } catch {
      guard error.code.kind != .fault, error.code.kind != .busy else { throw error }
      try connection.engine.script("ROLLBACK TO attempt; RELEASE attempt")
      connection.discardContent(after: mark)
      (lastIDs, lastNumbers) = (ids, numbers)
      closings.removeLast(closings.count - closed)
      return .failure(error)
    }
  }

  // MARK: Reading

  /// Every row, decoded.
  package func all<Value>(
    _ sql: SQL, _ decode: (inout Row) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    let statement = try start(sql)
    defer { statement.reset() }
    var values: [Value] = []
    while try statement.step() {
      var row = Row(statement)
      values.append(try decode(&row))
    }
    return values
  }

  /// Shows every row as it comes, and keeps none.
  package func each(_ sql: SQL, _ look: (inout Row) throws(Failure) -> Void) throws(Failure) {
    let statement = try start(sql)
    defer { statement.reset() }
    while try statement.step() {
      var row = Row(statement)
      try look(&row)
    }
  }

  /// The first row, decoded, or nil.
  package func first<Value>(
    _ sql: SQL, _ decode: (inout Row) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    let statement = try start(sql)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    var row = Row(statement)
    return try decode(&row)
  }

  /// A single number; 0 where there is no row or it is null.
  package func integer(_ sql: SQL) throws(Failure) -> Int64 {
    try first(sql, Self.integer) ?? 0
  }

  private static func integer(_ row: inout Row) -> Int64 { row.optionalInteger() ?? 0 }

  /// Runs a statement that writes; gives the number of rows it changed.
  @discardableResult
  package func run(_ sql: SQL) throws(Failure) -> Int {
    let statement = try start(sql)
    defer { statement.reset() }
    _ = try statement.step()
    return connection.engine.changes
  }

  private func start(_ sql: SQL) throws(Failure) -> any Statement {
    let statement = try connection.statement(sql.text)
    for (index, value) in sql.values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .null: statement.bindNull(place)
      case .integer(let integer): statement.bind(integer, place)
      case .text(let text): statement.bind(text, place)
      case .blob(let blob): statement.bind(blob, place)
      }
    }
    return statement
  }

  // MARK: Writing facts

  /// A new row of a table that counts from 1; add its values, then insert it.
  package func row(in layout: Layout) throws(Failure) -> (writer: RowWriter, id: Int64) {
    let id = try nextID(in: layout)
    return (try row(in: layout, id: id), id)
  }

  /// A new row under an identifier of its own.
  package func row(in layout: Layout, id: Int64) throws(Failure) -> RowWriter {
    let writer = try connection.writer(layout)
    writer.begin(id: id, act: act)
    return writer
  }

  /// The next number of a year in a table keyed by register numbers.
  package func nextNumber<Entity>(in layout: Layout, year: Int) throws(Failure) -> Number<Entity> {
    let range = Number<Entity>.range(of: year)
    var last = range.lowerBound
    if let known = lastNumbers[layout.index], known.year == year {
      last = known.raw
    } else {
      let statement = try connection.statement(
        "SELECT max(id) FROM \(layout.name) WHERE id BETWEEN $1 AND $2")
      defer { statement.reset() }
      statement.bind(range.lowerBound, 1)
      statement.bind(range.upperBound, 2)
      if try statement.step(), !statement.isNull(0) { last = statement.integer(0) }
    }
    guard last < range.upperBound else {
      throw Failure(.fault, "the numbers of \(layout.name) for \(year) are used up")
    }
    lastNumbers[layout.index] = (year, last + 1)
    return Number(raw: last + 1)
  }

  private func nextID(in layout: Layout) throws(Failure) -> Int64 {
    while lastIDs.count <= layout.index { lastIDs.append(nil) }
    if let last = lastIDs[layout.index] {
      lastIDs[layout.index] = last + 1
      return last + 1
    }
    let statement = try connection.statement("SELECT max(id) FROM \(layout.name)")
    defer { statement.reset() }
    let last = try statement.step() && !statement.isNull(0) ? statement.integer(0) : 0
    lastIDs[layout.index] = last + 1
    return last + 1
  }

  /// Closes a row: from this act on it is no longer held true.
  ///
  /// Throws `fault` where the row is closed already: the caller has read a stale state.
  package func close(_ layout: Layout, id: Int64) throws(Failure) {
    let statement = try connection.statement(
      "UPDATE \(layout.name) SET closed_by = $1 WHERE id = $2 AND closed_by IS NULL")
    defer { statement.reset() }
    statement.bind(act, 1)
    statement.bind(id, 2)
    _ = try statement.step()
    guard connection.engine.changes == 1 else {
      throw Failure(.fault, "row \(id) of \(layout.name) is closed already")
    }
    closings.append((layout.index, id))
  }
}
