/// The script in which a name is written, by its ISO 15924 code.
package enum NameScript: String, Hashable, Sendable, CaseIterable {
  case cyrillic = "Cyrl"
  case latin = "Latn"
  case arabic = "Arab"
  case han = "Hani"
  /// No letters, or another script.
  case other = "Zyyy"

  /// The script of most letters of a text; the first of two that have as many.
  package static func of(_ text: String) -> NameScript {
    var counts = (cyrillic: 0, latin: 0, arabic: 0, han: 0, other: 0)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x250...0x2AF,
        0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        counts.latin += 1
      case 0x400...0x52F, 0x1C80...0x1C8F: counts.cyrillic += 1
      // The letters of the blocks; marks, digits and punctuation of them decide nothing.
      case 0x620...0x64A, 0x66E...0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FF, 0x750...0x77F,
        0x8A0...0x8C9, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
        counts.arabic += 1
      case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
        0x20000...0x3FFFF:
        counts.han += 1
      case ..<0x370: continue
      default: if scalar.properties.isAlphabetic { counts.other += 1 }
      }
    }
    let ranked: [(script: NameScript, count: Int)] = [
      (.cyrillic, counts.cyrillic), (.latin, counts.latin), (.arabic, counts.arabic),
      (.han, counts.han), (.other, counts.other),
    ]
    var best = (script: NameScript.other, count: 0)
    for candidate in ranked where candidate.count > best.count { best = candidate }
    return best.script
  }
}
