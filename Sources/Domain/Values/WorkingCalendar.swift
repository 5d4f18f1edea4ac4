/// The working days of the five-day week, year by year.
///
/// Holidays, their carried-over days and swapped days differ every year and are data. A deadline
/// keeps the ``version`` it was computed with: in March 2026 the new Constitution struck out the
/// holiday of 31 August, and deadlines across that day moved.
package struct WorkingCalendar: Sendable {
  /// The month of the last change to the data, such as `2026-03`.
  package let version: String
  /// The first and the last year known.
  package let years: ClosedRange<Int>

  private let firstDay: LocalDate
  /// Working days before the day at this place; one entry more than there are days.
  private let before: [Int32]
  private let citations: [Citation]

  /// A year's departures from "Monday to Friday are working days".
  package struct Year: Hashable, Sendable {
    package let year: Int
    /// Monday to Friday, yet free.
    package let daysOff: [LocalDate]
    /// Working though a Saturday, a Sunday or a carried-over holiday (Monday 2020-05-11).
    package let works: [LocalDate]
    package let citation: Citation

    package init(year: Int, daysOff: [LocalDate], works: [LocalDate], citation: Citation) {
      self.year = year
      self.daysOff = daysOff
      self.works = works
      self.citation = citation
    }
  }

  /// Throws `rule.malformed` unless the years follow one another, and each names days of its own.
  package init(version: String, years list: [Year]) throws(Failure) {
    guard let first = list.first, let last = list.last,
      let start = LocalDate(year: first.year, month: 1, day: 1)
    else { throw Failure(.ruleMalformed, "the working calendar has no years") }
    var counts: [Int32] = [0]
    for (index, entry) in list.enumerated() {
      guard entry.year == first.year + index else {
        throw Failure(.ruleMalformed, "the working calendar lacks \(first.year + index)")
      }
      try Self.append(entry, to: &counts)
    }
    self.version = version
    years = first.year...last.year
    firstDay = start
    before = counts
    citations = list.map(\.citation)
  }

  private static func append(_ entry: Year, to counts: inout [Int32]) throws(Failure) {
    let (off, works) = (Set(entry.daysOff), Set(entry.works))
    for day in entry.daysOff where day.year != entry.year || day.weekday > 5 {
      throw Failure(.ruleMalformed, "\(day) is no day off Monday to Friday of \(entry.year)")
    }
    for day in entry.works where day.year != entry.year || off.contains(day) {
      throw Failure(.ruleMalformed, "\(day) is no swapped working day of \(entry.year)")
    }
    guard var day = LocalDate(year: entry.year, month: 1, day: 1) else { return }
    var total = counts.last ?? 0
    for _ in 0..<(LocalDate.isLeap(entry.year) ? 366 : 365) {
      if works.contains(day) || day.weekday <= 5 && !off.contains(day) { total += 1 }
      counts.append(total)
      day = day.adding(days: 1)
    }
  }

  /// Where the calendar of a year was read; nil for a year it lacks.
  package func citation(year: Int) -> Citation? {
    years.contains(year) ? citations[year - years.lowerBound] : nil
  }

  /// Throws `calendar.year` for a day outside ``years``, as the others do.
  package func isWorking(_ day: LocalDate) throws(Failure) -> Bool {
    let place = try place(of: day)
    return before[place + 1] > before[place]
  }

  /// The working day that is the `count`-th after a day, which itself is not counted.
  ///
  /// Zero days after a day is that day, working or not. Throws `field.value` for fewer.
  package func adding(workingDays count: Int, to day: LocalDate) throws(Failure) -> LocalDate {
    guard count >= 0 else {
      throw Failure(.fieldValue, "a term cannot have \(count) working days")
    }
    let start = try place(of: day)
    guard count > 0 else { return day }
    let target = Int(before[start + 1]) + count
    guard target <= Int(before[before.count - 1]) else {
      throw unknown("\(count) working days after \(day)")
    }
    // The first day with `target` working days up to and with itself.
    var (low, high) = (start + 1, before.count - 2)
    while low < high {
      let middle = (low + high) / 2
      if Int(before[middle + 1]) >= target { high = middle } else { low = middle + 1 }
    }
    return firstDay.adding(days: low)
  }

  /// How many working days there are from one day through another, both counted.
  ///
  /// Throws `date.order` where the last day is before the first.
  package func count(from first: LocalDate, through last: LocalDate) throws(Failure) -> Int {
    guard first <= last else { throw Failure(.dateOrder, "\(last) is before \(first)") }
    return Int(before[try place(of: last) + 1] - before[try place(of: first)])
  }

  private func place(of day: LocalDate) throws(Failure) -> Int {
    let place = Int(day.dayNumber) - Int(firstDay.dayNumber)
    guard place >= 0, place < before.count - 1 else { throw unknown("\(day)") }
    return place
  }

  private func unknown(_ what: String) -> Failure {
    Failure(
      .calendarYear,
      "\(what) is outside the working calendar, \(years.lowerBound) to \(years.upperBound)",
      hint: "add the year to the calendar when the ministry publishes it")
  }
}
