/// Brings a name to the form in which spellings of one script are compared.
///
/// Case, accents, the Kazakh letters that Russian papers replace (instruction of the state
/// onomastic commission), look-alike Arabic code points and the many dots of Chinese papers no
/// longer tell two spellings apart. It never changes the script, and never what is stored as
/// the name. SQLite folds ASCII only, so the folded text is what is stored for search.
package enum NameFolding {
  /// The parts of a name, folded to lower case, in the order in which they stand.
  ///
  /// Spaces, hyphens, dots and other punctuation part; apostrophes inside a word are dropped.
  /// `Әбдірахман-Ұлы` gives `абдирахман` and `улы`.
  package static func tokens(_ text: String) -> [String] {
    words(text).map { String(decoding: $0, as: UTF8.self) }
  }

  /// ``tokens(_:)`` in UTF-8, in which words are quickly compared.
  package static func words(_ text: String) -> [[UInt8]] {
    bytes(text).split(separator: 0x20).map { Array($0) }
  }

  /// The parts with one space between: the form for a column that is searched.
  package static func folded(_ text: String) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// The folded text in UTF-8, parts set off by one space.
  package static func bytes(_ text: String) -> [UInt8] {
    var folder = NameFolder(capacity: text.utf8.count + 4)
    for scalar in text.unicodeScalars { folder.append(scalar) }
    return folder.finish()
  }
}

/// The state of folding one text: what is written, and what is pending in the current word.
struct NameFolder {
  private(set) var bytes: [UInt8] = []
  private(set) var wordStart = 0
  /// The scalar written last in the current word; 0 at its start.
  private var last: UInt32 = 0
  /// A hamza was seen in the current word, wherever it stood.
  private var hasHamza = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  @inline(__always)
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x30...0x39: writeASCII(value)
    case 0x41...0x5A: writeASCII(value + 0x20)
    case 0x27, 0x60: return
    case ..<0x80: endWord()
    case 0x400...0x52F: write(Self.cyrillic(value))
    default: appendRare(scalar)
    }
  }

  /// Ends the last word and gives the text.
  mutating func finish() -> [UInt8] {
    endWord()
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  private mutating func appendRare(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x80...0x24F, 0x259, 0x1E00...0x1EFF: appendLatin(value)
    case 0x300...0x36F: appendMark(value)
    case 0x600...0x6FF: appendArabic(value)
    // Letters and quotes that write an apostrophe; zero-width and direction marks.
    case 0x2B0...0x2FF, 0x2018...0x201B, 0x2032, 0x2035, 0xFF07: return
    case 0x200C where last == 0x6BE:
      // A non-joiner behind heh is how keyboards without ە write it inside a word.
      replaceLast(with: 0x6D5)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: return
    case 0xFF10...0xFF19: writeASCII(value - 0xFF10 + 0x30)
    case 0xFF21...0xFF3A: writeASCII(value - 0xFF21 + 0x61)
    case 0xFF41...0xFF5A: writeASCII(value - 0xFF41 + 0x61)
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        endWord()
        return
      }
      writeLowered(scalar)
    }
  }

  /// Writes a scalar outside the tables; its lower case may stand in one of them, as Å's does.
  private mutating func writeLowered(_ scalar: Unicode.Scalar) {
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if lower == scalar { write(lower.value) } else { append(lower) }
    }
  }

  private mutating func appendLatin(_ value: UInt32) {
    let base = LatinFolding.base(value)
    switch base {
    case LatinFolding.separator: endWord()
    case LatinFolding.dropped: return
    case LatinFolding.unknown:
      if let scalar = Unicode.Scalar(value) { writeLowered(scalar) }
    default:
      writeASCII(base & 0xFF)
      if base > 0xFF { writeASCII(base >> 8) }
    }
  }

  /// A combining mark is dropped, but that which makes й of и, as the composed letter is kept.
  private mutating func appendMark(_ value: UInt32) {
    if value == 0x306, last == 0x438 { replaceLast(with: 0x439) }
  }

  private mutating func appendArabic(_ value: UInt32) {
    let fold = ArabicFolding.fold(value)
    if fold.hamza { hasHamza = true }
    switch fold.letter {
    case ArabicFolding.separator: endWord()
    case ArabicFolding.dropped: return
    default: write(fold.letter)
    }
  }

  private mutating func endWord() {
    if last == 0x6BE { replaceLast(with: 0x6D5) }
    if last == 0x6CC { replaceLast(with: 0x649) }
    if hasHamza {
      // The spelling puts one hamza before the word; older code points put it on the letter.
      if last != 0 { bytes.insert(contentsOf: [0xD8, 0xA1], at: wordStart) }
      hasHamza = false
    }
    if bytes.count > wordStart { bytes.append(0x20) }
    wordStart = bytes.count
    last = 0
  }

  @inline(__always)
  private mutating func writeASCII(_ value: UInt32) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    last = value
  }

  @inline(__always)
  private mutating func write(_ value: UInt32) {
    // Farsi yeh looks like ي inside a word and like ى at its end: its place decides.
    if last == 0x6CC { replaceLast(with: 0x64A) }
    encode(value)
    last = value
  }

  /// Replaces the last scalar, which takes two bytes as the new one does.
  private mutating func replaceLast(with value: UInt32) {
    bytes.removeLast(2)
    encode(value)
    last = value
  }

  @inline(__always)
  private mutating func encode(_ value: UInt32) {
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else if let scalar = Unicode.Scalar(value) {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
  }
}
