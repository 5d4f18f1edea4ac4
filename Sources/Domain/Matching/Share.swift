/// A share of counted cases with the interval in which its true value lies, 19 times in 20.
///
/// The interval is Wilson's score interval (Wilson 1927), which stays right near 0 and 1, where
/// the shares of matching lie: none wrong of 284 is no proof of perfection, and it says so.
package struct Share: Hashable, Sendable {
  package let count: Int
  package let total: Int

  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// The two-sided 95 % point of the normal distribution.
  private static let z = 1.959_963_984_540_054

  /// From 0 to 1; nil of nothing.
  package var value: Double? {
    total > 0 ? Double(count) / Double(total) : nil
  }

  /// The ends of the 95 % interval, from 0 to 1; nil of nothing.
  package var interval: (low: Double, high: Double)? {
    guard let share = value else { return nil }
    let number = Double(total)
    let square = Self.z * Self.z
    let middle = share + square / (2 * number)
    let spread = share * (1 - share) / number + square / (4 * number * number)
    let half = Self.z * spread.squareRoot()
    let scale = 1 + square / number
    return (max(0, (middle - half) / scale), min(1, (middle + half) / scale))
  }
}
