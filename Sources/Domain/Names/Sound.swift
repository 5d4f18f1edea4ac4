/// Kosh's own sound alphabet: one ASCII letter for what a letter of any script is read as.
///
/// Sounds of scripts that write every vowel:
///
/// | letter | read from |
/// | --- | --- |
/// | `a` `A` `e` | а · ә · е э |
/// | `i` `Y` | і и · ы |
/// | `o` `u` | о ө · ұ ү, and у between consonants |
/// | `y` `w` | й, and и beside a vowel · у beside a vowel |
/// | `b` `p` `v` `f` | б п в ф |
/// | `g` `k` `q` `h` | г ғ · к · қ · х һ |
/// | `d` `t` | д т |
/// | `j` `z` `s` `x` `c` | ж дж · з · с · ш щ · ч |
/// | `l` `r` `m` `n` `N` | л р м н · ң |
/// | `M` | н or м before б п |
/// | `Q` `B` | a Latin sh or zh that may be two letters: Ashat, Orazhan |
/// | `W` | a Latin ý, which is у in 2018 and й among Turkmens |
///
/// Chinese syllables merge sounds and put in vowels, so pinyin has letters of its own: `V` a,
/// `E` `I` `U` vowels that may have been put in, `O` o or u, `H` қ ғ х, `K` `G` `T` `D` `F`,
/// `L` л or р, `R` р, `S` с, `X` ш or с, `J` ж, `Z` з or ж (zh, z), `C` ч or ш.
enum Sound {
  static let a = letter("a"), frontA = letter("A"), e = letter("e"), i = letter("i")
  static let y = letter("y"), hardI = letter("Y"), o = letter("o"), u = letter("u")
  static let w = letter("w"), v = letter("v"), h = letter("h"), n = letter("n"), g = letter("g")
  static let m = letter("m"), d = letter("d"), j = letter("j"), nasal = letter("N")
  static let anyNasal = letter("M")

  @inline(__always)
  static func letter(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }

  /// What a sound counts for in the skeleton: a ``Skeleton/Class``, or 0.
  static func skeletonClass(_ cell: UInt16) -> UInt8 {
    isWeak(cell) ? 0 : classes[Int(cell & 0x3F)]
  }

  /// A sound whose absence says next to nothing.
  static func isWeak(_ cell: UInt16) -> Bool { cell >> 8 < 28 }

  static func isVowel(_ sound: UInt8) -> Bool { vowels[Int(sound & 0x3F)] }

  private static let vowels: [Bool] = {
    var table = [Bool](repeating: false, count: 64)
    for sound in "aAeiYouVEIUO".utf8 { table[Int(sound & 0x3F)] = true }
    return table
  }()

  private static let classes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 64)
    let members = ["bpfF", "gkqhHKG", "dtDT", "jzsxcQBSXJZC", "lrLR", "m", "nNM"]
    for (place, letters) in members.enumerated() {
      for sound in letters.utf8 { table[Int(sound & 0x3F)] = UInt8(place + 1) }
    }
    return table
  }()

  /// A sound for people: in Kazakh letters, and those of pinyin in its own.
  static func shown(_ sound: UInt8) -> String { String(names[Int(sound & 0x3F)]) }

  private static let names: [Substring] = {
    var table = [Substring](repeating: "?", count: 64)
    let known = """
      a:а A:ә e:е i:и Y:ы o:о u:у y:й w:у(glide) b:б p:п v:в f:ф g:г k:к q:қ h:х d:д t:т j:ж z:з \
      s:с x:ш c:ч l:л r:р m:м n:н N:ң M:н/м Q:sh B:zh W:ý V:-a- E:-e- I:-i- U:-u- O:-o- H:h- \
      K:k- G:g- T:t- D:d- F:f- L:l- R:-er S:s- X:sh- J:j- Z:z- C:q-
      """
    for entry in known.split(separator: " ") {
      let place = entry.utf8.first.map { Int($0 & 0x3F) } ?? 0
      table[place] = entry.dropFirst(2)
    }
    return table
  }()
}
