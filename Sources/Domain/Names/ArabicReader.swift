/// Reads a word in the Arabic script of the Kazakhs of China, which writes every vowel.
///
/// One hamza before the word makes its vowels front ones; words with ە, گ or ك do without it.
enum ArabicReader {
  static func read(_ word: WordLetters) -> SoundWriter {
    var writer = SoundWriter()
    var hasFront = false
    var hasBack = false
    var writesE = false
    for place in 0..<word.count where word[place] == 0x6D5 { writesE = true }
    for place in 0..<word.count {
      switch word[place] {
      case 0x6D5, 0x643, 0x6AF: hasFront = true
      case 0x647 where isE(word, place, writesE): hasFront = true
      case 0x642, 0x639: hasBack = true
      default: continue
      }
    }
    let isFront = word.hasHamza || hasFront && !hasBack
    for place in 0..<word.count {
      let letter =
        word[place] == 0x647
        ? isE(word, place, writesE) ? Sound.e : Sound.h
        : sound(word[place], isFront: isFront, isLast: place == word.count - 1)
      switch letter {
      case 0: continue
      // ع opens Arabic names that are said without it.
      case Sound.g where place == 0 && word[0] == 0x639: writer.append(letter, drop: 80)
      case Sound.h where word[place] == 0x647: writer.append(letter, drop: 40)
      // ي is the и of ия, which is not lost as the glide of я is.
      case Sound.i: writer.append(letter, drop: 70)
      default: writer.append(letter)
      }
    }
    return writer
  }

  /// Whether a ه is the vowel ە, as it is at the end of a word.
  ///
  /// A paper that has no ە at all writes ه for it everywhere: then it is the consonant only before
  /// a vowel, or before ي where a vowel precedes it.
  private static func isE(_ word: WordLetters, _ place: Int, _ writesE: Bool) -> Bool {
    if place == word.count - 1 { return true }
    if writesE || isVowel(word[place + 1]) { return false }
    return word[place + 1] != 0x64A && word[place + 1] != 0x6CC || !isVowel(word[place - 1])
  }

  private static func isVowel(_ value: UInt16) -> Bool {
    switch value {
    case 0x627, 0x648, 0x6C7, 0x6C8, 0x6C9, 0x649, 0x6D0, 0x6D5: true
    default: false
    }
  }

  private static func sound(_ value: UInt16, isFront: Bool, isLast: Bool) -> UInt8 {
    switch value {
    case 0x627: isFront ? Sound.frontA : Sound.a
    case 0x6D5, 0x6D0: Sound.e
    case 0x648: Sound.o
    case 0x6C7, 0x6C8, 0x6C9: Sound.u
    case 0x6CB, 0x624: Sound.w
    case 0x6C6, 0x6A4: Sound.v
    case 0x649: isFront ? 0x31 : Sound.hardI
    case 0x64A: Sound.i
    // Farsi yeh is ي inside a word and ى at its end, as the eye has it.
    case 0x6CC: isLast ? (isFront ? 0x31 : Sound.hardI) : Sound.i
    default: consonant(value)
    }
  }

  private static func consonant(_ value: UInt16) -> UInt8 {
    switch value {
    case 0x628: UInt8(ascii: "b")
    case 0x67E: UInt8(ascii: "p")
    case 0x62A, 0x637: UInt8(ascii: "t")
    case 0x62C, 0x698: Sound.j
    case 0x686: UInt8(ascii: "c")
    case 0x62D, 0x62E: Sound.h
    case 0x62F: Sound.d
    case 0x630, 0x632, 0x636, 0x638: UInt8(ascii: "z")
    case 0x631: UInt8(ascii: "r")
    case 0x62B, 0x633, 0x635: UInt8(ascii: "s")
    case 0x634: UInt8(ascii: "x")
    case 0x639, 0x63A, 0x6AF: Sound.g
    case 0x641: UInt8(ascii: "f")
    case 0x642: UInt8(ascii: "q")
    case 0x643: UInt8(ascii: "k")
    case 0x6AD, 0x763: Sound.nasal
    case 0x644: UInt8(ascii: "l")
    case 0x645: Sound.m
    case 0x646: Sound.n
    default: 0
    }
  }
}
