/// One word of a name as it sounds, whatever script it was written in.
package struct NameWord: Hashable, Sendable {
  /// The word as ``NameFolding`` folds it.
  package let folded: String
  package let script: NameScript
  /// Letters of ``Sound``, without the ending of a surname or patronymic.
  package let sounds: [UInt8]
  /// The consonant classes of the stem.
  package let skeleton: Skeleton
  /// What was taken off; nil where nothing was.
  package let ending: NameEnding?
  /// One letter stands for the name: «А.».
  package let isInitial: Bool

  init(folded: String, script: NameScript, cells: [UInt16], ending: NameEnding?) {
    self.folded = folded
    self.script = script
    self.ending = ending
    sounds = cells.map { UInt8(truncatingIfNeeded: $0) }
    skeleton = Skeleton(cells: cells)
    isInitial = folded.unicodeScalars.count == 1
  }
}
