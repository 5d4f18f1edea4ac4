/// A decimal as its source writes it, with its digits: `0.20` is no `0.2`.
///
/// Never floating point. Two that are equal as numbers and written otherwise are different values.
package struct ExactDecimal: Hashable, Sendable {
  /// The decimal without its point.
  package let digits: Int64
  /// How many of the digits stand behind the point.
  package let places: Int

  /// Nil where there are more than six places.
  package init?(digits: Int64, places: Int) {
    guard digits != .min, (0...6).contains(places) else { return nil }
    self.digits = digits
    self.places = places
  }

  /// How often `other` goes into it: the exact quotient, rounded to `places` behind the point, halves
  /// away from zero; nil where `other` is nothing or the result is too large.
  package func over(_ other: ExactDecimal, places: Int) -> ExactDecimal? {
    guard
      let dividend = Self.scaled(digits, by: other.places + places),
      let divisor = Self.scaled(other.digits, by: self.places), divisor != 0
    else { return nil }
    let (floor, remainder) = dividend.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let roundsUp = remainder >= divisor.magnitude - remainder
    guard let result = Int64(exactly: floor + (roundsUp ? 1 : 0)) else { return nil }
    let isNegative = (dividend < 0) != (divisor < 0)
    return ExactDecimal(digits: isNegative ? -result : result, places: places)
  }

  /// The exact sum, with as many places as the longer of the two; nil where it is too large.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let places = max(self.places, other.places)
    guard
      let one = Self.scaled(digits, by: places - self.places),
      let two = Self.scaled(other.digits, by: places - other.places)
    else { return nil }
    let (sum, overflow) = one.addingReportingOverflow(two)
    return overflow ? nil : ExactDecimal(digits: sum, places: places)
  }

  package var magnitude: ExactDecimal { ExactDecimal(digits: abs(digits), places: places) ?? self }

  package var negated: ExactDecimal { ExactDecimal(digits: -digits, places: places) ?? self }

  /// A hundred times as much; nil where that is too large.
  package var hundredfold: ExactDecimal? {
    Self.scaled(digits, by: 2).flatMap { ExactDecimal(digits: $0, places: places) }
  }

  /// Whether the two are the same number, however they are written.
  package func equals(_ other: ExactDecimal) -> Bool { adding(other.negated)?.digits == 0 }

  /// Whether it is at most a hundred, and not below zero.
  package var isPercentage: Bool {
    guard let hundred = Self.scaled(100, by: places) else { return false }
    return (0...hundred).contains(digits)
  }

  private static func scaled(_ number: Int64, by places: Int) -> Int64? {
    var scaled = number
    for _ in 0..<places {
      let (next, overflow) = scaled.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      scaled = next
    }
    return scaled
  }
}

extension ExactDecimal: RawRepresentable {
  /// Reads `0.25`, `1.6`, `3` or `-279`: at most six places, and twelve characters without the sign.
  package init?(rawValue: String) {
    let isNegative = rawValue.hasPrefix("-")
    let text = isNegative ? rawValue.dropFirst() : rawValue[...]
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count <= 12,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let digits = Int64(parts.joined())
    else { return nil }
    self.init(
      digits: isNegative ? -digits : digits, places: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  package var rawValue: String { sign + Self.text(digits.magnitude, places) { "\($0)" } }

  /// For people: thousands apart, and a decimal comma but in English: `-16 063`, `2,61`.
  package func grouped(_ language: Language) -> String {
    Notation(language).decimal(sign + Self.text(digits.magnitude, places) { $0.grouped })
  }

  private var sign: String { digits < 0 ? "-" : "" }

  private static func text(_ digits: UInt64, _ places: Int, whole: (UInt64) -> String) -> String {
    guard places > 0 else { return whole(digits) }
    var scale: UInt64 = 1
    for _ in 0..<places { scale *= 10 }
    return "\(whole(digits / scale)).\(LocalDate.padded(Int(digits % scale), places))"
  }
}

extension ExactDecimal: CustomStringConvertible {
  package var description: String { rawValue }
}
