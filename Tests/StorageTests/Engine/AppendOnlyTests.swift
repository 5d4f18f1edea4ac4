import Domain
import Storage
import TestSupport
import Testing

/// The database itself refuses to change or remove what was written, whoever asks.
@Suite struct AppendOnlyTests {
  /// The facts, and the trail of acts.
  static let tables: [(name: String, columns: [String])] =
    Layout.all.map { ($0.name, $0.columns) } + [
      (
        "act",
        [
          "id", "at", "today", "user", "action", "subject", "detail", "key", "request", "content",
          "hash",
        ]
      )
    ]

  /// What the database says to a statement, which leaves no trace.
  static func answer(_ sql: String, _ register: TestRegister) -> String? {
    refusalDetail {
      try register.database.write { (transaction) throws(Failure) in
        transaction.leaveNoTrace()
        try transaction.run(SQL(stringLiteral: sql))
      }
    }
  }

  @Test func `nothing written is changed, removed or replaced`() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    let before = try register.contents()
    for (table, columns) in Self.tables {
      let no = "append-only: \(table)"
      #expect(try register.integer("SELECT count(*) FROM \(table)") > 0, "\(table) is empty")
      for column in columns {
        let answer = Self.answer("UPDATE \(table) SET \(column) = \(column)", register)
        #expect(answer?.hasSuffix(no) == true, "\(table).\(column)")
      }
      #expect(Self.answer("DELETE FROM \(table)", register)?.hasSuffix(no) == true, "\(table)")
      let all = columns.joined(separator: ", ")
      let replace = "INSERT OR REPLACE INTO \(table) (\(all)) SELECT \(all) FROM \(table) LIMIT 1"
      #expect(Self.answer(replace, register)?.hasSuffix(no) == true, "\(table) was replaced")
    }
    #expect(try register.contents() == before)
  }

  @Test func `a row is closed once, and stays closed`() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    for layout in Layout.all where layout.closes {
      let name = layout.name
      try register.database.write { (transaction) throws(Failure) in
        transaction.leaveNoTrace()
        try transaction.run(
          SQL(stringLiteral: "UPDATE \(name) SET closed_by = 1 WHERE closed_by IS NULL"))
        for value in ["NULL", "1", "2"] {
          let detail = refusalDetail {
            try transaction.run(SQL(stringLiteral: "UPDATE \(name) SET closed_by = \(value)"))
          }
          #expect(detail?.hasSuffix("append-only: \(name)") == true, "\(name) to \(value)")
        }
      }
    }
  }
}
