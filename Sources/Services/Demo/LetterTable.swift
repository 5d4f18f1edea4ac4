/// Writes Kazakh or Russian Cyrillic in the letters of another paper, one letter after another.
///
/// Sources: the letter table of Doc 9303 and the ticketing rows, the alphabets of 2018 (Decree
/// 637) and 2021, MNS 5217:2012 for Mongolia, the BGN/PCGN tables of Uzbek and Turkmen, and the
/// Turkish alphabet as Kazakhs of Turkey spell their names with it.
struct LetterTable: Sendable {
  private let letters: [Character: String]
  /// What an `i` at the start of a name becomes.
  private let capitalI: String

  private static let kazakh = row(
    "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я")

  private static func row(_ text: String) -> [Substring] { text.split(separator: " ") }

  /// Letters in the order of the alphabet above; `-` writes nothing.
  private init(_ text: String, capitalI: String = "I") {
    var letters: [Character: String] = [:]
    for (letter, written) in zip(Self.kazakh, Self.row(text)) {
      guard let key = letter.first else { continue }
      letters[key] = written == "-" ? "" : String(written)
    }
    self.letters = letters
    self.capitalI = capitalI
  }

  static let icao = LetterTable(
    "a a b v g g d e e zh z i i k k l m n n o o p r s t u u u f kh h ts ch sh shch ie y i - e iu ia"
  )
  static let latin2018 = LetterTable(
    "a á b v g ǵ d e e j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh shch - y i - e ıý ıa")
  static let latin2021 = LetterTable(
    "a ä b v g ğ d e e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş şş - y ı - e iu ia",
    capitalI: "İ")
  static let turkish = LetterTable(
    "a e b v g ğ d e e c z i y k k l m n n o ö p r s t u u ü f h h ts ç ş ş - ı i - e yu ya",
    capitalI: "İ")
  static let uzbek = LetterTable(
    "a a b v g g' d e yo j z i y k q l m n ng o o' p r s t u u u f x h ts ch sh sh - i i - e yu ya")
  static let turkmen = LetterTable(
    "a ä b w g g d e ýo j z i ý k k l m n ň o ö p r s t u u ü f h h s ç ş ş - y i - e ýu ýa")
  static let mongolianLatin = LetterTable(
    "a a b v g g d ye yo j z i i k kh l m n n o ö p r s t u u ü f kh kh ts ch sh sh - y i - e yu ya"
  )
  static let mongolianCyrillic = LetterTable(
    "а а б в г г д е ё ж з и й к х л м н н о ө п р с т у у ү ф х х ц ч ш щ - ы и - э ю я")
  static let russian = LetterTable(
    "а а б в г г д е ё ж з и й к к л м н н о о п р с т у у у ф х х ц ч ш щ ъ ы и ь э ю я")
  private static let arabic = LetterTable(
    "ا ا ب ۆ گ ع د ە ە ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ تس چ ش شش - ى ى - ە يۋ يا")

  /// The text letter by letter, each word with a capital; what the table lacks stays as it is.
  func write(_ text: String) -> String {
    var written = ""
    var isStart = true
    for letter in text.lowercased() {
      let form = letters[letter] ?? String(letter)
      written += isStart ? capitalised(form) : form
      isStart = letter == " " || letter == "-"
    }
    return written
  }

  private func capitalised(_ form: String) -> String {
    if form.hasPrefix("i") { return capitalI + form.dropFirst() }
    return form.prefix(1).uppercased() + form.dropFirst()
  }

  /// The Arabic script of China (төте жазу): one hamza before a word of front vowels that has
  /// none of ە, گ and ك to show it.
  static func arabic(_ text: String) -> String {
    text.lowercased().split(separator: " ").map { word in
      var plain = String(word)
      for (from, to) in [("ия", "я"), ("ий", "и"), ("ье", "йе")] {
        plain = plain.replacing(from, with: to)
      }
      let body = arabic.write(plain)
      let isFront = word.contains { "әөүі".contains($0) }
      let showsIt = body.contains { "ەگك".contains($0) }
      return isFront && !showsIt ? "ء" + body : body
    }.joined(separator: " ")
  }
}
