/// What is numbered in the register, by the letter that starts its number.
package protocol Numbered {
  static var letter: Character { get }
}

/// The number of a record, as people read it and as the database keys it.
///
/// `F-2026-000123-7` is the 123rd family of 2026; the last character is a check character by
/// ISO 7064 MOD 37,36 over letter, year and serial, so a mistyped number is refused before it
/// meets another family's record.
package struct Number<Entity: Numbered>: Hashable, Sendable {
  /// `year * 10,000,000 + serial`: sorts by year, then by order of registration.
  package let raw: Int64

  package init(raw: Int64) { self.raw = raw }

  package init(year: Int, serial: Int) { raw = Int64(year) * 10_000_000 + Int64(serial) }

  /// The numbers that belong to one year.
  package static func range(of year: Int) -> ClosedRange<Int64> {
    Int64(year) * 10_000_000...Int64(year) * 10_000_000 + 9_999_999
  }

  package var year: Int { Int(raw / 10_000_000) }
  package var serial: Int { Int(raw % 10_000_000) }

  /// Reads a number in any case, with or without its dashes.
  package init(_ text: String) throws(Failure) {
    let plain = text.uppercased().filter { $0 != "-" && $0 != " " }
    let body = plain.dropFirst().dropLast()
    guard plain.first == Entity.letter, body.utf8.count >= 10, body.utf8.count <= 11,
      body.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(body.prefix(4)), let serial = Int(body.dropFirst(4)), serial > 0
    else {
      throw Failure(
        .numberInvalid, "“\(text)” is not a number of the form \(Number(year: 2026, serial: 123))")
    }
    self.init(year: year, serial: serial)
    guard plain.last == check else {
      throw Failure(
        .numberInvalid, "the check character of “\(text)” is wrong: one character was mistyped",
        hint: "look at the paper again; the last character proves the others")
    }
  }

  private var digits: String {
    LocalDate.padded(year, 4) + LocalDate.padded(serial, 6)
  }

  private var check: Character {
    CheckCharacter.iso7064Mod37x36(String(Entity.letter) + digits)
  }
}

extension Number: Comparable {
  package static func < (left: Number, right: Number) -> Bool { left.raw < right.raw }
}

extension Number: CustomStringConvertible {
  package var description: String {
    var text = String(Entity.letter)
    text += "-"
    text += LocalDate.padded(year, 4)
    text += "-"
    text += LocalDate.padded(serial, 6)
    text += "-"
    text.append(check)
    return text
  }
}

/// Check characters for numbers that people copy by hand.
enum CheckCharacter {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

  /// ISO/IEC 7064 MOD 37,36 (the hybrid system): one check character from 0-9 and A-Z.
  static func iso7064Mod37x36(_ text: String) -> Character {
    var product = 36
    for byte in text.utf8 {
      var sum = (product + value(of: byte)) % 36
      if sum == 0 { sum = 36 }
      product = sum * 2 % 37
    }
    return Character(UnicodeScalar(alphabet[(37 - product) % 36]))
  }

  /// The place of a character in the alphabet; 0 for another.
  private static func value(of byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
    default: 0
    }
  }
}
