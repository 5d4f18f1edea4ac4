/// Which syllables Chinese has, so far as it tells a name in pinyin from another Latin one.
enum PinyinSyllable {
  /// Whether a word ends on a syllable that stands for a lone consonant: -ti for т, -ke for к.
  static func isLoneConsonant(_ word: WordLetters) -> Bool {
    switch (word[word.count - 2], word[word.count - 1]) {
    // ti si, te ke he ge de, mu pu fu bu
    case (0x74, 0x69), (0x73, 0x69), (0x74, 0x65), (0x6B, 0x65), (0x68, 0x65), (0x67, 0x65),
      (0x64, 0x65), (0x6D, 0x75), (0x70, 0x75), (0x66, 0x75), (0x62, 0x75):
      true
    default: false
    }
  }

  /// Whether `initial` (a letter, 0x100 more where h follows it, 0 for none) may be followed by a
  /// nucleus of `length` vowels that begins with `vowel`; `hasCoda` says that n or ng closes it.
  static func isKnown(
    _ initial: UInt16, _ vowel: UInt16, _ length: Int, _ hasCoda: Bool
  ) -> Bool {
    switch initial {
    // A syllable does not open with i or u: that is written yi and wu.
    case 0: return vowel != 0x69 && vowel != 0x75
    // j q x stand before i and u alone.
    case 0x6A, 0x71, 0x78: return vowel == 0x69 || vowel == 0x75 || vowel == 0x55
    case 0x77: return vowel == 0x61 || vowel == 0x6F || vowel == 0x75 || length == 2 || hasCoda
    case 0x79: return true
    // No gi, ki, hi, fi.
    case 0x67, 0x6B, 0x68, 0x66:
      if vowel == 0x69 { return false }
    case 0x72:
      if vowel == 0x61, length == 1, !hasCoda { return false }
    default: break
    }
    if length > 1 || hasCoda { return true }
    let isLip = initial == 0x62 || initial == 0x70 || initial == 0x66 || initial == 0x6D
    return switch vowel {
    // bo po mo fo, but no to: that is tuo.
    case 0x6F: isLip
    case 0x65: !isLip || initial == 0x6D
    default: true
    }
  }
}
