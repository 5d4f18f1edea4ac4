import Domain
import Testing

/// How single words are read: sounds, skeleton, ending.
@Suite("Words of names")
struct NameWordTests {
  static func word(_ text: String, _ role: NameReading.Role = .given) throws -> NameWord {
    let name = PersonName(
      script: NameScript.of(text), familyName: role == .family ? text : nil,
      givenName: role == .given ? text : nil, patronymic: role == .father ? text : nil)
    return try #require(NameReading(name).words.first).word
  }

  private static func sounds(_ word: NameWord) -> String {
    String(decoding: word.sounds, as: UTF8.self)
  }

  /// By the letter table of the alphabets: each word letter for letter.
  static let read: [(text: String, sounds: String, skeleton: String)] = [
    ("Нұрлан", "nurlan", "NLN"), ("НУРЛАН", "nurlan", "NLN"), ("Nūrlan", "nurlan", "NLN"),
    ("Ńurlan", "Nurlan", "NLN"), ("نۇرلان", "nurlan", "NLN"),
    ("Дәулет", "dAwlet", "TLT"), ("Dáýlet", "dAwlet", "TLT"), ("Däulet", "dAwlet", "TLT"),
    ("داۋلەت", "dAwlet", "TLT"), ("DAULET", "dawlet", "TLT"),
    ("Қуаныш", "qwanYx", "KNS"), ("QUANYSH", "qwanYx", "KNS"), ("قۋانىش", "qwanYx", "KNS"),
    ("Данияр", "danyar", "TNL"), ("DANIIAR", "danyar", "TNL"), ("DANIYAR", "danyar", "TNL"),
    ("Мариям", "maryam", "MLM"), ("Марьям", "maryam", "MLM"), ("ماريام", "maryam", "MLM"),
    ("Ерлан", "erlan", "LN"), ("YERLAN", "erlan", "LN"), ("Ýerlan", "erlan", "LN"),
    ("Жанболат", "jaMbolat", "SNPLT"), ("Джанбулат", "djaMbulat", "SNPLT"),
    ("Айгүл", "aygul", "KL"), ("Айгуль", "aygul", "KL"), ("AIGUL", "aygul", "KL"),
    ("Aýgül", "aWgul", "KL"), ("ايگۇل", "Aygul", "KL"),
    // French ou and English oo are у.
    ("NOURLAN", "nurlan", "NLN"), ("Noorlan", "nurlan", "NLN"), ("Oumit", "umit", "MT"),
    // Turkish c is ж, Uzbek x is х.
    ("Nurcan", "nurjan", "NLSN"), ("Baxtiyor", "bahtyor", "PKTL"),
    // ş, ç, ž keep their marks, written as one character or as two.
    ("Şolpan", "xolpan", "SLPN"), ("S\u{327}olpan", "xolpan", "SLPN"),
    ("Çınar", "cinar", "SNL"), ("Žanar", "janar", "SNL"),
    ("Щербак", "xerbak", "SLPK"), ("Цой", "tsoy", "S"),
    ("Сейіт", "seyt", "ST"), ("Seıit", "seyt", "ST"), ("Сеит", "seyt", "ST"),
    ("Ляззат", "lyAzat", "LST"), ("Ысмайыл", "Ysmayl", "SML"),
  ]

  @Test("A word sounds as its alphabet has it", arguments: read)
  func reads(text: String, sounds: String, skeleton: String) throws {
    let word = try Self.word(text)
    #expect(Self.sounds(word) == sounds)
    #expect(word.skeleton.description == skeleton)
  }

  /// Two spellings on which one hamza, look-alike code points and invisible marks tell nothing.
  static let arabic: [(left: String, right: String)] = [
    ("\u{621}الي", "\u{674}الي"), ("\u{675}لي", "\u{621}الي"), ("\u{678}لياس", "\u{621}ىلياس"),
    ("سەرى\u{6A9}", "سەرىك"), ("قا\u{6CC}رات", "قايرات"), ("زاۋر\u{647}", "زاۋر\u{6D5}"),
    // A paper without ە writes ه for it everywhere; before a vowel ه stays the consonant.
    ("م\u{647}يرام", "مەيرام"), ("ك\u{647}ڭ\u{647}س", "كەڭەس"), ("\u{647}رلان", "ەرلان"),
    ("جا\u{647}ان", "جاھان"), ("\u{647}اشىم", "ھاشىم"), ("يبرا\u{647}يم", "يبراھيم"),
    ("نۇر\u{640}لان", "نۇرلان"), ("نۇر\u{200C}لان", "نۇرلان"), ("\u{200F}نۇرلان\u{202C}", "نۇرلان"),
  ]

  @Test("Arabic code points that look alike sound alike", arguments: arabic)
  func codePoints(left: String, right: String) throws {
    #expect(try Self.word(left).sounds == Self.word(right).sounds)
  }

