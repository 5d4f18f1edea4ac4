import Domain
import TestSupport
import Testing

@Suite("Name folding")
struct NameFoldingTests {
  static let cases: [(text: String, tokens: [String])] = [
    ("", []),
    (" - · ", []),
    ("NURLAN", ["nurlan"]),
    ("Нұрлан НҰРЛАНОВ", ["нурлан", "нурланов"]),
    ("ЗУХРА", ["зухра"]),
    ("Әбдірахман-Ұлы", ["абдирахман", "улы"]),
    (
      "Ғазиз Қайрат Бағлаң Өмірбек Үміт Һамит",
      ["газиз", "кайрат", "баглан", "омирбек", "умит", "хамит"]
    ),
    ("Ёлка Королёв", ["елка", "королев"]),
    ("Бақытжан\u{A0}Ерұлы", ["бакытжан", "ерулы"]),
    ("Сергей", ["сергей"]),
    ("Серге\u{438}\u{306}", ["сергей"]),
    ("Королев\u{300}", ["королев"]),
    ("Ўткир Ҳасанов", ["уткир", "хасанов"]),
    // Latin alphabets of 2018 and 2021, and of the neighbours.
    ("Äbdırahman Ǵalym Ğalym Ñūr Şoqan", ["abdirahman", "galym", "galym", "nur", "soqan"]),
    ("İLYAS ılyas ILYAS ilyas", ["ilyas", "ilyas", "ilyas", "ilyas"]),
    ("A\u{308}bdi", ["abdi"]),
    ("O'g'li Oʻgʻli O’g‘li", ["ogli", "ogli", "ogli"]),
    ("Ýagşy Gülnar Çary Ňur", ["yagsy", "gulnar", "cary", "nur"]),
    ("Straße Æsa", ["strasse", "aesa"]),
    ("ＷＡＬＩＨＡＮ", ["walihan"]),
    // The dots of Chinese papers, and none.
    ("Nuerlan·Aken", ["nuerlan", "aken"]),
    ("Nuerlan•Aken・A‧B.C．D－E", ["nuerlan", "aken", "a", "b", "c", "d", "e"]),
    ("努尔兰·阿肯", ["努尔兰", "阿肯"]),
    // Digits stay, whatever stands around them does not.
    ("N00000001", ["n00000001"]),
    ("«Абай» (1-й)", ["абай", "1", "й"]),
  ]

  @Test("Tokens", arguments: cases)
  func folds(text: String, tokens: [String]) {
    #expect(NameFolding.tokens(text) == tokens)
    #expect(NameFolding.folded(text) == tokens.joined(separator: " "))
  }

  /// Spellings of one word in Arabic script that must meet.
  static let arabic: [(left: String, right: String)] = [
    ("\u{621}اليحان", "\u{674}اليحان"),
    ("\u{621}\u{627}ليحان", "\u{675}ليحان"),
    ("\u{621}\u{6C7}مىت", "\u{677}مىت"),
    ("\u{621}\u{649}لياس", "\u{678}لياس"),
    ("سەرى\u{643}", "سەرى\u{6A9}"),
    ("نۇرلان", "نۇر\u{640}لان\u{200F}"),
    ("گۇلنا\u{64E}ر", "گۇلنار"),
    ("مادين\u{6D5}", "مادين\u{647}"),
    ("ب\u{6D5}كجان", "ب\u{647}\u{200C}كجان"),
    ("شا\u{6BE}ين", "شا\u{647}ين"),
    ("شار\u{64A}پا", "شار\u{6CC}پا"),
    ("عال\u{649}", "عال\u{6CC}"),
  ]

  @Test("Look-alike code points of the Arabic script meet", arguments: arabic)
  func meets(left: String, right: String) {
    #expect(NameFolding.tokens(left) == NameFolding.tokens(right))
    #expect(NameFolding.tokens(left).count == 1)
  }

  @Test("Letters that differ in Arabic script stay apart")
  func staysApart() {
    #expect(NameFolding.tokens("ي") != NameFolding.tokens("ى"))
    #expect(NameFolding.tokens("ۇ") != NameFolding.tokens("و"))
    #expect(NameFolding.tokens("\u{621}الى") != NameFolding.tokens("الى"))
  }

  @Test("Every Cyrillic letter folds as its capital does, and folding twice changes nothing")
  func caseAndIdempotence() {
    for value in UInt32(0x20)...0x24FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let once = NameFolding.folded(text)
      #expect(NameFolding.folded(once) == once, "U+\(String(value, radix: 16))")
      if (0x400...0x52F).contains(value) {
        #expect(NameFolding.folded(text.uppercased()) == NameFolding.folded(text.lowercased()))
      }
    }
  }

  @Test("Random scalars fold to valid text")
  func garbage() {
    var random = Garbage(seed: 3066)
    let alphabet = "aİı 'Ққ-·\u{301}\u{306}иءهی\u{200C}\u{640}ە努\u{1F468}\u{200D}é\r\n"
    for _ in 0..<2000 {
      let text = random.text(upTo: 12, from: alphabet)
      let folded = NameFolding.folded(text)
      #expect(NameFolding.tokens(text).joined(separator: " ") == folded)
      #expect(!folded.unicodeScalars.contains("\u{FFFD}"))
    }
  }

  static let scripts: [(text: String, script: NameScript)] = [
    ("Нұрлан", .cyrillic), ("Nurlan", .latin), ("Äbdırahman", .latin), ("نۇرلان", .arabic),
    ("努尔兰·阿肯", .han), ("", .other), ("123 -", .other), ("ნინო", .other),
    ("Нұрлан (Nur)", .cyrillic), ("A. Нұрлан", .cyrillic), ("ءاليحان", .arabic),
  ]

  @Test("The script of most letters", arguments: scripts)
  func script(text: String, script: NameScript) {
    #expect(NameScript.of(text) == script)
  }
}
