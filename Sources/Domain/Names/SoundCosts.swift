/// What it costs to take one sound for another, or to leave one out; 100 is about one letter.
///
/// The figures were set on the list of names that is shipped with the demonstration, so that the
/// same name passes 800 and other names do not (Docs/explanation/names.md has the table).
enum SoundCosts {
  /// By both sounds, six bits of each.
  static let table: [UInt8] = build()

  /// Consonants of different classes: as much as both left out.
  static let unlike: UInt8 = 250
  /// Two vowels of which nothing better is known.
  static let otherVowel: UInt8 = 95

  /// What it costs to leave a sound out, where nothing about its place is known.
  static func drop(_ sound: UInt8) -> UInt8 { drops[Int(sound & 0x3F)] }

  @inline(__always)
  static func index(_ some: UInt8, _ other: UInt8) -> Int {
    Int(some & 0x3F) << 6 | Int(other & 0x3F)
  }

  private static let drops: [UInt8] = {
    var table = [UInt8](repeating: 130, count: 64)
    let known: [(letters: String, cost: UInt8)] = [
      ("aA", 95), ("e", 85), ("o", 90), ("u", 80), ("i", 50), ("Y", 45), ("y", 30), ("w", 100),
      ("h", 90), ("W", 35), ("V", 60), ("O", 60), ("U", 50), ("E", 12), ("I", 12),
    ]
    for (letters, cost) in known {
      for sound in letters.utf8 { table[Int(sound & 0x3F)] = cost }
    }
    return table
  }()

  private static func build() -> [UInt8] {
    var table = [UInt8](repeating: unlike, count: 4096)
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    for one in letters where Sound.isVowel(one) {
      for other in letters where Sound.isVowel(other) { table[index(one, other)] = otherVowel }
    }
    for one in letters { table[index(one, one)] = 0 }
    for (pairs, cost) in precise + unclear + pinyin + pinyinVowels + amongPinyin {
      for pair in pairs.split(separator: " ") {
        let both = Array(pair.utf8)
        table[index(both[0], both[1])] = cost
        table[index(both[1], both[0])] = cost
      }
    }
    return table
  }

  /// Between sounds that both scripts write.
  private static let precise: [(pairs: String, cost: UInt8)] = [
    ("aA", 0), ("Ae", 20), ("ae", 80), ("ao", 60), ("Ao", 75), ("au", 150), ("Au", 150),
    ("ai", 120), ("aY", 95), ("Ai", 100), ("AY", 100), ("ei", 35), ("eY", 90), ("eo", 110),
    ("eu", 120), ("ou", 25), ("oi", 95), ("oY", 80), ("ui", 35), ("uY", 35), ("iY", 5),
    ("yi", 10), ("yY", 15), ("ye", 60), ("wu", 10), ("wo", 35), ("wv", 15),
    ("bp", 35), ("pf", 40), ("bf", 120), ("bv", 90), ("vf", 40), ("bw", 150),
    ("gk", 45), ("gh", 45), ("kh", 35), ("dt", 35), ("jy", 50), ("jz", 150), ("jx", 150),
    ("jc", 80), ("zs", 45), ("sx", 75), ("sc", 130), ("xc", 40), ("lr", 200), ("mn", 170),
    ("nN", 0), ("mN", 130), ("Mn Mm MN", 0), ("qk", 0), ("qg", 45), ("qh", 35),
  ]

  /// Letters that are read in two ways.
  private static let unclear: [(pairs: String, cost: UInt8)] = [
    ("Qx", 0), ("Qs", 10), ("Bj", 0), ("Bz", 10), ("Wy Ww", 0), ("Wu Wi WY", 5), ("Wv", 15),
    ("QS QX", 10), ("BZ BJ", 5), ("Qc", 40), ("By", 60), ("Bs", 60), ("QC", 20), ("WI WU", 5),
  ]

  /// Consonants of pinyin against others.
  private static let pinyin: [(pairs: String, cost: UInt8)] = [
    ("Hq Hh", 0), ("Hk Hg", 12), ("Kk", 0), ("Kq", 15), ("Kh Kg", 30), ("Gg", 0), ("Gk", 25),
    ("Gh", 60),
    ("Tt", 0), ("Td", 25), ("Dd", 0), ("Dt", 25), ("Fp Ff", 0), ("Fb Fv", 50), ("Fh", 90),
    ("Ll", 0), ("Lr", 5), ("Rr", 0), ("Rl", 30), ("Rj", 60), ("Ss", 0), ("Sz", 45), ("Sx", 30),
    ("Sc", 60), ("Xx", 0), ("Xs", 10), ("Xz", 60), ("Xc", 20), ("Xh", 60), ("Jj", 0), ("Jz", 60),
    ("Jg Jk", 70), ("Jc", 50), ("Jy", 60), ("Zz Zj", 0), ("Zs", 75), ("Zc", 60), ("Cc", 0),
    ("Cx", 10), ("Cj", 60), ("Ck", 70), ("Cs", 70),
  ]

  /// Vowels of pinyin against others: they were heard through Chinese, and weigh less.
  private static let pinyinVowels: [(pairs: String, cost: UInt8)] = [
    ("Va VA", 0), ("Ve", 35), ("Vi", 95), ("VY", 75), ("Vo", 50), ("Vu", 115), ("Vw", 90),
    ("Vy", 60),
    ("Ei EY Ee", 5), ("EA", 15), ("Ea", 30), ("Eo", 45), ("Eu", 35), ("Ey", 10), ("Ew", 40),
    ("Ii IY Iy", 0), ("Ie", 20), ("IA", 40), ("Ia", 60), ("Io", 60), ("Iu", 30),
    ("Uu Uw", 0), ("Uo", 10), ("UY", 15), ("Ui", 20), ("Ue", 45), ("Ua UA", 100), ("Uv", 10),
    ("Oo", 0), ("Ou", 10), ("Oa OA", 50), ("Oe", 60), ("Oi OY", 60), ("Ow", 30),
  ]

  private static let amongPinyin: [(pairs: String, cost: UInt8)] = [
    ("HK", 25), ("HG", 45), ("GK", 30), ("SX", 15), ("ZJ", 20), ("ZS ZX", 40), ("CX", 20),
    ("CJ", 50), ("LR", 15), ("DT", 30), ("VE", 30), ("VO", 50), ("VI VU", 85), ("EI", 5),
    ("EU EO", 25), ("IU IO", 25), ("OU", 5),
  ]
}
