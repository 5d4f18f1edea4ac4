import Domain
import SQLiteEngine
import Storage
import TestSupport
import Testing

/// Whatever is changed behind the register's back is found.
@Suite struct TrailTests {
  /// A register whose database no longer keeps anything: its triggers, indexes and checks are gone.
  static func unguarded() throws -> (register: TestRegister, database: Database) {
    let register = try TestRegister()
    try register.playMixedMonth()
    let guards = try register.database.read { (transaction) throws(Failure) in
      try transaction.all(
        """
        SELECT 'DROP ' || type || ' ' || name FROM sqlite_schema
        WHERE type IN ('trigger', 'index') AND sql IS NOT NULL
        """
      ) { (row: inout Row) throws(Failure) in row.text() }
    }
    let path = register.path
    let database = try Database { () throws(Failure) in
      let engine = try SQLiteEngine(path: path)
      try engine.script("PRAGMA foreign_keys = OFF")
      try engine.script("PRAGMA ignore_check_constraints = ON")
      return Connection(engine)
    }
    try database.write { (transaction) throws(Failure) in
      for drop in guards { try transaction.run(SQL(stringLiteral: drop)) }
    }
    return (register, database)
  }

  /// What is found once `sql` has run, or that the database refused it; nothing stays changed.
  static func problems(after sql: String, _ database: Database) throws -> [String] {
    try database.write { (transaction) throws(Failure) in
      transaction.leaveNoTrace()
      do throws(Failure) {
        let changed = try transaction.run(SQL(stringLiteral: sql))
        guard changed == 1 else { return [] }
      } catch {
        guard error.detail.contains("UNIQUE constraint failed") else { throw error }
        return [error.detail]
      }
      return try Trail.verify(in: transaction).problems
    }
  }

