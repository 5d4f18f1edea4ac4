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
  private static let ofOtherSex = 40
  private static let ofDoubtfulEnding = 100
  /// What the likeness of Chinese syllables to a name is let off.
  private static let ofPinyin = 60
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
      let heard = likeness + Self.allowance(sought, borne, likeness)
      let weight = min(heard, Self.otherLetters) - Self.loss(sought, borne)
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
      if let length = Self.slipLength(sought.folded, borne.folded) {
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

  /// What Chinese makes of a name tells little of who is meant, and the roles tell more; within one
  /// script every difference was meant.
  private static func allowance(_ sought: NameWord, _ borne: NameWord, _ likeness: Int) -> Int {
    if !sought.pinyin.isEmpty, borne.pinyin.isEmpty { return ofPinyin }
    let isOneScript = sought.script == borne.script && borne.pinyin.isEmpty
    return isOneScript ? (likeness - 1000) / 2 : 0
  }

  /// What tells two words apart that sound alike: an ending that only one has, or another one
  /// (Нұрлан and Нұрланов), that of a man and of a woman.
  private static func loss(_ some: NameWord, _ other: NameWord) -> Int {
    if some.ending == other.ending {
      return some.ending == .surname && isOfWoman(some) != isOfWoman(other) ? ofOtherSex : 0
    }
    if !some.whole.isEmpty || !other.whole.isEmpty {
      // Мадина is no Мади: what an ending may be is no ending where the whole word is the name.
      return isAlikeAsWhole(some, other) ? 0 : ofDoubtfulEnding
    }
    guard let one = some.ending, let another = other.ending else { return 60 }
    return one == .surname || another == .surname ? 40 : 20
  }

  /// The length of the longer word where one slip makes the one of the other; else nil.
  private static func slipLength(_ some: String, _ other: String) -> Int? {
    guard abs(some.utf8.count - other.utf8.count) <= 4 else { return nil }
    let (one, another) = (Array(some.unicodeScalars), Array(other.unicodeScalars))
    let length = max(one.count, another.count)
    guard min(one.count, another.count) >= NameKeys.shortest - 1, length >= NameKeys.shortest,
      Slip.isOne(one, another)
    else { return nil }
    return length
  }

  private static func isOfWoman(_ word: NameWord) -> Bool {
    word.folded.hasSuffix("а") || word.folded.hasSuffix("a")
  }

  private static func isAlikeAsWhole(_ some: NameWord, _ other: NameWord) -> Bool {
    let (one, another) = (
      some.whole.isEmpty ? some.stem : some.whole, other.whole.isEmpty ? other.stem : other.whole
    )
    return SoundDistance.likeness(one, another) >= NameComparison.same
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
