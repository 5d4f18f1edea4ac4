/// One word of a name as it sounds, whatever script it was written in.
///
/// It is made once for each paper, and handed on as a reference; comparing two of them allocates
/// nothing.
package final class NameWord: Hashable, Sendable {
  /// The word as ``NameFolding`` folds it.
  package let folded: String
  package let script: NameScript
  /// Letters of Kosh's sound alphabet, without the ending of a surname or patronymic.
  package let sounds: [UInt8]
  /// The consonant classes of the stem.
  package let skeleton: Skeleton
  /// The skeletons of its other readings, where they differ: as pinyin, and with an ending that
  /// may belong to the name.
  package let otherSkeletons: [Skeleton]
  /// What was taken off; nil where nothing was.
  package let ending: NameEnding?
  /// One letter stands for the name: «А.».
  package let isInitial: Bool
  /// The zone of the paper was full behind this word, so that its end may be cut off.
  package let mayBeCut: Bool

  /// Sounds with the cost of leaving each out in the higher byte: without the ending.
  let stem: [UInt16]
  /// With the ending, where names end so by themselves; empty elsewhere.
  let whole: [UInt16]
  /// As syllables of Chinese; empty where the word is none.
  let pinyin: [UInt16]
  /// What a likeness by way of pinyin loses, 0...1000, as the word may be no pinyin at all.
  let pinyinLoss: Int

  /// Its sounds as syllables of Chinese, in letters of the sound alphabet; empty where it is none.
  package var pinyinSounds: [UInt8] { pinyin.map { UInt8(truncatingIfNeeded: $0) } }

  init(
    _ letters: WordLetters, folded: String, role: NameReading.Role, followedBy apart: NameEnding?,
    mayBeCut: Bool, pinyin syllables: PinyinReader?
  ) {
    self.folded = folded
    self.mayBeCut = mayBeCut
    script = letters.script
    let writer = Self.read(letters)
    let found = apart == nil && !mayBeCut ? EndingReader(writer, role: role) : nil
    stem = writer.sounds(of: found?.stem ?? writer.count, then: found?.tail ?? 0)
    whole = found?.isCertain == false ? writer.sounds(of: writer.count) : []
    ending = apart ?? found?.ending
    pinyin = syllables?.cells ?? []
    pinyinLoss = syllables?.isSure == true ? 0 : 20
    sounds = stem.map { UInt8(truncatingIfNeeded: $0) }
    skeleton = Skeleton(cells: stem)
    isInitial = stem.count == 1 && letters.count <= 3 && script != .han
    let byWhole = whole.isEmpty ? skeleton : Skeleton(cells: whole)
    let byPinyin = pinyin.isEmpty ? skeleton : Skeleton(cells: pinyin)
    otherSkeletons =
      byWhole == skeleton
      ? (byPinyin == skeleton ? [] : [byPinyin])
      : (byPinyin == skeleton || byPinyin == byWhole ? [byWhole] : [byWhole, byPinyin])
  }

  /// Several words said as one: Абд Рахман.
  init(joining words: [NameWord]) {
    folded = words.map(\.folded).joined()
    script = words.first?.script ?? .other
    stem = words.flatMap(\.stem)
    whole = []
    pinyin = words.allSatisfy { !$0.pinyin.isEmpty } ? words.flatMap(\.pinyin) : []
    pinyinLoss = words.map(\.pinyinLoss).min() ?? 0
    ending = words.last?.ending
    sounds = stem.map { UInt8(truncatingIfNeeded: $0) }
    skeleton = Skeleton(cells: stem)
    otherSkeletons = []
    isInitial = false
    mayBeCut = words.last?.mayBeCut ?? false
  }

  /// The skeletons of what it may consist of, were it two names that were run together.
  var partSkeletons: [Skeleton] {
    let cells = pinyin.isEmpty ? stem : pinyin
    var skeletons: [Skeleton] = []
    guard cells.count > 6 else { return [] }
    for cut in 3...cells.count - 3 {
      for part in [Array(cells[..<cut]), Array(cells[cut...])] {
        let skeleton = Skeleton(cells: part)
        if skeleton.count > 1, !skeletons.contains(skeleton) { skeletons.append(skeleton) }
      }
    }
    return skeletons
  }

  /// All else follows from what stands on the paper and how it was read.
  package static func == (left: NameWord, right: NameWord) -> Bool {
    if left === right { return true }
    return left.folded == right.folded && left.script == right.script
      && left.ending == right.ending && left.mayBeCut == right.mayBeCut
      && left.stem == right.stem && left.whole == right.whole && left.pinyin == right.pinyin
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(folded)
    hasher.combine(stem)
  }

  static func read(_ letters: WordLetters) -> SoundWriter {
    switch letters.script {
    case .cyrillic: CyrillicReader.read(letters)
    case .latin: LatinReader.read(letters)
    case .arabic: ArabicReader.read(letters)
    case .han, .other: SoundWriter()
    }
  }
}
