/// One slip of the pen between two words of a script.
enum LetterSlip {
  /// The length of the longer word where one slip makes the one of the other; else nil.
  static func length(_ some: String, _ other: String) -> Int? {
    guard abs(some.utf8.count - other.utf8.count) <= 4 else { return nil }
    let one = Array(some.unicodeScalars)
    let another = Array(other.unicodeScalars)
    let length = max(one.count, another.count)
    guard min(one.count, another.count) >= NameKeys.shortest - 1, length >= NameKeys.shortest,
      abs(one.count - another.count) <= 1
    else { return nil }
    var start = 0
    while start < one.count, start < another.count, one[start] == another[start] { start += 1 }
    var end = 0
    while end < one.count - start, end < another.count - start,
      one[one.count - 1 - end] == another[another.count - 1 - end]
    {
      end += 1
    }
    let left = one[start..<one.count - end]
    let right = another[start..<another.count - end]
    if left.count <= 1, right.count <= 1 { return length }
    let isTurned =
      left.count == 2 && right.count == 2 && left.first == right.last && left.last == right.first
    return isTurned ? length : nil
  }
}
