/// A date as a paper gives it: a year, a year and month, or a full day.
///
/// Many returnees' papers give no more than a year. What is not known stays unknown; a rule that
/// needs a day takes ``earliest`` or ``latest``, and says which.
package struct PartialDate: Hashable, Sendable {
  /// 1 to 9999.
  package let year: Int
  /// 1 to 12, or nil where the paper gives only a year.
  package let month: Int?
  /// The day of the month, or nil where the paper does not give it.
  package let day: Int?

  /// The date with these parts, or nil where the calendar has none, or a day lacks its month.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard month != nil || day == nil,
      LocalDate(year: year, month: month ?? 1, day: day ?? 1) != nil
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  package init(_ date: LocalDate) {
    let (year, month, day) = date.parts
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads exactly `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  package init?(iso text: some StringProtocol) {
    let length = text.utf8.count
    guard length == 4 || length == 7 || length == 10 else { return nil }
    var numbers = (year: 0, month: 0, day: 0)
    var index = 0
    for byte in text.utf8 {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        let digit = Int(byte - UInt8(ascii: "0"))
        switch index {
        case ..<4: numbers.year = numbers.year * 10 + digit
        case ..<7: numbers.month = numbers.month * 10 + digit
        default: numbers.day = numbers.day * 10 + digit
        }
      }
      index += 1
    }
    self.init(
      year: numbers.year, month: length > 4 ? numbers.month : nil,
      day: length > 7 ? numbers.day : nil)
  }

  /// The first day that the date can mean.
  package var earliest: LocalDate {
    clamped(month: month ?? 1, day: day ?? 1)
  }

  /// The last day that the date can mean.
  package var latest: LocalDate {
    let lastMonth = month ?? 12
    return clamped(month: lastMonth, day: day ?? LocalDate.daysInMonth(lastMonth, of: year))
  }

  /// The day, where the date is full.
  package var exact: LocalDate? {
    day == nil ? nil : earliest
  }

  /// Whether a day is among those that the date can mean.
  package func covers(_ date: LocalDate) -> Bool {
    earliest <= date && date <= latest
  }

  private func clamped(month: Int, day: Int) -> LocalDate {
    guard let date = LocalDate(year: year, month: month, day: day) else {
      preconditionFailure("a partial date holds only parts that the calendar has")
    }
    return date
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601 with the parts that are kept: `1987`, `1987-05` or `1987-05-12`.
  package var description: String {
    var text = LocalDate.padded(year, 4)
    if let month { text += "-" + LocalDate.padded(month, 2) }
    if let day { text += "-" + LocalDate.padded(day, 2) }
    return text
  }
}
