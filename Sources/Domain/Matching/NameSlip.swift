/// A slip of the pen: one letter more, less, other, or two neighbours exchanged.
enum NameSlip {
  /// Whether the sounds of two words are such a slip apart.
  ///
  /// Short words are too easily one letter apart; a family name counts its ending.
  static func isOne(_ one: NameWord, _ other: NameWord) -> Bool {
    let (left, right) = (one.sounds.span, other.sounds.span)
    let least = one.ending == nil || other.ending == nil ? 4 : 3
    guard min(left.count, right.count) >= least, abs(left.count - right.count) <= 1 else {
      return false
    }
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var end = 0
    while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] {
      end += 1
    }
    let (leftover, rightover) = (left.count - start - end, right.count - start - end)
    if max(leftover, rightover) <= 1 { return true }
    return leftover == 2 && rightover == 2 && left[start] == right[start + 1]
      && left[start + 1] == right[start]
  }
}
