/// The hands of China, Mongolia, Uzbekistan, Turkmenistan and Turkey.
extension PaperWriter {
  /// Given name and father's name; one line, or two columns of which either may be the surname.
  func pinyin(
    _ words: PaperWords, _ person: PaperPerson, _ random: inout SeededRandom
  ) -> (family: String, given: String) {
    let given = Self.varied(words.given.pinyin, &random)
    let second = Self.varied(secondName(words, person)?.pinyin ?? "", &random)
    if second.isEmpty { return ("", given) }
    return random.chance(250) ? ("", "\(given) \(second)") : (second, given)
  }

  /// What stands behind the given name where there are no surnames.
  private func secondName(_ words: PaperWords, _ person: PaperPerson) -> NameForms? {
    if prefersRoot, !person.showsFather, let surname = words.surname { return surname }
    return person.father ?? words.surname
  }

  /// Another character of the same sound, as another town writes it.
  private static let characters = [
    ("BIEKE", "BAIKE"), ("JIANG", "JIAN"), ("NUER", "NULE"), ("YEER", "YER"), ("GULI", "GULE"),
    ("HETI", "HATI"), ("TI", "TE"), ("SI", "SHI"), ("HA", "KA"), ("MU", "MO"),
  ]

  private static func varied(_ pinyin: String, _ random: inout SeededRandom) -> String {
    guard random.chance(200) else { return pinyin }
    let start = random.below(characters.count)
    for offset in characters.indices {
      let (usual, other) = characters[(start + offset) % characters.count]
      if pinyin.contains(usual) { return pinyin.replacing(usual, with: other, maxReplacements: 1) }
    }
    return pinyin
  }

  /// The native name of a Chinese paper, or the columns of the form in the same script.
  func arabic(
    _ words: PaperWords, _ person: PaperPerson, inColumns: Bool, _ columns: inout PaperColumns,
    _ random: inout SeededRandom
  ) {
    let keyboard = ArabicKeyboard(&random)
    let given = keyboard.type(words.given.arabic)
    let second = keyboard.type(secondName(words, person)?.arabic ?? "")
    if inColumns {
      columns.main = (second, given, "")
      if let surname = words.surname, let father = words.father, !prefersRoot {
        columns.main = (
          keyboard.type(surname.arabic), given,
          keyboard.type(father.arabic) + (words.isFemale ? "قىزى" : "ۇلى")
        )
      }
      if random.chance(200) { columns.native = native(given, second, &random) }
      return
    }
    columns.native = native(given, second, &random)
    if random.chance(300) { columns.latin = pinyin(words, person, &random) }
  }

  private func native(_ given: String, _ second: String, _ random: inout SeededRandom) -> String {
    if second.isEmpty { return given }
    return random.chance(100) ? second + dot + given : given + dot + second
  }

  /// Mongolia writes Kazakh names in its own Cyrillic: the father's in the genitive, then one's.
  func mongolian(_ words: PaperWords, _ columns: inout PaperColumns) {
    let table = LetterTable.mongolianCyrillic
    columns.main.given = table.write(words.given.kazakh)
    guard let owner = words.father ?? words.surname else { return }
    let father = table.write(owner.kazakh)
    let isBack = father.contains { "аоуыя".contains($0) }
    columns.main.family = father + (father.hasSuffix("й") ? "н" : isBack ? "ын" : "ийн")
  }

  /// In the alphabet of the country, in the columns of the form or of the passport.
  func neighbour(
    _ words: PaperWords, _ country: String, _ columns: inout PaperColumns,
    _ random: inout SeededRandom
  ) {
    let table: LetterTable
    let endings: (son: String, daughter: String)
    switch country {
    case "UZB": (table, endings) = (.uzbek, (" o'g'li", " qizi"))
    case "TKM": (table, endings) = (.turkmen, (" ogly", " gyzy"))
    case "TUR": (table, endings) = (.turkish, ("oğlu", "kızı"))
    default: (table, endings) = (.mongolianLatin, ("", ""))
    }
    // Uzbek rounds the vowel of endings that every Kazakh has in the family.
    let rounds = country == "UZB" && random.chance(400)
    func write(_ text: String) -> String {
      // Mongolian Latin is spelled from Mongolian Cyrillic, which has no letters for ә and қ.
      let source = country == "MNG" ? LetterTable.mongolianCyrillic.write(text) : text
      let plain = table.write(source)
      guard rounds else { return plain }
      return plain.replacing("jan", with: "jon").replacing("lan", with: "lon")
    }
    if random.chance(500) {
      columns.main = words.latinColumns(son: endings.son, daughter: endings.daughter, write)
    } else {
      let names = words.latin(write)
      columns.latin = (names.family.uppercased(), names.given.uppercased())
    }
  }
}

/// The code points that a keyboard has for the letters of the Arabic script.
struct ArabicKeyboard {
  private let isPersian: Bool
  private let hasHighHamza: Bool
  private let leavesHamzaOut: Bool

  init(_ random: inout SeededRandom) {
    isPersian = random.chance(250)
    hasHighHamza = random.chance(250)
    leavesHamzaOut = random.chance(150)
  }

  func type(_ text: String) -> String {
    var typed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x621 where leavesHamzaOut: continue
      case 0x621 where hasHighHamza: typed.append("\u{674}")
      case 0x643 where isPersian: typed.append("\u{6A9}")
      case 0x64A where isPersian: typed.append("\u{6CC}")
      default: typed.append(scalar)
      }
    }
    return String(typed)
  }
}
