/// How a word that is looked for meets a word that somebody bears.
package struct NameMeeting: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// Letter for letter, once both are folded.
    case same
    /// One name in two spellings, in whatever scripts.
    case sound
    /// A letter left out, put in, another, or two neighbours exchanged.
    case letter
    /// The word is the beginning of the name.
    case beginning
  }

  package let kind: Kind
  /// 0...1000; 1000 for the same letters only.
  package let weight: Int

  /// What the best meeting in other letters is worth: the same letters come first.
  private static let otherLetters = 990
  /// Likeness from which a word sounds like the beginning of another.
  private static let alikeBeginning = 850
  /// Likeness from which a row of Chinese syllables may be a name with the same consonants.
  ///
  /// Chinese leaves little of some names: SEIFOLELA for Сейфуллин. They come behind all others.
  private static let alikeInPinyin = 680
  private static let pinyinLoss = 150

  package init(kind: Kind, weight: Int) {
    self.kind = kind
    self.weight = weight
  }

  /// Nil where they do not meet.
  package init?(_ sought: NameWord, _ borne: NameWord) {
    if sought.folded == borne.folded {
      self.init(kind: .same, weight: 1000)
      return
    }
    var best: NameMeeting?
    let likeness = sought.isInitial ? 0 : NameComparison.likeness(sought, borne)
    if likeness >= NameComparison.same {
      let weight = min(likeness, Self.otherLetters) - Self.loss(sought, borne)
      best = NameMeeting(kind: .sound, weight: weight)
    } else if likeness >= Self.alikeInPinyin, sought.pinyin.isEmpty != borne.pinyin.isEmpty,
      NameKeys.skeletons(of: borne).contains(where: NameKeys.skeletons(of: sought).contains)
    {
      best = NameMeeting(kind: .sound, weight: likeness - Self.pinyinLoss)
    }
    func take(_ kind: Kind, _ weight: Int) {
      if weight > best?.weight ?? 0 { best = NameMeeting(kind: kind, weight: weight) }
    }
    if sought.script == borne.script {
      if let length = LetterSlip.length(sought.folded, borne.folded) {
        // Of two names one letter away, the one that sounds more like it.
        take(.letter, 1000 - 400 / length - (1000 - likeness) / 10)
      }
      if borne.folded.hasPrefix(sought.folded) {
        let share = 200 * sought.folded.utf8.count / borne.folded.utf8.count
        take(.beginning, 700 + share)
      }
    }
    if best == nil, let found = Self.beginning(sought, borne) { best = found }
    guard let best else { return nil }
    self = best
  }

  /// An ending that only one has, or another one, tells two roles apart: Нұрлан and Нұрланов.
  private static func loss(_ some: NameWord, _ other: NameWord) -> Int {
    guard some.ending != other.ending, some.whole.isEmpty, other.whole.isEmpty else { return 0 }
    guard let one = some.ending, let another = other.ending else { return 60 }
    return one == .surname || another == .surname ? 40 : 20
  }

  /// The beginning of a name in another script, by its sounds.
  private static func beginning(_ sought: NameWord, _ borne: NameWord) -> NameMeeting? {
    let rows = [sought.stem, sought.whole, sought.pinyin].filter { $0.count >= 3 }
    var best: (likeness: Int, share: Int) = (0, 0)
    for row in rows {
      for other in [borne.stem, borne.whole] where other.count > row.count {
        let likeness = SoundDistance.likeness(row.span, other.span, isCut: true)
        if likeness > best.likeness { best = (likeness, 200 * row.count / other.count) }
      }
    }
    guard best.likeness >= alikeBeginning else { return nil }
    return NameMeeting(kind: .beginning, weight: (600 + best.share) * best.likeness / 1000)
  }
}
