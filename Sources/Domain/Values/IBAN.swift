/// A bank account number of Kazakhstan in the international form (ISO 13616).
///
/// `KZ`, two check digits, a bank code of three digits, thirteen letters or digits: allowances
/// are paid inside the country only, so another country's number is refused.
package struct IBAN: Hashable, Sendable {
  /// The twenty characters, upper case, without spaces.
  package let text: String

  /// Reads the number in any case, with or without spaces; throws `iban.invalid` and says why.
  package init(_ text: String) throws(Failure) {
    func refused(_ reason: String) -> Failure {
      Failure(.ibanInvalid, "“\(text.shown)” is not an account number of Kazakhstan: \(reason)")
    }
    var plain: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: " ") {
      guard plain.count < 40 else { break }
      guard let value = Self.value(of: byte) else {
        throw refused("only letters A to Z and digits may stand in it")
      }
      plain.append(value < 10 ? 48 + value : 55 + value)
    }
    guard plain.starts(with: "KZ".utf8) else {
      throw refused("it does not start with KZ")
    }
    guard plain.count == 20 else {
      throw refused("it has \(plain.count) characters where there should be 20")
    }
    guard plain[2..<7].allSatisfy({ (48...57).contains($0) }) else {
      throw refused("five digits should follow KZ: two check digits and the bank code")
    }
    // Mod 97-10 never yields 00, 01 or 99, though these pass the sum as 97, 98 and 02.
    let check = Int(plain[2] - 48) * 10 + Int(plain[3] - 48)
    guard (2...98).contains(check), Self.remainder(of: plain) == 1 else {
      throw refused("its check digits do not fit: a character was mistyped")
    }
    self.text = String(decoding: plain, as: UTF8.self)
  }

  /// The three digits that name the bank.
  package var bankCode: String { String(text.dropFirst(4).prefix(3)) }

  /// The number in groups of four, as paper shows it.
  package var printed: String {
    var groups = ""
    for (index, character) in text.enumerated() {
      if index > 0, index % 4 == 0 { groups.append(" ") }
      groups.append(character)
    }
    return groups
  }

  /// 0 to 9 for a digit, 10 to 35 for a letter in either case.
  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// ISO 7064 MOD 97-10 over the number with its first four characters moved to the end.
  private static func remainder(of plain: [UInt8]) -> Int {
    var rest = 0
    for byte in plain[4...] + plain[..<4] {
      let value = Int(Self.value(of: byte) ?? 0)
      rest = (rest * (value < 10 ? 10 : 100) + value) % 97
    }
    return rest
  }
}

extension IBAN: CustomStringConvertible {
  package var description: String { text }
}
