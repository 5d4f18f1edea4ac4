/// Reads a Latin word as syllables of pinyin, if it can be read so.
///
/// A Kazakh name goes into Chinese characters by syllables: vowels are put between consonants
/// (Бақыт is Baheti), р and л are one, and қ, ғ, х are h. The sounds say so, and what may have
/// been put in costs little to leave out.
struct PinyinReader {
  private let word: WordLetters
  private var place = 0
  private var writer = SoundWriter()
  private(set) var syllables = 0
  /// It holds what no other romanisation has: er behind a vowel, ie, uo, ia.
  private(set) var isSure = false

  /// Consonants may stand alone, and syllables be none that Chinese has: a slip of the pen.
  private let isLoose: Bool

  /// Nil where the word is no row of syllables; `isLoose` lets slips pass.
  init?(_ word: WordLetters, isLoose: Bool = false) {
    self.word = word
    self.isLoose = isLoose
    guard word.count > 1 else { return nil }
    while place < word.count {
      guard readSyllable() else { return nil }
      syllables += 1
    }
  }

  var cells: [UInt16] {
    [UInt16](unsafeUninitializedCapacity: writer.count) { buffer, written in
      for place in 0..<writer.count {
        let cell = writer.cells[place]
        let drop = UInt8(truncatingIfNeeded: cell >> 8)
        let sound = UInt8(truncatingIfNeeded: cell)
        buffer[place] =
          drop > 0 ? cell : UInt16(sound) | UInt16(SoundCosts.drop(sound)) << 8
      }
      written = writer.count
    }
  }

  private mutating func readSyllable() -> Bool {
    if word[place] == 0x65, endsInER(place) {
      // Ер opens a name as yeer: ERLAN is no pinyin.
      guard place > 0 || word.count == 2 else { return false }
      writer.append(UInt8(ascii: "R"), drop: 110)
      isSure = true
      place += 2
      return true
    }
    let isOpenedByG = place > 1 && word[place - 1] == 0x67 && word[place - 2] == 0x6E
    let initial = readInitial()
    let length = nucleusLength()
    let hasCoda = word[place + length] == 0x6E && !isVowel(word[place + length + 1])
    let isLone = isLoose && length == 0 && initial != 0
    guard isLone || length > 0,
      isLoose || isOpenedByG || PinyinSyllable.isKnown(initial, word[place], length, hasCoda)
    else { return false }
    writeInitial(initial, beforeA: word[place] == 0x61)
    if isLone { return true }
    writeNucleus(isOpenedByG ? 0x67 : initial, place, length)
    if length > 1, word[place] == 0x69 || word[place] == 0x75 { isSure = true }
    place += length
    readCoda()
    return true
  }

  /// e and r with no vowel behind them.
  private func endsInER(_ place: Int) -> Bool {
    word[place + 1] == 0x72 && !isVowel(word[place + 2])
  }

  /// The letters that open a syllable: the first, with 0x100 where h follows z, c or s.
  private mutating func readInitial() -> UInt16 {
    let letter = word[place]
    switch letter {
    case 0x7A, 0x63, 0x73:
      place += 1
      if word[place] == 0x68 {
        place += 1
        return letter | 0x100
      }
      return letter
    case 0x62, 0x64, 0x66, 0x67, 0x68, 0x6A...0x6E, 0x70...0x72, 0x74, 0x77...0x79:
      place += 1
      return letter
    default: return 0
    }
  }

  /// How many vowels the syllable has; 0 where it has none that pinyin knows.
  private func nucleusLength() -> Int {
    let first = word[place]
    let second = word[place + 1]
    let third = word[place + 2]
    var length: Int
    switch (first, second, third) {
    case (0x69, 0x61, 0x6F), (0x75, 0x61, 0x69): length = 3
    case (0x61, 0x69, _), (0x61, 0x6F, _), (0x65, 0x69, _), (0x6F, 0x75, _), (0x69, 0x61, _),
      (0x69, 0x65, _), (0x69, 0x6F, _), (0x69, 0x75, _), (0x75, 0x61, _), (0x75, 0x65, _),
      (0x75, 0x69, _), (0x75, 0x6F, _), (0x55, 0x65, _):
      length = 2
    default: length = isVowel(first) ? 1 : 0
    }
    // Nuer is nu-er.
    if length > 1, word[place + length - 1] == 0x65, endsInER(place + length - 1) { length -= 1 }
    return length
  }

