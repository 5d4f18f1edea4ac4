/// Letters of one word, as read from a script, and their way to sounds.
///
/// A cell is a letter in its lower byte and the cost of leaving it out in its higher one; a cost
/// of 0 is not yet set. Letters are those of ``Sound``, with `w` for every у, `y` for й, `i` for
/// every и, and `1` for і, which no Russian ending has.
struct SoundWriter {
  static let longest = 48

  private(set) var cells = InlineArray<48, UInt16>(repeating: 0)
  private(set) var count = 0

  @inline(__always)
  mutating func append(_ letter: UInt8, drop: UInt8 = 0) {
    guard count < Self.longest else { return }
    cells[count] = UInt16(letter) | UInt16(drop) << 8
    count += 1
  }

  /// The letter at a place; 0 outside of the word.
  @inline(__always)
  func letter(_ place: Int) -> UInt8 {
    place >= 0 && place < count ? UInt8(truncatingIfNeeded: cells[place]) : 0
  }

  /// The sounds of the first `length` letters, with a weak sound behind them where one may be
  /// lost: the vowel before -ин, the й before -ев.
  func sounds(of length: Int, then tail: UInt8 = 0) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: length + 1) { buffer, written in
      var place = 0
      while place < length {
        let letter = self.letter(place)
        switch letter {
        case Sound.w: append(glided(place, length), to: &buffer, &written)
        case Sound.i, Sound.y, Sound.hardI, 0x31:
          place = appendRun(place, length, &buffer, &written)
        default: append(shaded(place, length), to: &buffer, &written)
        }
        place += 1
      }
      if tail != 0 { append(UInt16(tail) | 10 << 8, to: &buffer, &written) }
    }
  }

  /// Appends unless the same sound stands there already: сс is с, аа is а.
  private func append(
    _ cell: UInt16, to buffer: inout UnsafeMutableBufferPointer<UInt16>, _ written: inout Int
  ) {
    if written > 0 && (buffer[written - 1] ^ cell) & 0xFF == 0 {
      buffer[written - 1] = max(buffer[written - 1], cell)
      return
    }
    buffer[written] = cell
    written += 1
  }

  /// у beside an open vowel is a glide, elsewhere a vowel.
  private func glided(_ place: Int, _ length: Int) -> UInt16 {
    let beside = isOpen(letter(place - 1)) || (place + 1 < length && isOpen(letter(place + 1)))
    return withDrop(place, as: beside ? Sound.w : Sound.u)
  }

  /// Makes one glide beside a vowel, one vowel elsewhere, of и, й, і and ы in a row.
  ///
  /// It gives the last place of the row.
  private func appendRun(
    _ start: Int, _ length: Int, _ buffer: inout UnsafeMutableBufferPointer<UInt16>,
    _ written: inout Int
  ) -> Int {
    var end = start
    var isHard = true
    while end < length, Self.isNarrow(letter(end)) {
      if letter(end) != Sound.hardI { isHard = false }
      end += 1
    }
    let next = end < length ? letter(end) : 0
    let last = written > 0 ? UInt8(truncatingIfNeeded: buffer[written - 1]) : 0
    let isVowelNext = next == Sound.u || next == Sound.w && !isOpen(letter(end + 1))
    let isBeside = isOpen(next) || isVowelNext || isOpen(last) || last == Sound.u
    // Ерлан is YERLAN, Баев is BAYEV.
    if next == Sound.e, start == 0 || isOpen(last) { return end - 1 }
    if isBeside {
      let given = UInt8(truncatingIfNeeded: cells[start] >> 8)
      // Дюсен and Лаззат do without the glide of ю and я; ия and ай keep theirs.
      let isSlight = end - start == 1 && !isOpen(last) && last != Sound.u && start > 0
      let drop: UInt8 = isSlight ? (given > 0 ? given : 30) : start == 0 ? 40 : 70
      append(UInt16(Sound.y) | UInt16(drop) << 8, to: &buffer, &written)
    } else {
      let sound = isHard ? Sound.hardI : Sound.i
      let drop = next == 0 ? 65 : SoundCosts.drop(sound)
      append(UInt16(sound) | UInt16(drop) << 8, to: &buffer, &written)
    }
    return end - 1
  }

  /// A sound that its neighbours change, or make easy to miss.
  private func shaded(_ place: Int, _ length: Int) -> UInt16 {
    let letter = self.letter(place)
    let next = place + 1 < length ? self.letter(place + 1) : 0
    switch letter {
    // Дюсенбай is Дюсембаев.
    case Sound.n, Sound.m:
      if next == Sound.letter("b") || next == Sound.letter("p") {
        return withDrop(place, as: Sound.anyNasal)
      }
    // ң is written нг.
    case Sound.g where self.letter(place - 1) == Sound.n:
      return UInt16(letter) | 45 << 8
    // Жанболат is Джанбулат.
    case Sound.d where next == Sound.j:
      return UInt16(letter) | 15 << 8
    // Гүлнар is Gulnora.
    case Sound.a where next == 0 && place > 2 && !Sound.isVowel(self.letter(place - 1)):
      return UInt16(letter) | 65 << 8
    default: break
    }
    return withDrop(place, as: letter)
  }

  private func withDrop(_ place: Int, as sound: UInt8) -> UInt16 {
    let given = cells[place] & 0xFF00
    return UInt16(sound) | (given == 0 ? UInt16(SoundCosts.drop(sound)) << 8 : given)
  }

  private func isOpen(_ letter: UInt8) -> Bool {
    letter == Sound.a || letter == Sound.frontA || letter == Sound.e || letter == Sound.o
  }

  private static func isNarrow(_ letter: UInt8) -> Bool {
    letter == Sound.i || letter == Sound.y || letter == Sound.hardI || letter == 0x31
  }
}
