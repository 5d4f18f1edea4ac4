/// One of the many ways in which offices of the former Union and abroad write a name in Latin.
struct Romanisation: Sendable {
  /// YERLAN for Ерлан.
  let hasYe: Bool
  /// Ж: ZHANAR, JANAR, DZHANAR.
  let zhe: String
  /// Й and и behind a vowel: AIGUL, AYGUL.
  let glide: String
  /// Қ: KAIRAT, QAIRAT.
  let qaf: String
  /// Х: RAKHIM, RAHIM.
  let kha: String
  /// С between vowels: KASYM, KASSYM.
  let hasDoubleS: Bool
  /// Ю and я: DIUSEN, DYUSEN.
  let iota: String
  /// У behind a vowel: DAUREN, DAWREN.
  let glideU: String
  /// Ғ: GALYM, GHALYM.
  let ghain: String
  /// Ң: N, NG.
  let nasal: String
  /// Ы: Y, I.
  let back: String

  init(_ random: inout SeededRandom) {
    hasYe = random.chance(600)
    zhe = ["ZH", "J", "DZH", "J"][random.below(4)]
    glide = random.chance(600) ? "Y" : "I"
    qaf = random.chance(500) ? "Q" : "K"
    kha = random.chance(500) ? "H" : "KH"
    hasDoubleS = random.chance(350)
    iota = random.chance(650) ? "Y" : "I"
    glideU = random.chance(250) ? "W" : "U"
    ghain = random.chance(350) ? "GH" : "G"
    nasal = random.chance(350) ? "NG" : "N"
    back = random.chance(350) ? "I" : "Y"
  }

  /// Capitals, from Kazakh or Russian Cyrillic.
  func write(_ cyrillic: String) -> String {
    let letters = Array(cyrillic.lowercased())
    var written = ""
    for (index, letter) in letters.enumerated() {
      let isStart = index == 0 || letters[index - 1] == " "
      let afterVowel = !isStart && Self.vowels.contains(letters[index - 1])
      let beforeVowel = index + 1 < letters.count && Self.vowels.contains(letters[index + 1])
      switch letter {
      case "е", "э": written += hasYe && letter == "е" && (isStart || afterVowel) ? "YE" : "E"
      case "ж": written += zhe
      case "й": written += glide
      case "и": written += afterVowel ? glide : "I"
      case "қ": written += qaf
      case "х": written += kha
      case "с": written += hasDoubleS && afterVowel && beforeVowel ? "SS" : "S"
      case "ю": written += iota + "U"
      case "я": written += iota + "A"
      case "у": written += afterVowel ? glideU : "U"
      case "ғ": written += ghain
      case "ң": written += nasal
      case "ы": written += back
      default: written += LetterTable.icao.write(String(letter)).uppercased()
      }
    }
    return written
  }

  private static let vowels: Set<Character> = Set("аәеоөұүуиыіэюяё")
}
