import Domain
import SQLiteEngine
import Storage
import TestSupport
import Testing

@Suite struct SQLiteEngineTests {
  static let integers: [Int64] = [
    0, 1, -1, 4_294_967_296, .max, .min,
  ]

  static let texts: [String] = [
    "", " ", "a", "Қаныкей Әсем Өлгий Ұлы Ғ Ң І Һ", "قاسىموۆ", "哈斯木", "a\0b", "\0", "\u{FFFD}",
    "e\u{301}", "'; DROP TABLE act; --", String(repeating: "ә", count: 5000),
  ]

  static let blobs: [[UInt8]] = [
    [], [0], [0xFF, 0, 0xFE], Array(repeating: 7, count: 9000),
  ]

  static func echo(_ bind: (any Statement) -> Void) throws -> any Statement {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    let statement = try engine.prepare("SELECT $1, typeof($1)")
    bind(statement)
    #expect(try statement.step())
    return statement
  }

  @Test(arguments: integers) func `an integer comes back`(_ integer: Int64) throws {
    let row = try Self.echo { $0.bind(integer, 1) }
    #expect(row.integer(0) == integer)
    #expect(row.text(1) == "integer")
    #expect(!row.isNull(0))
  }

  @Test(arguments: texts) func `a text comes back, byte for byte`(_ text: String) throws {
    let row = try Self.echo { $0.bind(text, 1) }
    #expect(Array(row.text(0).utf8) == Array(text.utf8))
    #expect(row.text(1) == "text")
    #expect(!row.isNull(0))
  }

  @Test(arguments: blobs) func `bytes come back`(_ blob: [UInt8]) throws {
    let row = try Self.echo { $0.bind(blob, 1) }
    #expect(row.blob(0) == blob)
    #expect(row.text(1) == "blob")
    #expect(!row.isNull(0))
  }

  @Test func `null comes back as null`() throws {
    let row = try Self.echo { $0.bindNull(1) }
    #expect(row.isNull(0))
    #expect(row.columnCount == 2)
  }

  @Test func `what was never bound is null`() throws {
    #expect(try Self.echo { _ in }.isNull(0))
  }

  static let canonical: [(sql: String, bytes: [UInt8])] = [
    ("NULL", [0]),
    ("1", [1, 1, 0, 0, 0, 0, 0, 0, 0]),
    ("-2", [1, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
    ("''", [2, 0, 0, 0, 0, 0, 0, 0, 0]),
    ("'ab'", [2, 2, 0, 0, 0, 0, 0, 0, 0, 0x61, 0x62]),
    ("x''", [3, 0, 0, 0, 0, 0, 0, 0, 0]),
    ("x'6162'", [3, 2, 0, 0, 0, 0, 0, 0, 0, 0x61, 0x62]),
    // A text that is no UTF-8 keeps its own bytes: it must not pass for the sign of repair.
    ("CAST(x'EFBFBD' AS TEXT)", [2, 3, 0, 0, 0, 0, 0, 0, 0, 0xEF, 0xBF, 0xBD]),
    ("CAST(x'FF' AS TEXT)", [2, 1, 0, 0, 0, 0, 0, 0, 0, 0xFF]),
  ]

  @Test(arguments: canonical) func `each value has one canonical form`(
    sql: String, bytes: [UInt8]
  ) throws {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    let statement = try engine.prepare("SELECT \(sql)")
    #expect(try statement.step())
    var found: [UInt8] = []
    statement.appendCanonical(0, to: &found)
    #expect(found == bytes)
  }

  @Test func `a statement runs again with its bindings`() throws {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    try engine.script("CREATE TABLE t (a INTEGER) STRICT")
    let insert = try engine.prepare("INSERT INTO t VALUES ($1)")
    insert.bind(5, 1)
    for _ in 0..<3 {
      #expect(try !insert.step())
      #expect(engine.changes == 1)
      insert.reset()
    }
    let sum = try engine.prepare("SELECT sum(a) FROM t")
    #expect(try sum.step())
    #expect(sum.integer(0) == 15)
    #expect(try !sum.step())
  }

  @Test func `a transaction is known while it is open`() throws {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    #expect(!engine.isInTransaction)
    try engine.script(engine.beginWrite)
    #expect(engine.isInTransaction)
    try engine.script("ROLLBACK")
    #expect(!engine.isInTransaction)
  }

  @Test func `SQL that SQLite cannot read is our fault`() throws {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    #expect(refusal { try engine.prepare("SELEC 1") } == .fault)
    #expect(refusal { try engine.prepare("") } == .fault)
    // A double-quoted word is a name, and there is none of it.
    #expect(refusal { try engine.prepare("SELECT \"a text\"") } == .fault)
  }

  @Test func `a trigger's word becomes its code, another constraint is our fault`() throws {
    let engine = try SQLiteEngine(path: ":memory:", mode: .create)
    try engine.script(
      """
      CREATE TABLE t (a INTEGER CHECK (a < 9)) STRICT;
      CREATE TRIGGER t_limit BEFORE INSERT ON t WHEN NEW.a = 5
      BEGIN SELECT RAISE(ABORT, 'quota.exhausted'); END;
      """)
    #expect(refusal { try engine.script("INSERT INTO t VALUES (5)") } == .quotaExhausted)
    #expect(refusal { try engine.script("INSERT INTO t VALUES (9)") } == .fault)
    #expect(refusal { try engine.script("INSERT INTO t VALUES (4)") } == nil)
  }
}
