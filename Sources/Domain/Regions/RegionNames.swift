/// The regions by the names that papers give them, in the three languages of the office.
package struct RegionNames: Sendable {
  /// A name without the words for “region” and “city”, in the form in which names are compared.
  private struct Key: Hashable {
    var words: [String]
    var isCity: Bool
  }

  private let codes: [Key: [String]]

  package init(_ register: RegionRegister) {
    var codes: [Key: [String]] = [:]
    for region in register.all {
      for name in region.names {
        for language in Language.allCases {
          let key = Self.key(name[language])
          if codes[key]?.contains(region.code) != true {
            codes[key, default: []].append(region.code)
          }
        }
      }
    }
    // A spelling of Russian papers for Жетісу.
    codes[Self.key("область Жетысу"), default: ["KZ-33"]] = ["KZ-33"]
    self.codes = codes
  }

  /// The stable code of the region that a name has meant: `г.Шымкент`, `область Абай`; nil where
  /// none has borne it, or several have.
  package func code(_ name: String) -> String? {
    guard let found = codes[Self.key(name)], found.count == 1 else { return nil }
    return found[0]
  }

  private static let regionWords: Set<String> = ["область", "обл", "облысы", "region"]
  private static let cityWords: Set<String> = ["г", "город", "каласы", "city"]

  private static func key(_ name: String) -> Key {
    let words = NameFolding.tokens(name)
    return Key(
      words: words.filter { !regionWords.contains($0) && !cityWords.contains($0) }.sorted(),
      isCity: !words.contains(where: regionWords.contains))
  }
}
