/// How alike names are, across scripts.
package enum NameComparison {
  /// 0...1000, how alike two words sound, given their scripts.
  package static func likeness(_ some: NameWord, _ other: NameWord) -> Int {
    if some.sounds == other.sounds { return 1000 }
    let most = max(some.sounds.count, other.sounds.count)
    guard most > 0 else { return some.folded == other.folded ? 1000 : 0 }
    var row = Array(0...other.sounds.count)
    for (i, sound) in some.sounds.enumerated() {
      var before = row[0]
      row[0] = i + 1
      for (j, other) in other.sounds.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(before + (sound == other ? 0 : 1), above + 1, row[j] + 1)
        before = above
      }
    }
    return 1000 - 1000 * row[other.sounds.count] / most
  }

  /// The same for people: which letters were taken as one, what was left out, which ending went.
  package static func explain(_ some: NameWord, _ other: NameWord) -> [String] {
    ["\(some.folded) and \(other.folded) are alike by \(likeness(some, other)) of 1000"]
  }

  /// The best alignment of two persons' names over all their papers, in any order of the words.
  package static func compare(_ some: [NameReading], _ others: [NameReading]) -> NameEvidence {
    var best = NameEvidence.none
    for one in some {
      for another in others {
        var found = NameEvidence()
        for part in one.words {
          for match in another.words where match.role == part.role {
            let alike = likeness(part.word, match.word)
            switch part.role {
            case .given: found.given = max(found.given ?? 0, alike)
            case .family: found.family = max(found.family ?? 0, alike)
            case .father: found.father = max(found.father ?? 0, alike)
            case .unknown: found.given = max(found.given ?? 0, alike)
            }
          }
        }
        if found.given ?? 0 >= best.given ?? 0 { best = found }
      }
    }
    return best
  }
}
