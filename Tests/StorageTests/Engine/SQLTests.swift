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

  @Test func `raw text stands as it is`() {
    let columns: StaticString = "id, act"
    let sql: SQL = "SELECT \(raw: columns) FROM t WHERE id = \(3)"
    #expect(sql.text == "SELECT id, act FROM t WHERE id = $1")
  }
}
