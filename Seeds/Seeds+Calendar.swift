package import Domain

extension Seeds {
  /// The working days of 2009 to 2027, from `Reference/calendar.csv`.
  ///
  /// Each row says how many working days its year has; a sum that differs is `rule.malformed`.
  package static func workingCalendar() throws(Failure) -> WorkingCalendar {
    try workingCalendar(try file("Reference/calendar.csv"))
  }

  /// Reads a table of the same columns.
  package static func workingCalendar(_ bytes: [UInt8]) throws(Failure) -> WorkingCalendar {
    let table = try SeedTable("Reference/calendar.csv", bytes)
    var years: [WorkingCalendar.Year] = []
    var version = ""
    for row in table.rows {
      let own = try row.required("version")
      guard version.isEmpty || version == own else {
        throw row.malformed("version \(own) follows \(version)")
      }
      version = own
      years.append(
        WorkingCalendar.Year(
          year: Int(try row.number("year")), daysOff: try days(row, "days_off"),
          works: try days(row, "works"), citation: try row.citation()))
    }
    let calendar = try WorkingCalendar(version: version, years: years)
    for row in table.rows {
      let (year, stated) = (try row.required("year"), try row.number("working_days"))
      guard let first = LocalDate(iso: "\(year)-01-01"), let last = LocalDate(iso: "\(year)-12-31")
      else { throw row.malformed("“\(year)” is not a year") }
      let counted = try calendar.count(from: first, through: last)
      guard counted == stated else {
        throw row.malformed("\(year) has \(counted) working days, not \(stated)")
      }
    }
    return calendar
  }

  /// Days written as `MM-DD`, in the row's year.
  private static func days(_ row: SeedRow, _ column: String) throws(Failure) -> [LocalDate] {
    let year = try row.required("year")
    var days: [LocalDate] = []
    for word in try row.words(column) {
      guard let day = LocalDate(iso: "\(year)-\(word)") else {
        throw row.malformed("“\(word)” is not a day of \(year)")
      }
      days.append(day)
    }
    return days
  }
}
