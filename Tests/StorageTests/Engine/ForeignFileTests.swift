import Domain
import Hashing
import SQLiteEngine
import Storage
import TestSupport
import Testing

/// A file of another program is refused, and not one byte of it is changed.
@Suite struct ForeignFileTests {
  static let schemas: [(name: String, sql: String)] = [
    ("a table", "CREATE TABLE t (a); INSERT INTO t VALUES (1)"),
    ("another application", "PRAGMA application_id = 1196444487; CREATE TABLE t (a)"),
    ("another application without tables", "PRAGMA application_id = 1196444487"),
    ("a log of its own", "PRAGMA journal_mode = WAL; CREATE TABLE t (a)"),
  ]

  /// Made as another program would: our engine makes the file, then becomes someone else's.
  static func make(_ sql: String, in folder: TemporaryFolder) throws {
    let engine = try SQLiteEngine(path: folder.file("other.db"), mode: .create)
    try engine.script("PRAGMA journal_mode = DELETE")
    try engine.script(sql)
  }

  @Test func `a database of another program is left alone`() throws {
    for (name, sql) in Self.schemas {
      let folder = try TemporaryFolder()
      try Self.make(sql, in: folder)
      let before = folder.bytes(of: "other.db")
      #expect(!before.isEmpty)
      for mode in [SQLiteEngine.Mode.existing, .create] {
        let code = refusal { try SQLiteEngine(path: folder.file("other.db"), mode: mode) }
        #expect(code == .databaseForeign, "\(name), \(mode)")
      }
      let isUnchanged = folder.bytes(of: "other.db") == before
      #expect(isUnchanged, "\(name)")
      #expect(folder.names == ["other.db"], "\(name)")
    }
  }

  static let contents: [(name: String, bytes: [UInt8])] = [
    ("a text", Array("family_ref,relation\nA-1,head\n".utf8)),
    ("a long text", Array(String(repeating: "Қандастар туралы\n", count: 400).utf8)),
    ("zeros", Array(repeating: 0, count: 4096)),
    ("a torn header", Array("SQLite format 3\0".utf8)),
  ]

  @Test func `a file that is no database is left alone`() throws {
    for (name, bytes) in Self.contents {
      let folder = try TemporaryFolder()
      try folder.write(bytes, to: "file")
      for mode in [SQLiteEngine.Mode.existing, .create] {
        let code = refusal { try SQLiteEngine(path: folder.file("file"), mode: mode) }
        #expect(code == .databaseForeign, "\(name), \(mode)")
      }
      #expect(folder.bytes(of: "file") == bytes, "\(name)")
      #expect(folder.names == ["file"], "\(name)")
    }
  }

  @Test func `what is not there is not found, and not made`() throws {
    let folder = try TemporaryFolder()
    #expect(refusal { try SQLiteEngine(path: folder.file("none.db")) } == .databaseNotFound)
    #expect(
      refusal { try SQLiteEngine(path: folder.file("no/none.db"), mode: .create) }
        == .databaseNotFound)
    #expect(folder.names.isEmpty)
  }

  @Test func `an empty file is made a register only where one may be made`() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "empty.db")
    #expect(refusal { try SQLiteEngine(path: folder.file("empty.db")) } == .databaseForeign)
    #expect(folder.bytes(of: "empty.db").isEmpty)
    #expect(refusal { try SQLiteEngine(path: folder.file("empty.db"), mode: .create) } == nil)
  }

  @Test func `a cut register is damaged or foreign, never taken for whole`() throws {
    let register = try TestRegister()
    _ = try SQLiteEngine(path: register.path).script("PRAGMA wal_checkpoint(TRUNCATE)")
    let whole = register.folder.bytes(of: TestRegister.fileName)
    for length in [50, 100, 4096, 8192, whole.count / 2] {
      let folder = try TemporaryFolder()
      try folder.write(Array(whole.prefix(length)), to: "cut.db")
      let code = refusal {
        let database = try Database(TestRegister.opener(folder.file("cut.db")))
        try database.read { (transaction) throws(Failure) in
          _ = try Trail.verify(in: transaction)
        }
      }
      #expect(code == .databaseForeign || code == .databaseDamaged, "\(length) bytes: \(code)")
    }
  }
}
