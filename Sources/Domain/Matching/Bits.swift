/// Evidence as a logarithm: hundredths of a bit, so that sums are exact on every machine.
///
/// 100 centibits double the odds; -100 halve them. The arithmetic is on whole numbers.
package enum Bits {
  /// The logarithm to base 2 of `numerator / denominator`, in centibits, rounded to the nearest.
  ///
  /// Both must be positive; what is not counts as 1.
  package static func ratio(_ numerator: Int64, _ denominator: Int64) -> Int {
    let difference = fine(max(1, numerator)) - fine(max(1, denominator))
    return Int((difference * 100 + (difference < 0 ? -(1 << 19) : 1 << 19)) / (1 << 20))
  }

  /// log2 of a positive number with twenty binary places: squares the mantissa, bit by bit.
  private static func fine(_ number: Int64) -> Int64 {
    let whole = 63 - number.leadingZeroBitCount
    var mantissa = UInt64(number) << UInt64(63 - whole)
    var fraction: Int64 = 0
    for _ in 0..<20 {
      let (high, low) = mantissa.multipliedFullWidth(by: mantissa)
      fraction <<= 1
      if high >> 63 == 1 {
        fraction |= 1
        mantissa = high
      } else {
        mantissa = high << 1 | low >> 63
      }
    }
    return Int64(whole) << 20 | fraction
  }

  /// 2 to the power of `centibits` in thousandths, for -1000 through 4000 centibits.
  private static func power(_ centibits: Int) -> Int64 {
    let shift = centibits.quotient(by: 100)
    let value = hundredths[centibits - shift * 100]
    return shift >= 0 ? value << Int64(shift) : value >> Int64(-shift)
  }

  /// 2^(i/100) with thirty-two binary places.
  private static let hundredths: [Int64] = {
    // 2^(1/100) with sixty-two binary places.
    let step: UInt64 = 4_643_762_831_374_429_859
    var values: [Int64] = []
    var value: UInt64 = 1 << 62
    for _ in 0..<100 {
      values.append(Int64((value + 1 << 29) >> 30))
      let (high, low) = value.multipliedFullWidth(by: step)
      value = high << 2 | low >> 62
    }
    return values
  }()

  /// log2(1 + 2^(-d/100)) in centibits for d from 0 through 1200.
  private static let increments: [Int16] = (0...1200).map { distance in
    let one: Int64 = 1 << 32
    return Int16(ratio(one + power(-distance), one))
  }

  /// The logarithm of the sum of two numbers that are given by theirs.
  package static func sum(_ one: Int, _ other: Int) -> Int {
    let distance = abs(one - other)
    return max(one, other) + (distance <= 1200 ? Int(increments[distance]) : 0)
  }

  /// The probability, in millionths, that odds of so many centibits mean.
  package static func probability(_ centibits: Int) -> Int {
    let bounded = min(3000, max(-3000, centibits))
    let one: Int64 = 1 << 32
    let against = power(-abs(bounded))
    let favoured = Int(1_000_000 * one / (one + against))
    return bounded >= 0 ? favoured : 1_000_000 - favoured
  }
}

extension Int {
  /// The quotient rounded down, also for negative numbers.
  fileprivate func quotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
