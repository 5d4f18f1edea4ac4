import Domain
import Testing

@Suite("The order of the waiting list")
struct QueuePrioritiesTests {
  private static func day(_ text: String) throws -> LocalDate {
    try #require(LocalDate(iso: text))
  }

  private static func priority(_ code: String, _ rank: Int, from: String, to: String? = nil) throws
    -> QueuePriorities.Priority
  {
    QueuePriorities.Priority(
      code: code, rank: rank,
      during: try #require(Period(from: day(from), to: to.map { try day($0) })),
      name: LocalizedText(code), citation: Citation("a test", standing: .unconfirmed), note: nil)
  }

  private static func family(_ serial: Int, _ applied: String, _ priority: String? = nil) throws
    -> WaitingFamily
  {
    WaitingFamily(
      family: Number(year: 2026, serial: serial), people: 1, region: "KZ-27",
      appliedOn: try day(applied), priority: priority)
  }

  @Test("By rank, then by day, then by number")
  func order() throws {
    let priorities = try QueuePriorities([
      Self.priority("first", 1, from: "2020-01-01"), Self.priority("second", 2, from: "2020-01-01"),
    ])
    let families = try [
      Self.family(1, "2026-03-02"), Self.family(2, "2026-03-01"), Self.family(3, "2026-03-01"),
      Self.family(4, "2026-05-01", "second"), Self.family(5, "2026-06-01", "first"),
      Self.family(6, "2026-04-01", "second"),
    ]
    let ordered = priorities.inOrder(families, on: try Self.day("2026-07-01"))
    #expect(ordered.map(\.family.serial) == [5, 6, 4, 2, 3, 1])
  }

  @Test("A priority counts on its days alone")
  func dated() throws {
    let priorities = try QueuePriorities([
      Self.priority("old", 1, from: "2005-01-01", to: "2008-01-01")
    ])
    let families = try [Self.family(1, "2007-03-01"), Self.family(2, "2007-03-02", "old")]
    func order(_ day: String) throws -> [Int] {
      priorities.inOrder(families, on: try Self.day(day)).map(\.family.serial)
    }
    #expect(try order("2007-12-31") == [2, 1])
    #expect(try order("2008-01-01") == [1, 2])
  }

  @Test("A code has one rank a day")
  func twice() throws {
    let twice = try [
      Self.priority("same", 1, from: "2005-01-01", to: "2008-01-01"),
      Self.priority("same", 2, from: "2007-12-31"),
    ]
    #expect(throws: Failure.self) { try QueuePriorities(twice) }
  }
}
