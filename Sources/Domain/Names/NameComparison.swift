/// How alike names are, across scripts.
package enum NameComparison {
  /// A likeness from which two words are taken for one name.
  package static let same = 800
  /// What an initial that fits is worth: it says little.
  package static let initial = 700

  /// 0...1000, how alike two words sound, given their scripts.
  ///
  /// From ``same`` on they are one name in two spellings; a hopeless pair is 0. It allocates
  /// nothing. Chinese characters are alike only if equal.
  package static func likeness(_ some: NameWord, _ other: NameWord) -> Int {
    if some.stem.isEmpty || other.stem.isEmpty {
      return some.stem.isEmpty == other.stem.isEmpty && some.folded == other.folded ? 1000 : 0
    }
    if some.isInitial || other.isInitial { return initialLikeness(some, other) }
    var best = SoundDistance.likeness(
      some.stem, other.stem, isCut: some.mayBeCut, isOtherCut: other.mayBeCut)
    if best == 1000 { return best }
    if !some.whole.isEmpty {
      best = max(best, SoundDistance.likeness(some.whole, other.stem))
      if !other.whole.isEmpty { best = max(best, SoundDistance.likeness(some.whole, other.whole)) }
    }
    if !other.whole.isEmpty { best = max(best, SoundDistance.likeness(some.stem, other.whole)) }
    if !some.pinyin.isEmpty || !other.pinyin.isEmpty {
      best = max(best, pinyinLikeness(some, other))
    }
    return best
  }

  private static func pinyinLikeness(_ some: NameWord, _ other: NameWord) -> Int {
    var best = 0
    if !some.pinyin.isEmpty {
      best = SoundDistance.likeness(some.pinyin, other.stem)
      if !other.whole.isEmpty { best = max(best, SoundDistance.likeness(some.pinyin, other.whole)) }
      best = max(0, best - some.pinyinLoss)
    }
    if !other.pinyin.isEmpty {
      var found = SoundDistance.likeness(some.stem, other.pinyin)
      if !some.whole.isEmpty {
        found = max(found, SoundDistance.likeness(some.whole, other.pinyin))
      }
      if !some.pinyin.isEmpty {
        found = max(found, SoundDistance.likeness(some.pinyin, other.pinyin))
      }
      best = max(best, found - other.pinyinLoss)
    }
    return best
  }

  private static func initialLikeness(_ some: NameWord, _ other: NameWord) -> Int {
    guard let first = some.stem.first, let second = other.stem.first else { return 0 }
    return SoundDistance.cost(first, second, opens: false) <= 45 ? initial : 0
  }

  /// The best alignment of two persons' names over all their papers, in any order of the words.
  ///
  /// The pair of papers that agree best decides: an old passport may still have the name that the
  /// new one has lost. ``NameEvidence/none`` where one side has no name.
  package static func compare(_ some: [NameReading], _ others: [NameReading]) -> NameEvidence {
    var best: NameAlignment?
    for one in some where !one.words.isEmpty {
      for another in others where !another.words.isEmpty {
        let found = NameAlignment.best(one, another)
        if found.strength > best?.strength ?? Int.min { best = found }
      }
    }
    return best?.evidence ?? .none
  }
}
