import Domain
import Seeds
import Testing

@Suite struct WorkingCalendarSeedTests {
  static let calendar = Result { try Seeds.workingCalendar() }

  struct YearCase: Sendable {
    let year: Int
    let days: Int
  }

  static let years: [YearCase] = [
    YearCase(year: 2009, days: 249), YearCase(year: 2010, days: 247),
    YearCase(year: 2011, days: 247), YearCase(year: 2012, days: 247),
    YearCase(year: 2013, days: 246), YearCase(year: 2014, days: 245),
    YearCase(year: 2015, days: 245), YearCase(year: 2016, days: 245),
    YearCase(year: 2017, days: 245), YearCase(year: 2018, days: 246),
    YearCase(year: 2019, days: 246), YearCase(year: 2020, days: 246),
    YearCase(year: 2021, days: 245), YearCase(year: 2022, days: 246),
    YearCase(year: 2023, days: 246), YearCase(year: 2024, days: 249),
    YearCase(year: 2025, days: 246), YearCase(year: 2026, days: 247),
    YearCase(year: 2027, days: 247),
  ]

  @Test(arguments: years) func `a year has its working days`(_ expected: YearCase) throws {
    let calendar = try Self.calendar.get()
    let first = try #require(LocalDate(year: expected.year, month: 1, day: 1))
    let last = try #require(LocalDate(year: expected.year, month: 12, day: 31))
    #expect(try calendar.count(from: first, through: last) == expected.days)
  }

  struct DayCase: Sendable {
    let day: String
    let works: Bool
  }

  static let days: [DayCase] = [
    // No holiday any more in 2026; it was one the year before, carried over to Monday.
    DayCase(day: "2026-08-31", works: true), DayCase(day: "2025-09-01", works: false),
    // Nauryz of 2026 falls on a weekend for two days, which are carried over.
    DayCase(day: "2026-03-24", works: false), DayCase(day: "2026-03-25", works: false),
    // Swapped: a Sunday, a Saturday, and a Monday after Victory Day.
    DayCase(day: "2025-01-05", works: true), DayCase(day: "2024-05-04", works: true),
    DayCase(day: "2020-05-11", works: true), DayCase(day: "2024-05-05", works: false),
  ]

  @Test(arguments: days) func `a day works or is free`(_ expected: DayCase) throws {
    let day = try #require(LocalDate(iso: expected.day))
    #expect(try Self.calendar.get().isWorking(day) == expected.works)
  }

  @Test func `the commission of October 2025 has three working days`() throws {
    let day = try #require(LocalDate(iso: "2025-10-23"))
    let end = try Self.calendar.get().adding(workingDays: 3, to: day)
    // Friday 24; Monday 27 is free for Republic Day; Tuesday 28, Wednesday 29.
    #expect(end.description == "2025-10-29")
  }

  @Test func `the calendar says what it is`() throws {
    let calendar = try Self.calendar.get()
    #expect(calendar.version == "2026-03")
    #expect(calendar.years == 2009...2027)
    #expect(calendar.citation(year: 2026)?.standing == .press)
    #expect(calendar.citation(year: 2027)?.standing == .unconfirmed)
    #expect(calendar.citation(year: 2028) == nil)
  }

  struct Mistake: Sendable {
    let row: String
    let detail: String
  }

  static let mistakes: [Mistake] = [
    Mistake(
      row: "2026,a,01-01 01-02,,260,press,a test", detail: "2026 has 259 working days, not 260"),
    Mistake(row: "2026,a,02-30,,261,press,a test", detail: "“02-30” is not a day of 2026"),
    Mistake(
      row: "2026,a,,,many,press,a test", detail: "“many” in “working_days” is not a whole number"),
    Mistake(row: "2026,,,,261,press,a test", detail: "“version” is empty"),
    Mistake(row: "2026,a,,,261,press,", detail: "“source” is empty"),
    Mistake(
      row: "2026,a,,,261,sure,a test",
      detail: "“sure” in “standing” is none of law, official, press, reconstructed, unconfirmed"),
  ]

  @Test(arguments: mistakes) func `a mistake in the table is named with its line`(
    _ mistake: Mistake
  ) {
    let header = "year,version,days_off,works,working_days,standing,source"
    let bytes = Array("\(header)\n\(mistake.row)\n".utf8)
    #expect(
      throws: Failure(.ruleMalformed, "Reference/calendar.csv, line 2: \(mistake.detail)")
    ) { try Seeds.workingCalendar(bytes) }
  }
}