  private mutating func readCoda() {
    guard word[place] == 0x6E, !isVowel(word[place + 1]) else { return }
    place += 1
    let last = writer.letter(writer.count - 2)
    writer.append(Sound.nasal, drop: last == Sound.n ? 30 : 110)
    guard word[place] == 0x67 else { return }
    if isVowel(word[place + 1]) {
      // The g may close this syllable or open the next: teng-ayi, an-gai.
      writer.append(UInt8(ascii: "G"), drop: 30)
    }
    place += 1
  }

  private func isVowel(_ letter: UInt16) -> Bool {
    letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
      || letter == 0x55
  }
}

extension PinyinReader {
  private mutating func writeInitial(_ initial: UInt16, beforeA: Bool) {
    switch initial {
    case 0: return
    case 0x77: if word[place] != 0x75 { writer.append(Sound.w, drop: 70) }
    case 0x79:
      if word[place] != 0x69, word[place] != 0x65 { writer.append(Sound.y, drop: 30) }
    default: writer.append(Self.consonant(initial))
    }
  }

  private static func consonant(_ initial: UInt16) -> UInt8 {
    switch initial {
    case 0x66: UInt8(ascii: "F")
    case 0x64: UInt8(ascii: "D")
    case 0x74: UInt8(ascii: "T")
    case 0x6C: UInt8(ascii: "L")
    case 0x67: UInt8(ascii: "G")
    case 0x6B: UInt8(ascii: "K")
    case 0x68: UInt8(ascii: "H")
    case 0x6A: UInt8(ascii: "J")
    case 0x71, 0x163: UInt8(ascii: "C")
    case 0x78, 0x173: UInt8(ascii: "X")
    case 0x7A, 0x17A: UInt8(ascii: "Z")
    case 0x72: UInt8(ascii: "R")
    case 0x63, 0x73: UInt8(ascii: "S")
    default: UInt8(truncatingIfNeeded: initial)
    }
  }

  private mutating func writeNucleus(_ initial: UInt16, _ start: Int, _ length: Int) {
    let first = word[start]
    let second = length > 1 ? word[start + 1] : 0
    switch (first, second) {
    case (0x61, 0): writer.append(UInt8(ascii: "V"))
    case (0x61, 0x69): write(Sound.frontA, 60, Sound.y, 10)
    case (0x61, _): write(UInt8(ascii: "V"), 60, Sound.w, 40)
    case (0x65, 0) where initial == 0x79 || initial == 0: writer.append(Sound.e, drop: 70)
    case (0x65, 0): writer.append(UInt8(ascii: "E"))
    case (0x65, _): write(Sound.e, 60, Sound.y, 10)
    case (0x6F, 0): writer.append(UInt8(ascii: "O"))
    case (0x6F, _): write(UInt8(ascii: "O"), 60, Sound.w, 10)
    case (0x69, 0):
      writer.append(UInt8(ascii: "I"), drop: initial == 0x79 ? (writer.count > 0 ? 60 : 20) : 12)
    case (0x69, 0x61) where length == 3: writer.append(UInt8(ascii: "O"))
    case (0x69, 0x61) where initial == 0x6A || initial == 0x71 || initial == 0x78:
      writer.append(UInt8(ascii: "V"))
    case (0x69, 0x61):
      // lian is лен, liya would be written for лия.
      write(Sound.y, 10, word[start + 2] == 0x6E ? Sound.frontA : UInt8(ascii: "V"), 60)
    case (0x69, 0x65): writer.append(Sound.e, drop: 60)
    case (0x69, 0x6F): writer.append(UInt8(ascii: "O"))
    case (0x69, _): write(UInt8(ascii: "E"), 12, Sound.w, 30)
    case (0x75, 0): writer.append(UInt8(ascii: "U"), drop: weakU(initial))
    case (0x75, 0x61): write(Sound.w, 30, UInt8(ascii: "V"), 60)
    case (0x75, 0x6F): writer.append(UInt8(ascii: "O"))
    case (0x75, 0x69): write(Sound.w, 25, UInt8(ascii: "E"), 30)
    case (0x75, _): write(Sound.w, 15, Sound.e, 60)
    case (0x55, 0): writer.append(UInt8(ascii: "U"))
    default: writer.append(Sound.e, drop: 60)
    }
  }

  private mutating func write(_ one: UInt8, _ drop: UInt8, _ next: UInt8, _ nextDrop: UInt8) {
    writer.append(one, drop: drop)
    writer.append(next, drop: nextDrop)
  }

  /// bu, pu, mu, fu stand for a lone consonant, wu for a vowel that opens the name.
  private func weakU(_ initial: UInt16) -> UInt8 {
    switch initial {
    case 0x62, 0x66, 0x6D, 0x70: 12
    case 0x77: 30
    default: 50
    }
  }
}
