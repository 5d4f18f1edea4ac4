/// Kosh's own sound alphabet: what the letters of every script are read as.
enum Sound {
  private static let cyrillic = Array("абвгдежзийклмнопрстуфхцчшщъыьэюя".unicodeScalars)
  private static let latin = Array("abvgdejziyklmnoprstufhscxx-Y-eua".utf8)

  /// One letter of a folded word; 0 where it has no sound.
  static func cell(_ scalar: Unicode.Scalar) -> UInt16 {
    if scalar.value < 0x80 { return UInt16(scalar.value) }
    guard let place = cyrillic.firstIndex(of: scalar), latin[place] != 0x2D else { return 0 }
    return UInt16(latin[place])
  }

  static func skeletonClass(_ cell: UInt16) -> UInt8 {
    switch UInt8(truncatingIfNeeded: cell) {
    case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "f"): 1
    case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "h"): 2
    case UInt8(ascii: "d"), UInt8(ascii: "t"): 3
    case UInt8(ascii: "j"), UInt8(ascii: "z"), UInt8(ascii: "s"), UInt8(ascii: "c"),
      UInt8(ascii: "x"):
      4
    case UInt8(ascii: "l"), UInt8(ascii: "r"): 5
    case UInt8(ascii: "m"): 6
    case UInt8(ascii: "n"): 7
    default: 0
    }
  }

  static func isWeak(_ cell: UInt16) -> Bool { cell >> 8 > 0 && cell >> 8 < 8 }
}
