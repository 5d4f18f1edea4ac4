import Domain
import Testing

@Suite struct WorkingCalendarTests {
  static let source = Citation("a test", standing: .press)

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  static func year(_ year: Int, off: [String], works: [String]) throws -> WorkingCalendar.Year {
    WorkingCalendar.Year(
      year: year, daysOff: try off.map(day), works: try works.map(day), citation: source)
  }

  /// 2026-03-09 (Monday) is free; Saturday 2026-03-14 is worked instead.
  static func calendar() throws -> WorkingCalendar {
    let march = try year(2026, off: ["2026-03-09"], works: ["2026-03-14"])
    return try WorkingCalendar(version: "test", years: [march])
  }

  struct Term: Sendable {
    let from: String
    let days: Int
    let ends: String
  }

  static let terms: [Term] = [
    // The day of the event is not counted.
    Term(from: "2026-03-02", days: 1, ends: "2026-03-03"),
    // Over a weekend and a holiday.
    Term(from: "2026-03-06", days: 1, ends: "2026-03-10"),
    // A swapped Saturday counts.
    Term(from: "2026-03-12", days: 2, ends: "2026-03-14"),
    Term(from: "2026-03-12", days: 3, ends: "2026-03-16"),
    // From a free day.
    Term(from: "2026-03-08", days: 1, ends: "2026-03-10"),
    Term(from: "2026-03-08", days: 0, ends: "2026-03-08"),
  ]

  @Test(arguments: terms) func `a term ends on its last working day`(_ term: Term) throws {
    let end = try Self.calendar().adding(workingDays: term.days, to: Self.day(term.from))
    #expect(end.description == term.ends)
  }

  @Test func `both ends are counted`() throws {
    let calendar = try Self.calendar()
    let (first, last) = (try Self.day("2026-03-09"), try Self.day("2026-03-14"))
    #expect(try calendar.count(from: first, through: last) == 5)
    #expect(try calendar.count(from: last, through: last) == 1)
    #expect(throws: Failure(.dateOrder, "2026-03-09 is before 2026-03-14")) {
      try calendar.count(from: last, through: first)
    }
  }

  @Test func `a year without data is refused, not guessed`() throws {
    let calendar = try Self.calendar()
    for text in ["2025-12-31", "2027-01-01"] {
      let day = try Self.day(text)
      let failure = #expect(throws: Failure.self) { try calendar.isWorking(day) }
      #expect(failure?.code == .calendarYear)
    }
    let last = try Self.day("2026-12-31")
    let failure = #expect(throws: Failure.self) {
      try calendar.adding(workingDays: 1, to: last)
    }
    #expect(failure?.code == .calendarYear)
  }

  @Test func `a term has no negative days`() throws {
    let calendar = try Self.calendar()
    let day = try Self.day("2026-03-02")
    let failure = #expect(throws: Failure.self) { try calendar.adding(workingDays: -1, to: day) }
    #expect(failure?.code == .fieldValue)
  }

  @Test func `the data must be days of their year and kind`() throws {
    let wrong = [
      try Self.year(2026, off: ["2026-03-08"], works: []),
      try Self.year(2026, off: ["2026-03-13"], works: ["2026-03-13"]),
      try Self.year(2026, off: [], works: ["2025-03-14"]),
      try Self.year(2026, off: ["2025-03-10"], works: []),
    ]
    for year in wrong {
      let failure = #expect(throws: Failure.self) {
        try WorkingCalendar(version: "test", years: [year])
      }
      #expect(failure?.code == .ruleMalformed)
    }
    let gap = [
      try Self.year(2024, off: [], works: []), try Self.year(2026, off: [], works: []),
    ]
    #expect(throws: Failure(.ruleMalformed, "the working calendar lacks 2025")) {
      try WorkingCalendar(version: "test", years: gap)
    }
  }
}
