import Domain
import Storage
import TestSupport
import Testing

@Suite struct LayoutTests {
  /// Tables that are no facts: the trail itself, reference data, what is derived, the schema's own.
  static let others: Set<String> = [
    "act", "region", "name_token", "name_pack", "name_mark", "name_token_key", "name_token_unkeyed",
    "match_key", "match_count", "match_mark", "schema_step",
  ]
  /// Columns that follow from transfers; the sum of these proves them instead of the trail.
  static let derived = ["ledger_account": ["held", "spent"]]

  static func words(_ sql: SQL, _ register: TestRegister) throws -> [String] {
    try register.database.read { (transaction) throws(Failure) in
      try transaction.all(sql) { (row: inout Row) throws(Failure) in row.text() }
    }
  }

  @Test func `tags are the places in the list, and names are said once`() {
    #expect(Layout.all.map(\.index) == Array(0..<Layout.all.count))
    #expect(Set(Layout.all.map(\.name)).count == Layout.all.count)
  }

  @Test func `every table of the schema is a fact or a known exception`() throws {
    let register = try TestRegister(isSetUp: false)
    let tables = try Self.words(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", register)
    let facts = Layout.all.map(\.name)
    #expect(Set(tables) == Set(facts).union(Self.others))
    #expect(Set(facts).isDisjoint(with: Self.others))
  }

  @Test func `every table is digested with all its columns, in order`() throws {
    let register = try TestRegister(isSetUp: false)
    for layout in Layout.all {
      var columns = try Self.words(
        "SELECT name FROM pragma_table_info(\(layout.name)) ORDER BY cid", register)
      columns.removeAll { Self.derived[layout.name, default: []].contains($0) }
      let first = Array(layout.columns.prefix(layout.firstCount))
      let later = Array(layout.columns.dropFirst(layout.firstCount))
      let closing = layout.closes ? ["closed_by"] : []
      #expect(columns == first + closing + later, "\(layout.name)")
    }
  }

  @Test func `every table is strict`() throws {
    let register = try TestRegister(isSetUp: false)
    let loose = try Self.words(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0",
      register)
    #expect(loose == ["sqlite_schema"])
  }

  @Test func `every table has the triggers that keep it`() throws {
    let register = try TestRegister(isSetUp: false)
    for layout in Layout.all {
      let triggers = try Self.words(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = \(layout.name)",
        register)
      var expected: Set = ["\(layout.name)_stays", "\(layout.name)_keeps"]
      if layout.closes { expected.insert("\(layout.name)_closes") }
      #expect(Set(triggers).isSuperset(of: expected), "\(layout.name)")
    }
  }

  @Test func `the acts that closed a row are found without reading the table`() throws {
    let register = try TestRegister(isSetUp: false)
    for layout in Layout.all where layout.closes {
      let plan = try register.database.read { (transaction) throws(Failure) in
        try transaction.all(
          SQL(
            stringLiteral: "EXPLAIN QUERY PLAN SELECT closed_by, id FROM \(layout.name) "
              + "WHERE closed_by IS NOT NULL ORDER BY 1, 2")
        ) { (row: inout Row) throws(Failure) -> String in
          _ = (row.integer(), row.integer(), row.integer())
          return row.text()
        }
      }
      #expect(plan.count == 1 && plan[0].contains("_closed"), "\(layout.name): \(plan)")
    }
  }
}
