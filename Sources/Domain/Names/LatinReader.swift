/// Reads a word in a Latin alphabet or romanisation, all of them at once.
///
/// No alphabet is asked for, so i and ı are one, as are q and k; letters that two alphabets use
/// for different sounds get a sound that may be either.
enum LatinReader {
  static func read(_ word: WordLetters) -> SoundWriter {
    var writer = SoundWriter()
    var place = 0
    while place < word.count {
      place += cluster(word, place, &writer) ?? single(word, place, &writer)
    }
    return writer
  }

  /// Letters that are read together, and how many they were.
  private static func cluster(
    _ word: WordLetters, _ place: Int, _ writer: inout SoundWriter
  ) -> Int? {
    let first = word[place]
    let second = word[place + 1]
    if second == 0x68 { return withH(first, word, place, &writer) }
    switch (first, second) {
    case (0x73, 0x63) where word[place + 2] == 0x68:
      writer.append(UInt8(ascii: "x"))
      return 3
    case (0x74, 0x63) where word[place + 2] == 0x68:
      writer.append(UInt8(ascii: "c"))
      return 3
    // As French and English have it: NOURLAN, NOORLAN.
    case (0x6F, 0x75), (0x6F, 0x6F):
      writer.append(Sound.u)
      return 2
    case (0x63, 0x6B):
      writer.append(UInt8(ascii: "k"))
      return 2
    default: return nil
    }
  }

  /// Reads kh, gh, zh, sh, ch and ph.
  ///
  /// Before a, an h may open the second part of a name: Ashat is Асхат.
  private static func withH(
    _ first: UInt16, _ word: WordLetters, _ place: Int, _ writer: inout SoundWriter
  ) -> Int? {
    let last = writer.letter(writer.count - 1)
    let isDoubtful = word[place + 2] == 0x61 && (Sound.isVowel(last) || last == Sound.w)
    switch first {
    case 0x6B:
      if isDoubtful && word[place + 3] == 0x6E { writer.append(UInt8(ascii: "k"), drop: 20) }
      writer.append(Sound.h)
    case 0x67: writer.append(Sound.g)
    case 0x7A:
      writer.append(isDoubtful ? UInt8(ascii: "B") : Sound.j)
      if isDoubtful { writer.append(Sound.h, drop: 5) }
    case 0x73:
      if word[place + 2] == 0x63 && word[place + 3] == 0x68 {
        writer.append(UInt8(ascii: "x"))
        return 4
      }
      writer.append(isDoubtful ? UInt8(ascii: "Q") : UInt8(ascii: "x"))
      if isDoubtful { writer.append(Sound.h, drop: 5) }
    case 0x63: writer.append(UInt8(ascii: "c"))
    case 0x70: writer.append(UInt8(ascii: "f"))
    default: return nil
    }
    return 2
  }

  private static func single(
    _ word: WordLetters, _ place: Int, _ writer: inout SoundWriter
  ) -> Int {
    let letter = word[place]
    switch letter {
    case 0x61:
      // ia behind a consonant is я: LIAZZAT.
      let last = writer.letter(writer.count - 1)
      let isGlided = last == Sound.i || last == Sound.hardI
      let before = writer.letter(writer.count - 2)
      let isFront = isGlided && before != 0 && before != Sound.i && !Sound.isVowel(before)
      writer.append(isFront ? Sound.frontA : Sound.a)
    case 0x59: writer.append(place == 0 ? Sound.y : marked(word))
    case 0x77: writer.append(isTurkmen(word, place) ? Sound.v : Sound.w)
    case 0x61...0x7A: writer.append(plain[Int(letter) - 0x61])
    case 0x41: writer.append(Sound.frontA)
    case 0x47: writer.append(Sound.g)
    case 0x53: writer.append(UInt8(ascii: "x"))
    case 0x43: writer.append(UInt8(ascii: "c"))
    case 0x5A: writer.append(Sound.j)
    case 0x4F: writer.append(Sound.o)
    case 0x55, 0x56: writer.append(Sound.u)
    case 0x4E: writer.append(Sound.nasal)
    default: break
    }
    return 1
  }

  /// Whether a w is that of a Turkmen surname: -ow, -owa, -owiç, -owna.
  private static func isTurkmen(_ word: WordLetters, _ place: Int) -> Bool {
    let last = word[place - 1]
    let next = word[place + 1]
    return (last == 0x6F || last == 0x65)
      && (next == 0 || next == 0x61 || next == 0x69 || next == 0x6E)
  }

  /// ý is у in the alphabet of 2018, which shows by its other letters, and й among Turkmens.
  private static func marked(_ word: WordLetters) -> UInt8 {
    for place in 0..<word.count {
      switch word[place] {
      case 0x71, 0x47, 0x41: return Sound.w
      case 0x53, 0x5A: return Sound.y
      default: continue
      }
    }
    return UInt8(ascii: "W")
  }

  /// a to z; c alone is Turkish for ж, x is Uzbek for х.
  private static let plain = Array("abjdefghijklmnopqrstwvwhYz".utf8)
}
