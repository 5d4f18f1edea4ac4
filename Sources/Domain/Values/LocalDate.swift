/// A calendar day of the proleptic Gregorian calendar, without time or zone.
package struct LocalDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day with these numbers, or nil where the calendar has none (years 1 to 9999).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, of: year)
    else { return nil }
    // Days from civil: the year starts in March, so that the leap day is its last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(iso text: some StringProtocol) {
    guard let (year, month, day) = Self.digits(of: text.utf8) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The same of a whole text, for every row that is read.
  package init?(iso text: String) {
    guard let (year, month, day) = Self.digits(of: text.utf8) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func digits(of text: some Collection<UInt8>) -> (Int, Int, Int)? {
    guard text.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    var index = 0
    for byte in text {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        let digit = Int(byte - UInt8(ascii: "0"))
        if index < 4 {
          numbers.0 = numbers.0 * 10 + digit
        } else if index < 7 {
          numbers.1 = numbers.1 * 10 + digit
        } else {
          numbers.2 = numbers.2 * 10 + digit
        }
      }
      index += 1
    }
    return numbers
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// ISO 8601: 1 is Monday, 7 is Sunday.
  package var weekday: Int { Int((dayNumber + 3) % 7 + 7) % 7 + 1 }

  package func adding(days: Int) -> LocalDate {
    LocalDate(dayNumber: dayNumber + Int32(days))
  }
}

extension LocalDate: Comparable {
  package static func < (left: LocalDate, right: LocalDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension LocalDate: CustomStringConvertible {
  /// ISO 8601, `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else {
      return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }
    // Nearly every row that is written or shown has a date.
    return String(unsafeUninitializedCapacity: 10) { bytes in
      Self.write(year, width: 4, to: bytes, at: 0)
      bytes[4] = UInt8(ascii: "-")
      Self.write(month, width: 2, to: bytes, at: 5)
      bytes[7] = UInt8(ascii: "-")
      Self.write(day, width: 2, to: bytes, at: 8)
      return 10
    }
  }

  /// A number with zeros before it where it is shorter.
  static func padded(_ number: Int, _ width: Int) -> String {
    guard number >= 0 else {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    var count = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    let length = max(width, count)
    return String(unsafeUninitializedCapacity: length) { bytes in
      write(number, width: length, to: bytes, at: 0)
      return length
    }
  }

  private static func write(
    _ number: Int, width: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) {
    var rest = number
    for place in stride(from: start + width - 1, through: start, by: -1) {
      bytes[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
  }
}
