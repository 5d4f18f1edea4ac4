/// The consonants of a name by class, for finding names that may be one.
///
/// Vowels and glides are left out and neighbours of a class count once, so the skeleton stands
/// whatever script a name went through. Classes are packed three bits each, the first highest,
/// nine at most; 0 is empty. It finds, and is too coarse to decide.
package struct Skeleton: Hashable, Comparable, Sendable {
  /// A class of consonants that scripts and offices exchange for one another.
  package enum Class: UInt32, Sendable, CaseIterable {
    /// б п ф
    case P = 1
    /// г ғ к қ х
    case K
    /// д т
    case T
    /// ж з с ш ч ц щ
    case S
    /// л р
    case L
    case M
    /// н ң
    case N
  }

  /// Below 2²⁷.
  package let code: UInt32

  package static let empty = Skeleton(code: 0)
  package static let longest = 9

  package init(code: UInt32) { self.code = code }

  init(cells: [UInt16]) {
    var code: UInt32 = 0
    var count = 0
    var last: UInt32 = 0
    for cell in cells where count < Self.longest {
      let next = UInt32(Sound.skeletonClass(cell))
      if next != 0, next != last {
        code = code << 3 | next
        count += 1
      }
      // A vowel between parts two consonants of a class: Марал keeps both.
      if !Sound.isWeak(cell) { last = next }
    }
    self.code = code
  }

  /// How many classes it holds.
  package var count: Int { (Int(UInt32.bitWidth - code.leadingZeroBitCount) + 2) / 3 }

  package static func < (left: Skeleton, right: Skeleton) -> Bool { left.code < right.code }
}

extension Skeleton: CustomStringConvertible {
  /// The letters of the classes in order, as `NLN`.
  package var description: String {
    var text = ""
    for place in stride(from: count - 1, through: 0, by: -1) {
      if let letter = Class(rawValue: code >> (3 * UInt32(place)) & 7) { text += "\(letter)" }
    }
    return text
  }
}
