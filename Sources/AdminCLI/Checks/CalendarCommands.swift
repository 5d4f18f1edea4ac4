import Domain
import Reports
import Services

/// `kosh calendar add`: the day a term ends.
struct CalendarAddCommand: Command {
  static let words = "calendar add"
  static let summary = "Find the working day that many working days after a day."
  static let details = """
    The day itself is not counted. Days off and swapped working days are those of the five-day \
    week, 2009 to 2027; the answer names the version of the calendar.
    """
  static let examples = ["kosh calendar add 2026-03-05 3"]
  static let parameters: [CommandParameter] = [
    .argument("date", "the day of the event"), .argument("days", "how many working days"),
  ]

  private let date: LocalDate
  private let days: Int

  init(_ arguments: Arguments) throws(Failure) {
    date = try arguments.requiredDate("date")
    days = Int(clamping: try arguments.count("days") ?? 0)
  }

  func run(in context: Context) throws(Failure) {
    let calendar = try Reference.calendar()
    let end = try calendar.adding(workingDays: days, to: date)
    context.console.answer(
      [
        "from": .date(date), "working_days": .count(days), "date": .date(end),
        "calendar": .string(calendar.version),
      ], "\(end)\n")
  }
}

/// `kosh calendar count`: the working days of a span.
struct CalendarCountCommand: Command {
  static let words = "calendar count"
  static let summary = "Count the working days from one day to another, both included."
  static let examples = ["kosh calendar count 2026-01-01 2026-12-31"]
  static let parameters: [CommandParameter] = [
    .argument("from", "the first day"), .argument("to", "the last day"),
  ]

  private let from: LocalDate
  private let to: LocalDate

  init(_ arguments: Arguments) throws(Failure) {
    from = try arguments.requiredDate("from")
    to = try arguments.requiredDate("to")
  }

  func run(in context: Context) throws(Failure) {
    let calendar = try Reference.calendar()
    let count = try calendar.count(from: from, through: to)
    context.console.answer(
      [
        "from": .date(from), "to": .date(to), "working_days": .count(count),
        "calendar": .string(calendar.version),
      ], "\(count)\n")
  }
}
