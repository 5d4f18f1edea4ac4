/// A name in the spellings of the papers that could bear it.
struct NameForms: Hashable, Sendable {
  /// Kazakh Cyrillic; of a surname, its root: the name of a father or grandfather.
  var kazakh: String
  /// The usual form first; of a surname, the masculine ones in -ов, -ев, -ин.
  var russian: [String]
  /// Passport Latin of the former Union, in the order of the Russian forms.
  var latin: [String]
  /// The Arabic script of China.
  var arabic: String
  /// Pinyin in capitals.
  var pinyin: String
  /// The consonants, by which spellings of one name are alike in every script.
  let skeleton: String

  /// From the list of names, with rules where the list has nothing.
  init(_ name: DemoNames.Name) {
    kazakh = String(decoding: name.kazakh, as: UTF8.self)
    russian = name.russian.map { String(decoding: $0, as: UTF8.self) }
    latin = name.latin.map { String(decoding: $0, as: UTF8.self) }
    arabic =
      name.arabic.isEmpty
      ? LetterTable.arabic(kazakh) : String(decoding: name.arabic, as: UTF8.self)
    pinyin =
      name.pinyin.isEmpty
      ? PinyinRules.write(kazakh) : String(decoding: name.pinyin, as: UTF8.self)
    skeleton = Self.skeleton(of: kazakh)
  }

  /// By rules alone, from a Cyrillic name that is in no list.
  init(cyrillic: String) {
    self.init(root: cyrillic, russian: LetterTable.russian.write(cyrillic))
  }

  /// By rules alone, from a masculine surname in -ов, -ев or -ин.
  init(surname: String) {
    self.init(root: NameForms.root(of: surname), russian: LetterTable.russian.write(surname))
  }

  private init(root: String, russian: String) {
    kazakh = root
    self.russian = [russian]
    latin = [LetterTable.icao.write(russian).uppercased()]
    arabic = LetterTable.arabic(root)
    pinyin = PinyinRules.write(root)
    skeleton = Self.skeleton(of: root)
  }

  static func root(of surname: String) -> String {
    for ending in ["ов", "ев", "ин"] where surname.hasSuffix(ending) {
      let stem = String(surname.dropLast(2))
      // Дуйсенбаев is of Дүйсенбай, Алиев of Әли.
      return ending == "ев" && stem.hasSuffix("а") ? stem + "й" : stem
    }
    return surname
  }

  /// Whether two names could be taken for one: a spelling of the one is a spelling of the other.
  func sharesSpelling(with other: NameForms) -> Bool {
    kazakh == other.kazakh || !Set(russian).isDisjoint(with: other.russian)
      || skeleton == other.skeleton
  }

  private static func skeleton(of kazakh: String) -> String {
    LetterTable.icao.write(kazakh).lowercased().filter { !"aeiouy".contains($0) }
  }
}
