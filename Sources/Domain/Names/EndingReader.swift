/// Takes the ending of a surname or patronymic off a word, in every script at once.
///
/// Endings are matched on letters as read (see ``SoundWriter``), longest first.
struct EndingReader {
  let ending: NameEnding
  /// How many letters stay.
  let stem: Int
  /// A sound that the ending may have swallowed: the й of Абаев, the а of Мусин; 0 is none.
  let tail: UInt8
  /// False where names end so by themselves (Еркин, Айдын): the whole word is compared too.
  let isCertain: Bool

  /// Nil where nothing is to be taken off.
  init?(_ word: SoundWriter, role: NameReading.Role) {
    guard Self.mayEnd(word.letter(word.count - 1)) else { return nil }
    for pattern in Self.patterns {
      if role == .given && !pattern.isOfFather { continue }
      let stem = word.count - pattern.letters.count
      guard stem >= pattern.shortest, Self.ends(word, with: pattern.letters) else { continue }
      let last = word.letter(stem - 1)
      // Тұрсын and Алтын are names; Хайратын is “of Хайрат”.
      if pattern.letters.first == Sound.hardI,
        last == UInt8(ascii: "s") || Self.vowels(word, stem) < 2
      {
        continue
      }
      // Айгули is no son of Айг.
      if pattern.ending == .fatherSon, pattern.letters.count == 3, last == Sound.g { continue }
      ending = pattern.ending
      isCertain = pattern.isCertain
      if pattern.ending == .surname, pattern.letters.first == UInt8(ascii: "i") {
        (self.stem, tail) = (stem, UInt8(ascii: "E"))
      } else if pattern.letters.first == Sound.e {
        // MUSAYEV is of Мұса, ABAYEV of Абай: the glide is no sure part of either.
        let isGlided = last == Sound.hardI && Sound.isVowel(word.letter(stem - 2))
        let mayGlide = isGlided || Sound.isVowel(last) && last != Sound.i
        (self.stem, tail) = (isGlided ? stem - 1 : stem, mayGlide ? Sound.y : 0)
      } else {
        (self.stem, tail) = (stem, 0)
      }
      return
    }
    return nil
  }

  /// Whether a whole word is only an ending written apart: «ұлы», «o'g'li».
  static func isEnding(_ word: SoundWriter) -> NameEnding? {
    guard word.count >= 3, word.count <= 5 else { return nil }
    for pattern in patterns where pattern.isOfFather && pattern.letters.count == word.count {
      if ends(word, with: pattern.letters) { return pattern.ending }
    }
    return nil
  }

  private struct Pattern: Sendable {
    let letters: [UInt8]
    let ending: NameEnding
    let isCertain: Bool
    /// The fewest letters that must stay.
    let shortest: Int
    /// It is taken off a given name too, where an office put all in one field.
    let isOfFather: Bool

    init(
      _ letters: String, _ ending: NameEnding, isCertain: Bool = true, shortest: Int = 2,
      isOfFather: Bool = false
    ) {
      self.letters = Array(letters.utf8)
      self.ending = ending
      self.isCertain = isCertain
      self.shortest = shortest
      self.isOfFather = isOfFather
    }
  }

  /// `V` is в or ф; `U` у or ұ; `I` any of и і ы; `K` қ, г or х; `i` is not і.
  private static let patterns: [Pattern] = [
    Pattern("oVic", .fatherSon), Pattern("eVic", .fatherSon),
    Pattern("oVna", .fatherDaughter), Pattern("eVna", .fatherDaughter),
    Pattern("icna", .fatherDaughter),
    Pattern("KIzI", .fatherDaughter, isOfFather: true),
    Pattern("oglI", .fatherSon, isOfFather: true), Pattern("oglU", .fatherSon, isOfFather: true),
    Pattern("UglI", .fatherSon, isOfFather: true), Pattern("UUlU", .fatherSon, isOfFather: true),
    Pattern("oVa", .surname), Pattern("eVa", .surname),
    Pattern("UlI", .fatherSon, isOfFather: true),
    Pattern("ina", .surname, isCertain: false), Pattern("iyn", .genitive, isCertain: false),
    Pattern("iin", .genitive, isCertain: false),
    Pattern("oV", .surname), Pattern("eV", .surname),
    Pattern("in", .surname, isCertain: false),
    Pattern("Yn", .genitive, isCertain: false, shortest: 3),
  ]

  private static func ends(_ word: SoundWriter, with letters: [UInt8]) -> Bool {
    let start = word.count - letters.count
    guard start >= 0 else { return false }
    for (place, letter) in letters.enumerated() {
      let found = word.letter(start + place)
      let isMet =
        switch letter {
        case UInt8(ascii: "V"): found == Sound.v || found == UInt8(ascii: "f")
        case UInt8(ascii: "U"): found == Sound.u || found == Sound.w
        case UInt8(ascii: "I"): found == Sound.i || found == Sound.hardI || found == 0x31
        case UInt8(ascii: "K"): Self.isGuttural(found)
        default: found == letter
        }
      if !isMet { return false }
    }
    return true
  }

  /// Whether any ending has this last letter; most names are done with here.
  private static func mayEnd(_ letter: UInt8) -> Bool {
    switch letter {
    case Sound.v, UInt8(ascii: "f"), UInt8(ascii: "c"), Sound.a, Sound.n, Sound.i, Sound.hardI,
      0x31, Sound.u, Sound.w:
      true
    default: false
    }
  }

  private static func vowels(_ word: SoundWriter, _ length: Int) -> Int {
    (0..<length).count { Sound.isVowel(word.letter($0)) || word.letter($0) == Sound.w }
  }

  private static func isGuttural(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "k") || letter == UInt8(ascii: "q") || letter == Sound.g
      || letter == Sound.h
  }
}
