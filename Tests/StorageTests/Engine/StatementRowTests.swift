import Domain
import SQLiteEngine
import Storage
import Testing

/// A row is written from the bytes that the trail digests, and reads back as those bytes.
@Suite("Rows from their canonical form")
struct StatementRowTests {
  static let blob: [UInt8] = [0, 1, 255]

  /// What precedes the row among an act's bytes is not the row's.
  private static func row() -> (bytes: [UInt8], offset: Int) {
    var bytes: [UInt8] = [9, 9, 9]
    Canonical.appendRow(table: 7, count: 6, to: &bytes)
    Canonical.append(Int64.min, to: &bytes)
    Canonical.append("Әбдірахман", to: &bytes)
    Canonical.append("", to: &bytes)
    Canonical.appendNull(to: &bytes)
    Canonical.append(blob, to: &bytes)
    Canonical.append([UInt8](), to: &bytes)
    return (bytes, 3)
  }

  private static func stored(by run: (any Statement) throws -> Void) throws -> [UInt8] {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    try engine.script("CREATE TABLE t (a, b, c, d, e, f)")
    try run(engine.prepare("INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6)"))
    let select = try engine.prepare("SELECT * FROM t")
    #expect(try select.step())
    var bytes: [UInt8] = [9, 9, 9]
    Canonical.appendRow(table: 7, count: select.columnCount, to: &bytes)
    for column in 0..<select.columnCount { select.appendCanonical(column, to: &bytes) }
    return bytes
  }

  @Test("SQLite binds them where they stand")
  func inPlace() throws {
    let row = Self.row()
    #expect(try Self.stored { try $0.run(row: row.bytes, from: row.offset, width: 6) } == row.bytes)
  }

  @Test("another engine binds them value by value")
  func byValue() throws {
    let row = Self.row()
    let stored = try Self.stored {
      try PlainStatement($0).run(row: row.bytes, from: row.offset, width: 6)
    }
    #expect(stored == row.bytes)
  }

  /// What a row of one value stores in two columns, after a row of two.
  static func shortRow(_ wrap: (any Statement) -> any Statement) throws -> [String] {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    try engine.script("CREATE TABLE t (a, b)")
    let insert = wrap(try engine.prepare("INSERT INTO t VALUES ($1, $2)"))
    for count in [2, 1] as [Int32] {
      var bytes: [UInt8] = []
      Canonical.appendRow(table: 7, count: count, to: &bytes)
      for _ in 0..<count { Canonical.append("x", to: &bytes) }
      try insert.run(row: bytes, from: 0, width: 2)
      insert.reset()
    }
    let select = try engine.prepare("SELECT quote(a) || quote(b) FROM t")
    var rows: [String] = []
    while try select.step() { rows.append(select.text(0)) }
    return rows
  }

  @Test("a row that lacks its last values leaves them null")
  func short() throws {
    #expect(try Self.shortRow { $0 } == ["'x''x'", "'x'NULL"])
    #expect(try Self.shortRow { PlainStatement($0) } == ["'x''x'", "'x'NULL"])
  }
}

/// A statement that knows nothing of rows.
private final class PlainStatement: Statement {
  private let statement: any Statement

  init(_ statement: any Statement) { self.statement = statement }

  func bindNull(_ place: Int32) { statement.bindNull(place) }
  func bind(_ integer: Int64, _ place: Int32) { statement.bind(integer, place) }
  func bind(_ text: String, _ place: Int32) { statement.bind(text, place) }
  func bind(_ blob: [UInt8], _ place: Int32) { statement.bind(blob, place) }
  func step() throws(Failure) -> Bool { try statement.step() }
  func reset() { statement.reset() }

  var columnCount: Int32 { statement.columnCount }
  func isNull(_ column: Int32) -> Bool { statement.isNull(column) }
  func integer(_ column: Int32) -> Int64 { statement.integer(column) }
  func text(_ column: Int32) -> String { statement.text(column) }
  func blob(_ column: Int32) -> [UInt8] { statement.blob(column) }

  func appendCanonical(_ column: Int32, to bytes: inout [UInt8]) {
    statement.appendCanonical(column, to: &bytes)
  }
}
