/// A paper's number, as matching compares it.
package struct MatchDocument: Hashable, Sendable {
  package let type: String
  /// As written, without spaces, hyphens and dots, and with Latin capitals.
  package let number: String
  package let issuer: String?
  let bytes: [UInt8]

  package init(type: String, number: String, issuer: String?) {
    self.type = type
    bytes = Self.plain(number)
    self.number = String(decoding: bytes, as: UTF8.self)
    self.issuer = issuer
  }

  package init(_ document: IdentityDocument) {
    self.init(type: document.type, number: document.number, issuer: document.issuer)
  }

  /// Cyrillic letters that look like Latin ones stand on many a form.
  private static func plain(_ number: String) -> [UInt8] {
    var plain: [UInt8] = []
    for scalar in number.unicodeScalars {
      if let letter = lookAlikes[scalar] {
        plain.append(letter)
      } else if scalar.isASCII {
        let byte = UInt8(scalar.value)
        if (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) { plain.append(byte) }
        if (0x61...0x7A).contains(byte) { plain.append(byte - 32) }
      } else {
        plain.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    return plain
  }

  private static let lookAlikes: [Unicode.Scalar: UInt8] = {
    var table: [Unicode.Scalar: UInt8] = [:]
    for letters in ["АВЕКМНОРСТУХ", "авекмнорстух"] {
      for (cyrillic, latin) in zip(letters.unicodeScalars, "ABEKMHOPCTYX".utf8) {
        table[cyrillic] = latin
      }
    }
    return table
  }()
}

/// How the papers of two records agree.
package enum DocumentComparison {
  /// Nil where nothing can be compared.
  ///
  /// Different numbers say little, for papers are renewed; the same number of another state is
  /// another paper.
  package static func level(
    _ ones: [MatchDocument], _ others: [MatchDocument]
  ) -> (level: MatchLevel, number: String)? {
    var best: (level: MatchLevel, number: String)?
    for one in ones {
      for other in others {
        guard one.type == other.type else { continue }
        if let issuer = one.issuer, let another = other.issuer, issuer != another { continue }
        if one.bytes == other.bytes { return (.documentSame, one.number) }
        if isSlip(one.bytes, other.bytes) {
          best = (.documentTypo, one.number)
        } else if best == nil {
          best = (.documentUnlike, one.number)
        }
      }
    }
    return best
  }

  /// One character apart, or two neighbours exchanged, in numbers long enough to tell.
  private static func isSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count, one.count >= 7 else { return false }
    var first = -1
    var differing = 0
    for place in one.indices where one[place] != other[place] {
      if first < 0 { first = place }
      differing += 1
      if differing > 2 { return false }
    }
    if differing == 1 { return true }
    guard first + 1 < one.count else { return false }
    return one[first] == other[first + 1] && one[first + 1] == other[first]
  }
}
