/// The body that an IIN and a BIN share: twelve digits, of which the last proves the others.
///
/// The two-pass check digit is that of the IIN (facts of Res. No. 406 of 2007); practice uses it
/// for the BIN too, though the order on the BIN does not state it.
struct TwelveDigits: Hashable, Sendable {
  /// Why a text is no such number.
  enum Flaw: Error, Hashable {
    case length(Int)
    /// The place, from 1, of a character that is not one of the ASCII digits.
    case character(at: Int)
    case checkDigit
    /// Both passes give 10: the first eleven digits have no check digit, and are never issued.
    case neverIssued

    /// The end of a sentence that starts with the text and what it was meant to be.
    var words: String {
      switch self {
      case .length(let count): "it has \(count) characters where there should be 12 digits"
      case .character(let place): "character \(place) is not a digit from 0 to 9"
      case .checkDigit: "its check digit does not fit: a digit was mistyped"
      case .neverIssued: "no check digit fits its first eleven digits, so it was never issued"
      }
    }
  }

  /// The digits read as one number, leading zeros lost: 0 to 999,999,999,999.
  let number: Int64

  init(_ text: String) throws(Flaw) {
    // One pass over the bytes and no allocation: an import asks this of every person.
    var (number, firstSum, secondSum, index) = (Int64(0), 0, 0, 0)
    var check = 0
    for byte in text.utf8 {
      guard index < 12 else { break }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
        guard text.count == 12 else { throw .length(text.count) }
        throw .character(at: index + 1)
      }
      let digit = Int(byte - UInt8(ascii: "0"))
      number = number * 10 + Int64(digit)
      if index < 11 {
        firstSum += digit * (index + 1)
        secondSum += digit * ((index + 2) % 11 + 1)
      } else {
        check = digit
      }
      index += 1
    }
    guard text.utf8.count == 12 else { throw .length(text.count) }
    guard let expected = Self.checkDigit(firstSum, secondSum) else { throw .neverIssued }
    guard expected == check else { throw .checkDigit }
    self.number = number
  }

  /// The check digit for eleven digits read as one number, or nil where they are never issued.
  static func checkDigit(for elevenDigits: Int64) -> Int? {
    var (rest, firstSum, secondSum) = (elevenDigits, 0, 0)
    for index in stride(from: 10, through: 0, by: -1) {
      let digit = Int(rest % 10)
      rest /= 10
      firstSum += digit * (index + 1)
      secondSum += digit * ((index + 2) % 11 + 1)
    }
    return checkDigit(firstSum, secondSum)
  }

  /// Weights 1 to 11; where that gives 10, weights 3 to 11, 1, 2.
  private static func checkDigit(_ firstSum: Int, _ secondSum: Int) -> Int? {
    let first = firstSum % 11
    if first < 10 { return first }
    let second = secondSum % 11
    return second < 10 ? second : nil
  }

  /// `count` digits from `place` (the first digit is 1) as a number.
  func digits(_ place: Int, _ count: Int = 1) -> Int {
    var (rest, scale) = (number, Int64(1))
    for _ in 0..<(13 - place - count) { rest /= 10 }
    for _ in 0..<count { scale *= 10 }
    return Int(rest % scale)
  }

  /// All twelve digits.
  var text: String { LocalDate.padded(Int(number), 12) }
}
