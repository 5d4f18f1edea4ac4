/// An exact rate or multiple: two integers, never floating point.
package struct Ratio: Hashable, Sendable {
  package let numerator: Int64
  /// Positive.
  package let denominator: Int64

  package init(_ whole: Int64) {
    numerator = whole
    denominator = 1
  }

  /// In lowest terms; nil for a denominator below 1.
  package init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator >= 1, numerator != .min else { return nil }
    var (a, b) = (abs(numerator), denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.numerator = numerator / max(a, 1)
    self.denominator = denominator / max(a, 1)
  }

  /// Reads a decimal such as `70`, `6.81` or `0.5`, at most nine places after the point.
  package init?(decimal text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let places = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || (1...9).contains(places.utf8.count),
      let digits = Int64(String(parts[0]) + places)
    else { return nil }
    var scale: Int64 = 1
    for _ in places.utf8 { scale *= 10 }
    self.init(digits, over: scale)
  }
}

extension Ratio: CustomStringConvertible {
  /// A decimal where it ends within nine places, else `a/b`.
  package var description: String {
    var (scaled, scale, places) = (numerator, Int64(1), 0)
    while scaled % denominator != 0, places < 9 {
      let (next, overflow) = scaled.multipliedReportingOverflow(by: 10)
      guard !overflow else { return "\(numerator)/\(denominator)" }
      (scaled, scale, places) = (next, scale * 10, places + 1)
    }
    guard scaled % denominator == 0 else { return "\(numerator)/\(denominator)" }
    let value = scaled / denominator
    guard places > 0 else { return "\(value)" }
    let sign = value < 0 ? "-" : ""
    let fraction = LocalDate.padded(Int(abs(value) % scale), places)
    return "\(sign)\(abs(value) / scale).\(fraction)"
  }
}
