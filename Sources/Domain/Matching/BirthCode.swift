/// A birth date in 17 bits, as partial as it is known: years from 1851 to 2105, month, day.
///
/// Codes are in the order of dates; those of a year begin with the one that has only the year.
package struct BirthCode: Hashable, Comparable, Sendable {
  package let code: UInt32

  static let width: UInt32 = 17
  private static let firstYear = 1850

  /// Nothing is known, or a year that no living person was born in.
  package static let unknown = BirthCode(code: 0)

  package init(code: UInt32) { self.code = code }

  package init(_ date: PartialDate?) {
    guard let date else {
      self = .unknown
      return
    }
    self.init(year: date.year, month: date.month ?? 0, day: date.day ?? 0)
  }

  /// Zeros for what is not known.
  init(year: Int, month: Int, day: Int) {
    let past = year - Self.firstYear
    code = (1...255).contains(past) ? UInt32(past) << 9 | UInt32(month) << 5 | UInt32(day) : 0
  }

  package var isUnknown: Bool { code == 0 }
  package var year: Int { Self.firstYear + Int(code >> 9) }
  package var month: Int { Int(code >> 5 & 15) }
  package var day: Int { Int(code & 31) }
  package var isFull: Bool { code & 31 != 0 }

  /// The codes of a whole year.
  static func codes(of year: Int) -> ClosedRange<UInt32> {
    let first = BirthCode(year: year, month: 0, day: 0).code
    return first...(first | 511)
  }

  package static func < (left: BirthCode, right: BirthCode) -> Bool { left.code < right.code }
}
