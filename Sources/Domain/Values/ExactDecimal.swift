/// A decimal as its source writes it, with its digits: `0.20` is no `0.2`.
///
/// Never floating point. Two that are equal as numbers and written otherwise are different values.
package struct ExactDecimal: Hashable, Sendable {
  /// The decimal without its point.
  package let digits: Int64
  /// How many of the digits stand behind the point.
  package let places: Int

  /// Nil where a part is negative, or where there are more than six places.
  package init?(digits: Int64, places: Int) {
    guard digits >= 0, (0...6).contains(places) else { return nil }
    self.digits = digits
    self.places = places
  }

  /// How often `other` goes into it: the exact quotient, rounded to `places` behind the point, halves
  /// away from zero; nil where `other` is nothing or the result is too large.
  package func over(_ other: ExactDecimal, places: Int) -> ExactDecimal? {
    guard
      let dividend = Self.scaled(digits, by: other.places + places),
      let divisor = Self.scaled(other.digits, by: self.places), divisor > 0
    else { return nil }
    let (floor, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    let roundsUp = remainder >= divisor - remainder
    return ExactDecimal(digits: floor + (roundsUp ? 1 : 0), places: places)
  }

  /// Whether it is at most a hundred.
  package var isPercentage: Bool {
    guard let hundred = Self.scaled(100, by: places) else { return false }
    return digits <= hundred
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
  /// Reads `0.25`, `1.6` or `3`: at most six places, and twelve characters in all.
  package init?(rawValue: String) {
    let parts = rawValue.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), rawValue.utf8.count <= 12,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let digits = Int64(parts.joined())
    else { return nil }
    self.init(digits: digits, places: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  package var rawValue: String {
    guard places > 0 else { return "\(digits)" }
    let text = LocalDate.padded(Int(digits), places + 1)
    return "\(text.dropLast(places)).\(text.suffix(places))"
  }
}

extension ExactDecimal: CustomStringConvertible {
  package var description: String { rawValue }
}
