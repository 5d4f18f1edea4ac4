/// An amount in tenge, held as whole tiyn (a hundredth); never floating point.
package struct Money: Hashable, Sendable {
  package let tiyn: Int64

  package static let zero = Money(tiyn: 0)

  package init(tiyn: Int64) { self.tiyn = tiyn }

  /// Whole tenge; nil where the amount does not fit.
  package init?(tenge: Int64) {
    let (tiyn, overflow) = tenge.multipliedReportingOverflow(by: 100)
    guard !overflow else { return nil }
    self.tiyn = tiyn
  }

  /// Reads `833815`, `833815.5` or `833815.00`, with an optional minus sign.
  package init?(decimal text: some StringProtocol) {
    let negative = text.first == "-"
    guard let ratio = Ratio(decimal: negative ? text.dropFirst() : text[...]),
      100 % ratio.denominator == 0
    else { return nil }
    let (tiyn, overflow) = ratio.numerator.multipliedReportingOverflow(by: 100 / ratio.denominator)
    guard !overflow else { return nil }
    self.tiyn = negative ? -tiyn : tiyn
  }

  /// The sum, or `money.invalid` where it does not fit.
  package func adding(_ other: Money) throws(Failure) -> Money {
    let (sum, overflow) = tiyn.addingReportingOverflow(other.tiyn)
    guard !overflow else { throw .tooLarge }
    return Money(tiyn: sum)
  }

  /// The exact product, or `money.invalid` where it does not fit.
  package func times(_ count: Int64) throws(Failure) -> Money {
    let (product, overflow) = tiyn.multipliedReportingOverflow(by: count)
    guard !overflow else { throw .tooLarge }
    return Money(tiyn: product)
  }

  /// The product with an exact rate, brought to a whole number of `unit` by `rounding`.
  ///
  /// Rounding is never implied: whoever multiplies says how, and keeps the citation of that rule.
  package func times(_ rate: Ratio, _ rounding: Rounding) throws(Failure) -> Money {
    let (product, overflow) = tiyn.multipliedReportingOverflow(by: rate.numerator)
    guard !overflow else { throw .tooLarge }
    let (divisor, tooFine) = rate.denominator.multipliedReportingOverflow(by: rounding.unit.tiyn)
    guard !tooFine else { throw .tooLarge }
    let (units, tooMany) = rounding.direction.divide(product, by: divisor)
      .multipliedReportingOverflow(by: rounding.unit.tiyn)
    guard !tooMany else { throw .tooLarge }
    return Money(tiyn: units)
  }
}

extension Failure {
  fileprivate static var tooLarge: Failure {
    Failure(.moneyInvalid, "the amount is larger than the register can hold")
  }
}

/// A rounding step: a direction and the unit to reach.
package struct Rounding: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable {
    case up, down
    /// Halves away from zero.
    case nearest

    /// The quotient as a whole number; `divisor` is positive.
    func divide(_ dividend: Int64, by divisor: Int64) -> Int64 {
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      guard remainder != 0 else { return quotient }
      let away: Int64 = dividend < 0 ? -1 : 1
      switch self {
      case .up: return dividend > 0 ? quotient + 1 : quotient
      case .down: return dividend < 0 ? quotient - 1 : quotient
      case .nearest:
        return abs(remainder) >= divisor - abs(remainder) ? quotient + away : quotient
      }
    }
  }

  package enum Unit: String, Hashable, Sendable {
    case tiyn, tenge

    var tiyn: Int64 { self == .tenge ? 100 : 1 }
  }

  package let direction: Direction
  package let unit: Unit

  package init(_ direction: Direction, to unit: Unit) {
    self.direction = direction
    self.unit = unit
  }
}

extension Money: Comparable {
  package static func < (left: Money, right: Money) -> Bool { left.tiyn < right.tiyn }
}

extension Money: CustomStringConvertible {
  /// A plain decimal with two places, as JSON and CSV carry it: `833815.00`.
  package var description: String {
    let (tenge, rest) = tiyn.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(tiyn < 0 ? "-" : "")\(tenge).\(LocalDate.padded(Int(rest), 2))"
  }

  /// For people: thousands apart, tiyn only where there are some: `833 815`.
  package var grouped: String {
    let (tenge, rest) = tiyn.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = tiyn < 0 ? "-" : ""
    let fraction = rest == 0 ? "" : ".\(LocalDate.padded(Int(rest), 2))"
    return sign + tenge.grouped + fraction
  }
}

extension BinaryInteger {
  /// Digits in groups of three, parted by a no-break space: `1 069 500`.
  package var grouped: String {
    let digits = Array(String(magnitude))
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append("\u{A0}") }
      text.append(digit)
    }
    return text
  }
}
