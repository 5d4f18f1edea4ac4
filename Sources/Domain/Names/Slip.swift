/// A slip of the pen: one letter more, less, other, or two neighbours exchanged.
enum Slip {
  /// Whether one slip makes the one row of letters of the other; a row is one slip from itself too.
  static func isOne<Letter: Equatable>(_ one: [Letter], _ other: [Letter]) -> Bool {
    guard abs(one.count - other.count) <= 1 else { return false }
    let shorter = min(one.count, other.count)
    var start = 0
    while start < shorter, one[start] == other[start] { start += 1 }
    var end = 0
    while end < shorter - start, one[one.count - 1 - end] == other[other.count - 1 - end] {
      end += 1
    }
    let (left, right) = (one.count - start - end, other.count - start - end)
    if max(left, right) <= 1 { return true }
    return left == 2 && right == 2 && one[start] == other[start + 1]
      && one[start + 1] == other[start]
  }
}
