internal import Domain

/// Numbers that look issued and come once only.
struct DemoNumbers: Sendable {
  private let seed: UInt64
  /// How many IINs were counted for each birth date and sex.
  private var serials: [UInt16]

  /// Births from 1850-01-01 on, two places for each of 250 years' days.
  private static let firstDay = -43_829
  private static let days = 91_312

  init(seed: UInt64) {
    self.seed = seed
    serials = Array(repeating: 0, count: Self.days * 2)
  }

  /// Appends a valid IIN of this birth date and sex, or nothing where all are used.
  mutating func appendIIN(_ birth: LocalDate, _ sex: Sex, to out: inout [UInt8]) {
    let day = Int(birth.dayNumber) - Self.firstDay
    guard (0..<Self.days).contains(day) else { return }
    let cell = day * 2 + (sex == .male ? 0 : 1)
    let start = Int(SeededRandom.mixed(seed &+ UInt64(cell)) % 10_000)
    let (year, month, dayOfMonth) = birth.parts
    let century = (year / 100 - 18) * 2 + (sex == .male ? 1 : 2)
    let date = (year % 100 * 100 + month) * 100 + dayOfMonth
    while serials[cell] < 10_000 {
      // Seven has no common divisor with 10,000, so that every serial comes once.
      let serial = (start + Int(serials[cell]) * 7) % 10_000
      serials[cell] += 1
      let body = (date * 10 + century) * 10_000 + serial
      // Some serials have no check digit, and are never issued.
      guard let check = IIN.checkDigit(for: Int64(body)) else { continue }
      out.append(digits: body * 10 + check, 12)
      return
    }
  }

  /// Appends a passport number that is the only one with this key among the country's.
  func appendPassport(_ key: Int, of country: DemoCountry, to out: inout [UInt8]) {
    // Multiplying by a number without the factors 2 and 5 permutes the eight-digit numbers.
    let offset = Int(SeededRandom.mixed(seed) % 100_000_000)
    let number = (key % 100_000_000 * 61_803_399 + offset) % 100_000_000
    out.append(text: country.passport)
    if country.lettered {
      out.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: number / 10_000_000))
      out.append(digits: number % 10_000_000, 7)
    } else {
      out.append(digits: number, 8)
    }
  }
}

extension [UInt8] {
  mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// A number that is not negative, in so many digits.
  mutating func append(digits number: Int, _ width: Int) {
    var rest = number
    let end = count + width
    for _ in 0..<width { append(48) }
    for place in 1...width {
      self[end - place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// ISO 8601, cut to its first 4 or 7 characters where the date is partial.
  mutating func append(date: LocalDate, length: Int = 10) {
    let (year, month, day) = date.parts
    append(digits: year, 4)
    guard length > 4 else { return }
    append(45)
    append(digits: month, 2)
    guard length > 7 else { return }
    append(45)
    append(digits: day, 2)
  }
}