  @Test("A ه before a vowel is no ە")
  func consonant() throws {
    #expect(Self.sounds(try Self.word("جا\u{647}ان")) == "jahan")
    #expect(Self.sounds(try Self.word("ج\u{647}لان")) == "jelAn")
  }

  @Test("One hamza makes the vowels front ones")
  func hamza() throws {
    #expect(Self.sounds(try Self.word("\u{621}الي")) == "Ali")
    #expect(Self.sounds(try Self.word("اليا")) == "alya")
    #expect(Self.sounds(try Self.word("دەرىپساك")) == "deripsAk")
    // A compound whose second part is back has ق beside ك: no front vowels are sure.
    #expect(Self.sounds(try Self.word("كۇلباق")) == "kulbaq")
  }

  static let endings: [(text: String, role: NameReading.Role, sounds: String, ending: NameEnding)] =
    [
      ("Нурланов", .family, "nurlan", .surname), ("NURLANOVA", .family, "nurlan", .surname),
      ("Nurlanow", .family, "nurlan", .surname), ("Абаев", .family, "abay", .surname),
      ("ABAYEV", .family, "abay", .surname), ("MUSAYEV", .family, "musay", .surname),
      ("Алиева", .family, "ali", .surname),
      ("Мусин", .family, "musE", .surname), ("Сейфуллина", .family, "seyfulE", .surname),
      ("Серікұлы", .father, "serik", .fatherSon), ("Serikuly", .father, "serik", .fatherSon),
      ("Серикович", .father, "serik", .fatherSon), ("سەرىكۇلى", .father, "serik", .fatherSon),
      ("SERIKOVICH", .father, "serik", .fatherSon), ("Serikoglu", .father, "serik", .fatherSon),
      ("Serikoʻgʻli", .father, "serik", .fatherSon), ("Серикуулу", .father, "serik", .fatherSon),
      ("Серікқызы", .father, "serik", .fatherDaughter),
      ("SERIKKYZY", .father, "serik", .fatherDaughter),
      ("Serikqizi", .father, "serik", .fatherDaughter),
      ("Serikgyzy", .father, "serik", .fatherDaughter),
      ("Сериковна", .father, "serik", .fatherDaughter),
      ("Алиевна", .father, "ali", .fatherDaughter),
      ("Хайратын", .father, "hayrat", .genitive), ("Серикийн", .father, "serik", .genitive),
    ]

  @Test("An ending comes off, the longest first", arguments: endings)
  func comesOff(text: String, role: NameReading.Role, sounds: String, ending: NameEnding) throws {
    let word = try Self.word(text, role)
    #expect(Self.sounds(word) == sounds)
    #expect(word.ending == ending)
  }

  static let whole: [(text: String, role: NameReading.Role)] = [
    ("Мадина", .given), ("Еркін", .family), ("Айгули", .given), ("Лев", .given), ("Ев", .family),
    ("Тұрсын", .family), ("Алтын", .father), ("Айдын", .father), ("Ким", .family),
  ]

  @Test("A name that only ends like a surname stays whole", arguments: whole)
  func staysWhole(text: String, role: NameReading.Role) throws {
    #expect(try Self.word(text, role).ending == nil)
  }

  static let pinyin: [(text: String, sounds: String)] = [
    ("Nuerlan", "nURLVN"), ("Yeerlan", "eRLVN"), ("Nuerbieke", "nURbeKE"), ("Baheti", "bVHETI"),
    ("Xinaer", "XInVR"), ("Qiaolipan", "COLIpVN"), ("Wumaer", "UmVR"), ("Alihan", "VLIHVN"),
    ("Bierjiang", "bIRJVN"), ("Tieliubieke", "TeLEwbeKE"),
  ]

  @Test("Syllables of Chinese are read as such", arguments: pinyin)
  func isPinyin(text: String, sounds: String) throws {
    #expect(String(decoding: try Self.word(text).pinyinSounds, as: UTF8.self) == sounds)
  }

  @Test(
    "What is no row of syllables is no pinyin",
    arguments: ["NURLAN", "AIGUL", "ERLAN", "SAULE", "TOLEGEN", "ANUAR", "SARA", "AIBEK"])
  func notPinyin(text: String) throws {
    #expect(try Self.word(text).pinyinSounds.isEmpty)
  }

  @Test("Initials, and characters that are not read")
  func others() throws {
    #expect(try Self.word("А.").isInitial)
    #expect(try Self.word("Zh.").isInitial)
    #expect(try !Self.word("Ай").isInitial)
    let han = try Self.word("努尔兰")
    #expect(han.script == .han)
    #expect(han.sounds.isEmpty)
    #expect(han.skeleton == .empty)
    #expect(!han.isInitial)
  }

  @Test("The folded form is that of the search index")
  func folded() throws {
    for text in ["Әбдірахман", "O‘g‘li", "\u{621}اليحان", "Ńurǵalı", "努尔兰"] {
      #expect(try Self.word(text).folded == NameFolding.folded(text))
    }
  }
}
