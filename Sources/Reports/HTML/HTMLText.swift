import Domain

/// Text made safe for HTML, in content and in quoted attributes alike.
enum HTMLText {
  static func escape(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\t", "\n": safe.unicodeScalars.append(scalar)
      // A page may not hold control characters in any spelling.
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// Escaped, and set apart: a name in Arabic script cannot turn its neighbours round.
  static func isolated(_ shown: String) -> String {
    let text = escape(shown)
    guard text.unicodeScalars.contains(where: isRightToLeft) else { return text }
    return "<bdi>\(text)</bdi>"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    default: true
    }
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF,
      0xFE70...0xFEFF:
      true
    default: false
    }
  }
}
