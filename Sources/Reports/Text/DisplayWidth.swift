/// How many columns of a terminal a text takes, and texts that a terminal may safely be sent.
package enum DisplayWidth {
  /// Cyrillic and Latin letters take one column, CJK two, combining marks none.
  package static func of(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar) }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Latin and Cyrillic letters, without the marks between them, need no table.
    case 0..<0x300, 0x370..<0x483, 0x48A..<0x530: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  /// The blocks that Unicode's East Asian Width calls wide, in which names and emoji stand.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The text without control characters and direction overrides, which could redraw the screen.
  package static func safe(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !isUnsafe($0.value) }) { return text }
    var clean = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: clean += " "
      case let value where isUnsafe(value): clean += "\u{FFFD}"
      default: clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }

  private static func isUnsafe(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text with spaces up to `width`, before it where it stands flush right.
  package static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return right ? spaces + text : text + spaces
  }

  /// Lines of at most `width` columns, broken between words; a longer word stands alone.
  package static func wrap(_ text: String, to width: Int) -> [String] {
    if of(text) <= width { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let length = of(String(word))
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = (String(word), length)
      } else {
        line += used > 0 ? " \(word)" : String(word)
        used += used > 0 ? length + 1 : length
      }
    }
    lines.append(line)
    return lines
  }
}
