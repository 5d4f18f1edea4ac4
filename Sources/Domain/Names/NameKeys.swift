/// The keys under which a word of names is found: by its consonants, and with a letter mistyped.
///
/// A key by consonants is the code of a ``Skeleton``, below 2²⁷. A key by letters is a hash of the
/// folded word or of what is left of it without one letter, from 2⁶² up: two words that are one
/// letter apart have such a key in common. Keys find; ``NameMeeting`` decides.
package enum NameKeys {
  /// A word with a letter wrong is looked for from so many letters on: shorter ones are all alike.
  package static let shortest = 3
  private static let longest = 40

  /// All keys of a word that somebody bears, each once.
  package static func all(of word: NameWord) -> [Int64] {
    skeletons(of: word).map { Int64($0.code) } + letters(of: word.folded)
  }

  /// Of every reading; none of Chinese characters, which are not read.
  package static func skeletons(of word: NameWord) -> [Skeleton] {
    word.script == .han || word.script == .other ? [] : [word.skeleton] + word.otherSkeletons
  }

  /// Of the folded word and of it without each letter in turn; each once.
  package static func letters(of folded: String) -> [Int64] {
    let scalars = Array(folded.unicodeScalars)
    guard (shortest...longest).contains(scalars.count) else { return [] }
    var keys = [hash(scalars, without: -1)]
    for place in scalars.indices where place == 0 || scalars[place] != scalars[place - 1] {
      keys.append(hash(scalars, without: place))
    }
    return keys
  }

  /// FNV-1a of 64 bits over code points: the same on every machine, as it is stored.
  private static func hash(_ scalars: [Unicode.Scalar], without gap: Int) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in scalars.indices where place != gap {
      hash = (hash ^ UInt64(scalars[place].value)) &* 0x100_0000_01B3
    }
    return Int64((hash >> 2) | (1 << 62))
  }

  /// The skeletons that are one class away: one left out, put in, another, or two exchanged.
  package static func neighbours(of skeleton: Skeleton) -> [Skeleton] {
    let code = skeleton.code
    let count = UInt32(skeleton.count)
    var found: Set<UInt32> = []
    for place in 0..<count {
      let low = code & ((1 << (3 * place)) - 1)
      let high = code >> (3 * place)
      found.insert(((high >> 3) << (3 * place)) | low)
      for other in Skeleton.Class.allCases {
        found.insert((((high & ~7) | other.rawValue) << (3 * place)) | low)
      }
      if place + 1 < count {
        let turned = (high & ~63) | ((high & 7) << 3) | ((high >> 3) & 7)
        found.insert((turned << (3 * place)) | low)
      }
    }
    if count < UInt32(Skeleton.longest) {
      for place in 0...count {
        let low = code & ((1 << (3 * place)) - 1)
        for other in Skeleton.Class.allCases {
          let longer = ((code >> (3 * place)) << 3) | other.rawValue
          found.insert((longer << (3 * place)) | low)
        }
      }
    }
    found.remove(code)
    return found.sorted().map(Skeleton.init(code:))
  }

  /// The codes of skeletons that begin with this one and go on.
  package static func longer(than skeleton: Skeleton) -> [ClosedRange<Int64>] {
    guard skeleton.count > 0, skeleton.count < Skeleton.longest else { return [] }
    return (1...Skeleton.longest - skeleton.count).map { more in
      let first = Int64(skeleton.code) << (3 * Int64(more))
      return first...first + (1 << (3 * Int64(more))) - 1
    }
  }
}