  @Test func `a register that nobody bent has no problems`() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    let contents = try register.contents()
    #expect(contents.problems == [])
    #expect(contents.acts == 224)
    #expect(contents.rows > 150)
  }

  @Test func `the same month gives the same digest, another month another`() throws {
    let (first, second) = (try TestRegister(), try TestRegister())
    try first.playMixedMonth()
    try second.playMixedMonth()
    #expect(try first.contents() == second.contents())
    try second.register(Samples.family("one more"))
    #expect(try first.contents().dataDigest != second.contents().dataDigest)
  }

  @Test func `every changed value of every table is found`() throws {
    let (_, database) = try Self.unguarded()
    var unseen: [String] = []
    for layout in Layout.all {
      for column in layout.columns + (layout.closes ? ["closed_by"] : []) {
        for row in ["min", "max"] {
          let found = try Self.problems(
            after: Self.change(column, of: layout.name, row: row), database)
          if found.isEmpty { unseen.append("\(layout.name).\(column), \(row)") }
        }
      }
    }
    #expect(unseen == [])
  }

  @Test func `every changed field of an act is found`() throws {
    let (_, database) = try Self.unguarded()
    var unseen: [String] = []
    for (table, columns) in AppendOnlyTests.tables where table == "act" {
      for column in columns {
        for row in ["min", "max"] {
          let found = try Self.problems(after: Self.change(column, of: table, row: row), database)
          if found.isEmpty { unseen.append("act.\(column), \(row)") }
        }
      }
    }
    #expect(unseen == [])
  }

  /// Another value of the same kind in the first or the last row: one more, one letter more, a
  /// byte more.
  static func change(_ column: String, of table: String, row: String) -> String {
    """
    UPDATE \(table) SET \(column) = CASE typeof(\(column))
      WHEN 'integer' THEN \(column) + 1
      WHEN 'text' THEN \(column) || 'x'
      WHEN 'blob' THEN CAST(\(column) || x'00' AS BLOB)
      ELSE (SELECT CASE type WHEN 'INTEGER' THEN 1 WHEN 'BLOB' THEN x'00' ELSE '' END
        FROM pragma_table_info('\(table)') WHERE name = '\(column)') END
    WHERE id = (SELECT \(row)(id) FROM \(table))
    """
  }

  @Test func `every removed row is found`() throws {
    let (_, database) = try Self.unguarded()
    for layout in Layout.all {
      for row in ["min", "max"] {
        let sql = "DELETE FROM \(layout.name) WHERE id = (SELECT \(row)(id) FROM \(layout.name))"
        #expect(try !Self.problems(after: sql, database).isEmpty, "\(layout.name), \(row)")
      }
    }
  }

  @Test func `every row that no act wrote is found`() throws {
    let (_, database) = try Self.unguarded()
    for layout in Layout.all {
      let rest = layout.columns.dropFirst(2)
      for act in ["1", "act", "(SELECT max(id) FROM act)", "1000000", "0", "-1"] {
        let values = ["(SELECT max(id) + 1 FROM \(layout.name))", act] + rest
        let sql = """
          INSERT INTO \(layout.name) (\(layout.columns.joined(separator: ", ")))
          SELECT \(values.joined(separator: ", ")) FROM \(layout.name) LIMIT 1
          """
        #expect(try !Self.problems(after: sql, database).isEmpty, "\(layout.name), act \(act)")
      }
    }
  }

  @Test func `every reopened or wrongly closed row is found`() throws {
    let (_, database) = try Self.unguarded()
    for layout in Layout.all where layout.closes {
      for act in ["1", "1000000", "0", "-1"] {
        let sql = """
          UPDATE \(layout.name) SET closed_by = \(act) WHERE id =
            (SELECT min(id) FROM \(layout.name) WHERE closed_by IS NULL)
          """
        #expect(try !Self.problems(after: sql, database).isEmpty, "\(layout.name), act \(act)")
      }
    }
    for name in ["user_role", "place"] {
      let sql = """
        UPDATE \(name) SET closed_by = NULL WHERE id =
          (SELECT min(id) FROM \(name) WHERE closed_by IS NOT NULL)
        """
      #expect(try !Self.problems(after: sql, database).isEmpty, "\(name)")
    }
  }

  @Test func `a removed act is found, and a cut tail by the head`() throws {
    let (_, database) = try Self.unguarded()
    for act in ["1", "2", "15", "(SELECT max(id) - 1 FROM act)"] {
      let problems = try Self.problems(after: "DELETE FROM act WHERE id = \(act)", database)
      #expect(!problems.isEmpty, "act \(act)")
    }
    // The last act read and wrote nothing: only the head kept elsewhere tells that it was there.
    try database.write { (transaction) throws(Failure) in
      transaction.leaveNoTrace()
      let head = try Trail.verify(in: transaction).head
      try transaction.run("DELETE FROM act WHERE id = (SELECT max(id) FROM act)")
      let cut = try Trail.verify(in: transaction)
      #expect(cut.problems.isEmpty)
      #expect(cut.head != head)
    }
  }

  @Test func `two acts that changed places are found`() throws {
    let (_, database) = try Self.unguarded()
    try database.write { (transaction) throws(Failure) in
      transaction.leaveNoTrace()
      for (from, to) in [(12, -1), (13, 12), (-1, 13)] {
        try transaction.run("UPDATE act SET id = \(to) WHERE id = \(from)")
      }
      #expect(try !Trail.verify(in: transaction).problems.isEmpty)
    }
  }

  @Test func `a broken byte does not pass for the sign of repair`() throws {
    let (register, database) = try Self.unguarded()
    try register.register(Samples.family("mark").with(.originPlace, "\u{FFFD}"))
    let sql = """
      UPDATE family_record SET origin_place = CAST(x'FF' AS TEXT)
      WHERE id = (SELECT max(id) FROM family_record)
      """
    #expect(try !Self.problems(after: sql, database).isEmpty)
  }

  @Test func `so many problems are said, and that there are more`() throws {
    let (_, database) = try Self.unguarded()
    let problems = try database.write { (transaction) throws(Failure) in
      transaction.leaveNoTrace()
      try transaction.run("UPDATE act SET user = 'nobody'")
      return try Trail.verify(in: transaction).problems
    }
    #expect(problems.count == 21)
    #expect(problems.first == "act 1: its hash does not follow from the chain")
    #expect(problems.last == "there are more")
  }
}
