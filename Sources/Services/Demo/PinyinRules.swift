/// Pinyin of a Kazakh name that no list has: the usual syllables of the Chinese characters.
///
/// A syllable puts vowels between consonants and merges р with л, and қ with х; real papers vary,
/// and this gives one spelling of several.
enum PinyinRules {
  /// Parts of names with a customary spelling, the longer first.
  private static let parts: [(kazakh: String, pinyin: String)] = [
    ("мұхамед", "muhanmode"), ("дәулет", "dawulieti"), ("құрман", "kuerman"),
    ("болат", "bolati"), ("мұрат", "mulati"), ("бақыт", "baheti"), ("жұма", "juma"),
    ("бек", "bieke"), ("жан", "jiang"), ("хан", "han"), ("бай", "bai"), ("гүл", "guli"),
    ("нұр", "nuer"), ("лан", "lan"), ("тай", "tai"), ("ақ", "ake"),
  ]
  private static let starts: [(kazakh: String, pinyin: String)] = [
    ("ер", "yeer"), ("ай", "ayi"), ("ә", "a"), ("е", "ye"), ("о", "wo"), ("ө", "wu"), ("ұ", "wu"),
    ("ү", "wu"), ("у", "wu"), ("и", "yi"), ("ы", "e"), ("і", "yi"),
  ]
  private static let vowels: Set<Character> = Set("аәеоөұүуиыіэюяё")
  /// Before a vowel, and with the vowel that a syllable adds where none follows.
  private static let consonants: [Character: (open: String, closed: String)] = [
    "б": ("b", "bu"), "в": ("w", "fu"), "г": ("g", "ge"), "ғ": ("h", "he"), "д": ("d", "de"),
    "ж": ("j", "ji"), "з": ("z", "zi"), "й": ("y", "i"), "к": ("k", "ke"), "қ": ("h", "ke"),
    "л": ("l", "le"), "м": ("m", "mu"), "н": ("n", "n"), "ң": ("ng", "ng"), "п": ("p", "pu"),
    "р": ("l", "er"), "с": ("s", "si"), "т": ("t", "ti"), "ф": ("f", "fu"), "х": ("h", "he"),
    "һ": ("h", "he"), "ц": ("c", "ci"), "ч": ("q", "qi"), "ш": ("sh", "shi"), "щ": ("sh", "shi"),
  ]

  /// Capitals, without spaces inside a word, as the passports of China print a name.
  static func write(_ kazakh: String) -> String {
    var rest = kazakh.lowercased()[...]
    var pinyin = ""
    var before: Character = " "
    while let letter = rest.first {
      let isStart = before == " "
      let list = (isStart ? starts : []) + parts
      if let part = list.first(where: { rest.hasPrefix($0.kazakh) }) {
        pinyin += part.pinyin
        before = part.kazakh.last ?? " "
        rest = rest.dropFirst(part.kazakh.count)
        continue
      }
      rest = rest.dropFirst()
      if let consonant = consonants[letter] {
        let isOpen = rest.first.map(vowels.contains) ?? false
        pinyin += isOpen ? consonant.open : consonant.closed
      } else {
        pinyin += vowel(letter, after: before)
      }
      before = letter
    }
    return pinyin.uppercased()
  }

  private static func vowel(_ letter: Character, after before: Character) -> String {
    switch letter {
    case "а", "ә": "жшч".contains(before) && before != "ш" ? "ia" : "a"
    case "е", "э": "бпмдтлн".contains(before) ? "ie" : "e"
    case "о", "ө": "бпмф".contains(before) ? "o" : "uo"
    case "ұ", "ү": "u"
    case "у": vowels.contains(before) ? "wu" : "u"
    case "и": "i"
    case "ы", "і": "e"
    case "я": "ya"
    case "ю": "yu"
    case " ": " "
    default: ""
    }
  }
}
