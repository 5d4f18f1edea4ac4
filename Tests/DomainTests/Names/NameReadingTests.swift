import Domain
import TestSupport
import Testing

/// How the fields of a paper are cut into words.
@Suite("Readings of names")
struct NameReadingTests {
  static func full(_ text: String) -> NameReading {
    NameReading(PersonName(script: NameScript.of(text), fullName: text))
  }

  static func parts(
    _ family: String?, _ given: String?, _ patronymic: String? = nil
  ) -> NameReading {
    let text = family ?? given ?? ""
    return NameReading(
      PersonName(
        script: NameScript.of(text), familyName: family, givenName: given, patronymic: patronymic))
  }

  private static func shown(_ reading: NameReading) -> [String] {
    reading.words.map { "\($0.role.rawValue) \(String(decoding: $0.word.sounds, as: UTF8.self))" }
  }

  @Test(
    "Dots of all kinds part the words, and so does a space",
    arguments: [
      "Уәлихан·Серік", "Уәлихан•Серік", "Уәлихан・Серік", "Уәлихан‧Серік", "Уәлихан.Серік",
      "Уәлихан－Серік", "Уәлихан - Серік", "Уәлихан  Серік", "Уәлихан∙Серік",
    ])
  func dots(text: String) {
    #expect(Self.shown(Self.full(text)) == ["unknown wAlihan", "unknown serik"])
  }

  @Test("The fields of a paper are roles")
  func roles() {
    #expect(
      Self.shown(Self.parts("Нұрланов", "Асан", "Серікұлы"))
        == ["family nurlan", "given asan", "father serik"])
  }

  @Test("An ending tells the role of a word of a full name")
  func told() {
    #expect(
      Self.shown(Self.full("НУРЛАНОВ АСАН СЕРИКОВИЧ"))
        == ["family nurlan", "unknown asan", "father serik"])
  }

  static let apart: [(text: String, shown: [String])] = [
    ("Серік ұлы Нұрлан", ["father serik", "unknown nurlan"]),
    ("Нұрлан Серік ұлы", ["unknown nurlan", "father serik"]),
    ("Айгүл Серік қызы", ["unknown aygul", "father serik"]),
    ("AIGUL SERIK KYZY", ["unknown aygul", "father serik"]),
    ("Serik oʻgʻli Nurlon", ["father serik", "unknown nurlon"]),
    ("Serik o'g'li Nurlon", ["father serik", "unknown nurlon"]),
    ("Gulnora Serik qizi", ["unknown gulnora", "father serik"]),
    ("Асан уулу Нурлан", ["father asan", "unknown nurlan"]),
    ("Merdan oglu Serdar", ["father merdan", "unknown serdar"]),
    ("سەرىك ۇلى نۇرلان", ["father serik", "unknown nurlan"]),
  ]

  @Test("“Son of” written apart belongs to the father's name", arguments: apart)
  func endingApart(text: String, shown: [String]) {
    #expect(Self.shown(Self.full(text)) == shown)
  }

  static let crowded: [(family: String?, given: String, shown: [String])] = [
    ("ABDIRAHMAN", "ILIIAS QASYMULY", ["family abdirahman", "given ilyas", "father qasYm"]),
    ("Amanova", "Perizat Adilet Qizi", ["family aman", "given perizat", "father adilet"]),
    ("Aybek Amanovich", "Nurlan", ["father aman", "family aybek", "given nurlan"]),
    // The only word of its field is what the field says.
    ("Асанұлы", "Нұрлан", ["family asan", "given nurlan"]),
    (nil, "Серікұлы", ["given serik"]),
    // Names that end so by themselves stay.
    ("Иманов", "Еркин Айдын", ["family iman", "given erkin", "given aydYn"]),
  ]

  @Test("In a field with more than its name an ending tells the father's", arguments: crowded)
  func fatherInAnotherField(family: String?, given: String, shown: [String]) {
    #expect(Set(Self.shown(Self.parts(family, given))) == Set(shown))
  }

  @Test("Syllables written apart are one word")
  func syllables() {
    let reading = Self.parts("Tang la ti han", "Tuo he ta er bie ke")
    #expect(reading.words.map(\.word.folded) == ["tanglatihan", "tuohetaerbieke"])
    // Two words of which one is no lone syllable stay two.
    #expect(Self.parts(nil, "Nur Ai").words.count == 2)
    #expect(Self.parts(nil, "Абд Рахман").words.count == 2)
  }

  @Test("One word that is no pinyin speaks for all of a paper")
  func onePaper() {
    #expect(Self.parts("Sailike", "Ashan").words.allSatisfy { !$0.word.pinyinSounds.isEmpty })
    #expect(Self.parts("ESENOV", "ASAN").words.allSatisfy { $0.word.pinyinSounds.isEmpty })
    // der is no syllable, a slip of some office; but nuer is written in pinyin alone.
    let slip = Self.parts("Kederbieke", "Nuerlan").words.map(\.word.pinyinSounds.isEmpty)
    #expect(slip == [false, false])
    // -mu ends no Kazakh name, but stands for its last consonant: that word speaks for itself.
    let mixed = Self.parts("KALIMU", "QABDES").words.map(\.word.pinyinSounds.isEmpty)
    #expect(mixed == [false, true])
  }

  @Test("Names that fill a zone to its last place may be cut")
  func cut() {
    // 25 letters, <<, 12 letters: 39, the field of a passport.
    let full = Self.parts("DZHANBULATOVAKHMETZHANOVA", "AIGULSHOLPAN")
    #expect(full.words.map(\.word.mayBeCut) == [false, true])
    let shorter = Self.parts("DZHANBULATOVAKHMETZHANOVA", "AIGULSHOLPA")
    #expect(shorter.words.allSatisfy { !$0.word.mayBeCut })
    let cyrillic = Self.parts("Джанбулатовахметжанова1234", "Айгулшолпаай")
    #expect(cyrillic.words.allSatisfy { !$0.word.mayBeCut })
  }

  @Test("A name without a letter has no words")
  func empty() {
    #expect(Self.full(" · - ").words.isEmpty)
    #expect(Self.parts(nil, nil).words.isEmpty)
    #expect(Self.parts("", "Асан").words.count == 1)
  }

  @Test("Any text at all is read without a stop")
  func garbage() {
    var garbage = Garbage(seed: 7)
    let alphabet =
      "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcdefghijklmnopqrstuvwxyzñşçöüýžğı"
      + "اەبپتجچحدرزسشعفقكگڭلمنھوۇۋىيء·•‧-'. \u{308}\u{327}\u{200C}努尔1𠀀"
    for _ in 0..<300 {
      let (text, other) = (
        garbage.text(upTo: 70, from: alphabet), garbage.text(upTo: 70, from: alphabet)
      )
      let (one, another) = (Self.full(text), Self.parts(other, text))
      for left in one.words {
        #expect(!left.word.folded.contains(" "))
        for right in another.words {
          let likeness = NameComparison.likeness(left.word, right.word)
          #expect((0...1000).contains(likeness), "\(text) \(other)")
        }
      }
      _ = NameComparison.compare([one], [another])
    }
  }
}
