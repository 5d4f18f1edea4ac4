/// The letters of one word as written, in lower case and composed, before they are read.
struct WordLetters {
  static let longest = 48

  private(set) var values = InlineArray<48, UInt16>(repeating: 0)
  private(set) var count = 0
  private(set) var hasHamza = false

  @inline(__always)
  subscript(place: Int) -> UInt16 { place >= 0 && place < count ? values[place] : 0 }

  /// The script of its first letter.
  var script: NameScript {
    switch self[0] {
    case 0x61...0x7A, 0x41...0x5A: .latin
    case 0x430...0x52F: .cyrillic
    case 0x620...0x6FF: .arabic
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 1: .han
    default: .other
    }
  }

  /// Whether it is as short as «ұлы» and ends as such words do; most words are neither.
  var mayBeEnding: Bool {
    guard (3...5).contains(count) else { return false }
    return switch values[count - 1] {
    // y, i, u, ы, і, у, ү, ى, ۋ, ی
    case 0x79, 0x69, 0x75, 0x44B, 0x456, 0x443, 0x4AF, 0x649, 0x6CB, 0x6CC: true
    default: false
    }
  }

  mutating func removeAll() {
    count = 0
    hasHamza = false
  }

  mutating func append(_ other: WordLetters) {
    for place in 0..<other.count { put(other[place]) }
    if other.hasHamza { hasHamza = true }
  }

  /// Takes a letter; what is none, or decides nothing, is passed over.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x430...0x44F: put(UInt16(value))
    case 0x41...0x5A, 0x410...0x42F: put(UInt16(value + 0x20))
    case ..<0x80: return
    case 0x400...0x52F: put(Self.lowerCyrillic(UInt16(value)))
    case 0x80...0x24F, 0x259, 0x1E00...0x1EFF: appendLatin(value)
    case 0x300...0x36F: appendMark(value)
    case 0x600...0x6FF: appendArabic(UInt16(value))
    case 0xFF21...0xFF3A: put(UInt16(value - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: put(UInt16(value - 0xFF41 + 0x61))
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF: put(UInt16(value))
    // Characters beyond two bytes are only known to be Chinese.
    case 0x20000...0x3FFFF: put(1)
    default: return
    }
  }

  private mutating func put(_ value: UInt16) {
    guard count < Self.longest, value != 0 else { return }
    values[count] = value
    count += 1
  }

  private static func lowerCyrillic(_ value: UInt16) -> UInt16 {
    switch value {
    case 0x400...0x40F: value + 0x50
    case 0x4C1...0x4CE: value % 2 == 1 ? value + 1 : value
    case 0x4C0: 0x4CF
    case 0x460...0x52F: value | 1
    default: value
    }
  }

  /// Latin letters beyond ASCII are kept as capitals where their mark matters to the sound.
  private mutating func appendLatin(_ value: UInt32) {
    if let marked = Self.marked(value) {
      put(marked)
      return
    }
    let base = LatinFolding.base(value)
    guard base > LatinFolding.unknown else { return }
    put(UInt16(base & 0xFF))
    if base > 0xFF { put(UInt16(base >> 8)) }
  }

  /// `A` ә, `G` ğ, `S` ş, `C` ç, `Z` ž, `O` ö, `U` ü, `V` ū, `N` ñ, `Y` ý.
  private static func marked(_ value: UInt32) -> UInt16? {
    switch value {
    case 0xC4, 0xE4, 0xC1, 0xE1, 0x18F, 0x259: 0x41
    case 0x11E, 0x11F, 0x1F4, 0x1F5, 0x1E6, 0x1E7: 0x47
    case 0x15E, 0x15F, 0x160, 0x161, 0x218, 0x219: 0x53
    case 0xC7, 0xE7, 0x10C, 0x10D: 0x43
    case 0x17D, 0x17E: 0x5A
    case 0xD6, 0xF6, 0xD3, 0xF3: 0x4F
    case 0xDC, 0xFC, 0xDA, 0xFA: 0x55
    case 0x16A, 0x16B: 0x56
    case 0xD1, 0xF1, 0x143, 0x144, 0x147, 0x148, 0x14A, 0x14B: 0x4E
    case 0xDD, 0xFD: 0x59
    default: nil
    }
  }

  /// A mark that is a character of its own is put on the letter before it.
  private mutating func appendMark(_ mark: UInt32) {
    guard count > 0 else { return }
    switch (mark, values[count - 1]) {
    case (0x306, 0x438): values[count - 1] = 0x439
    case (0x308, 0x435): values[count - 1] = 0x451
    case (0x306, 0x67), (0x30C, 0x67), (0x301, 0x67): values[count - 1] = 0x47
    case (0x327, 0x73), (0x30C, 0x73), (0x326, 0x73): values[count - 1] = 0x53
    case (0x327, 0x63), (0x30C, 0x63): values[count - 1] = 0x43
    case (0x30C, 0x7A): values[count - 1] = 0x5A
    case (0x308, 0x61), (0x301, 0x61): values[count - 1] = 0x41
    case (0x308, 0x6F), (0x301, 0x6F): values[count - 1] = 0x4F
    case (0x308, 0x75), (0x301, 0x75): values[count - 1] = 0x55
    case (0x304, 0x75): values[count - 1] = 0x56
    case (0x303, 0x6E), (0x301, 0x6E), (0x30C, 0x6E): values[count - 1] = 0x4E
    case (0x301, 0x79): values[count - 1] = 0x59
    default: return
    }
  }

  private mutating func appendArabic(_ value: UInt16) {
    switch value {
    case 0x621, 0x674, 0x654, 0x655: hasHamza = true
    case 0x675: putFront(0x627)
    case 0x676: putFront(0x648)
    case 0x677: putFront(0x6C7)
    case 0x678: putFront(0x649)
    case 0x622, 0x623, 0x625, 0x671: put(0x627)
    case 0x6A9, 0x6AA: put(0x643)
    case 0x6C1, 0x6BE, 0x6C0, 0x6C3, 0x629: put(0x647)
    case 0x620, 0x622...0x63F, 0x641...0x64A, 0x66E, 0x66F, 0x672, 0x673, 0x679...0x6D3, 0x6D5,
      0x6EE, 0x6EF, 0x6FA...0x6FC:
      put(value)
    default: return
    }
  }

  private mutating func putFront(_ value: UInt16) {
    hasHamza = true
    put(value)
  }
}
