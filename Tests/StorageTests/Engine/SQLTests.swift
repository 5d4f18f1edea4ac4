import Domain
import Storage
import TestSupport
import Testing

@Suite struct SQLTests {
  @Test func `a value becomes a placeholder and never text`() {
    let name = "x'; DROP TABLE act; --"
    let sql: SQL = "SELECT 1 WHERE a = \(name) AND b = \(7) AND c = \(Int64.min)"
    #expect(sql.text == "SELECT 1 WHERE a = $1 AND b = $2 AND c = $3")
    #expect(sql.values == [.text("x'; DROP TABLE act; --"), .integer(7), .integer(.min)])
  }

  @Test func `each kind of value has its form`() throws {
    let day = try #require(LocalDate(iso: "2026-03-10"))
    let nothing: String? = nil
    let family = Number<Family>(year: 2026, serial: 123)
    let sql: SQL = "\(day), \(nothing), \(family), \(QuotaKind.kandas), \(Role.auditor)"
    #expect(sql.text == "$1, $2, $3, $4, $5")
    #expect(
      sql.values == [
        .text("2026-03-10"), .null, .integer(20_260_000_123), .text("kandas"), .text("auditor"),
      ])
  }

  @Test func `a list becomes as many placeholders`() {
    let sql: SQL = "a = \(1) AND b IN (\(list: ["x", "y", "z"])) AND c = \(2)"
    #expect(sql.text == "a = $1 AND b IN ($2, $3, $4) AND c = $5")
    #expect(sql.values.count == 5)
  }

  @Test func `raw text stands as it is`() {
    let columns: StaticString = "id, act"
    let sql: SQL = "SELECT \(raw: columns) FROM t WHERE id = \(3)"
    #expect(sql.text == "SELECT id, act FROM t WHERE id = $1")
  }

  static var appended: [(first: SQL, second: SQL, text: String, count: Int)] {
    [
      ("a", "b", "ab", 0),
      ("a = \(1)", " AND b = \(2)", "a = $1 AND b = $2", 2),
      ("", "\(1), \(2)", "$1, $2", 2),
      ("\(1), \(2), ", "\(3)", "$1, $2, $3", 3),
    ]
  }

  @Test func `appending numbers the placeholders on`() {
    for example in Self.appended {
      var sql = example.first
      sql.append(example.second)
      #expect(sql.text == example.text)
      #expect(sql.values.count == example.count)
    }
  }

  @Test func `twelve values number as twelve`() {
    var sql: SQL = ""
    for value in 1...12 { sql.append("\(value);") }
    #expect(sql.text == "$1;$2;$3;$4;$5;$6;$7;$8;$9;$10;$11;$12;")
    #expect(sql.values.last == .integer(12))
  }

  @Test func `appended statements run together`() throws {
    let register = try TestRegister(isSetUp: false)
    let sum = try register.database.read { (transaction) throws(Failure) in
      var sql: SQL = "SELECT \(40) + "
      sql.append("\(2)")
      return try transaction.integer(sql)
    }
    #expect(sum == 42)
  }
}
