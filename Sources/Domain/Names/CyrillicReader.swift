/// Reads a word in the Cyrillic of Kazakhs, Russians, Mongols and their neighbours.
enum CyrillicReader {
  static func read(_ word: WordLetters) -> SoundWriter {
    var writer = SoundWriter()
    var afterConsonant = false
    for place in 0..<word.count {
      let value = word[place]
      switch value {
      // я ю ё: a glide and a vowel; behind a consonant the vowel is a front one, as in Ляззат.
      case 0x44F: appendGlided(afterConsonant ? Sound.frontA : Sound.a, afterConsonant, &writer)
      case 0x44E: appendGlided(Sound.u, afterConsonant, &writer)
      case 0x451: appendGlided(Sound.o, true, &writer)
      case 0x446:
        writer.append(UInt8(ascii: "t"), drop: 20)
        writer.append(UInt8(ascii: "s"))
      case 0x44A, 0x44C: break
      case 0x4BB: writer.append(Sound.h, drop: 40)
      default:
        let letter = sound(value)
        if letter != 0 { writer.append(letter) }
      }
      let last = writer.letter(writer.count - 1)
      afterConsonant =
        value != 0x44A && value != 0x44C && last != 0 && last != Sound.w && last != Sound.y
        && last != 0x31 && !Sound.isVowel(last)
    }
    return writer
  }

  private static func appendGlided(
    _ vowel: UInt8, _ afterConsonant: Bool, _ writer: inout SoundWriter
  ) {
    writer.append(Sound.y, drop: afterConsonant ? 20 : 0)
    writer.append(vowel)
  }

  private static func sound(_ value: UInt16) -> UInt8 {
    if value >= 0x430, value <= 0x44D { return russian[Int(value) - 0x430] }
    return switch value {
    case 0x4D9: Sound.frontA
    case 0x493, 0x491, 0x453: Sound.g
    case 0x49B: UInt8(ascii: "q")
    case 0x49D, 0x49F, 0x4A1, 0x45C: UInt8(ascii: "k")
    case 0x4A3, 0x4A5: Sound.nasal
    case 0x4E9, 0x4EB, 0x45E: Sound.o
    case 0x4AF, 0x4B1, 0x4EF, 0x4F1, 0x4F3: Sound.u
    case 0x4B3: Sound.h
    case 0x456: 0x31
    case 0x457, 0x45D, 0x4E3: Sound.i
    case 0x454, 0x450: Sound.e
    case 0x458: Sound.y
    case 0x497: Sound.j
    case 0x4B7, 0x4B9: UInt8(ascii: "c")
    default: 0
    }
  }

  /// а to э; ц, ъ and ь are read apart.
  private static let russian = Array("abvgdejziyklmnoprstwfh-cxx-Y-e".utf8)
}
