/// How alike the names of two people are, part by part; nil where a part cannot be compared.
struct NameLikeness {
  /// A likeness of 0...1000, and the word of the second person that was found.
  struct Part {
    var likeness: Int
    var word: NameWord
  }

  var given: Part?
  var surname: Part?
  var father: Part?

  /// From which likeness on two words are taken for one name.
  private static let alike = NameAgreement.leastNear

  /// `isPlausible` says that the birth dates leave a chance; then slips of the pen, exchanged parts
  /// and words run together are looked for as well.
  init(_ one: MatchPerson, _ other: MatchPerson, isPlausible: Bool) {
    self.init(one.card, other.card, isPlausible)
    guard isPlausible, given?.likeness ?? 0 < NameAgreement.leastClose else { return }
    let orders = [
      (Self.mayCross(one.card, other.card), true), (Self.mayCross(other.card, one.card), false),
    ]
    for (mayCross, isFirst) in orders where mayCross {
      let left = isFirst ? one.crossedCard : one.card
      let right = isFirst ? other.card : other.crossedCard
      takeCrossed(left, right)
      // What then stands as the given name's partner may be the father, who is a member.
      guard !one.kinFather.isEmpty || !other.kinFather.isEmpty else { continue }
      takeCrossed(left.with(kinFather: one.kinFather), right.with(kinFather: other.kinFather))
    }
    takeRunTogether(one.card, other.card)
  }

  private mutating func takeCrossed(_ left: NameCard, _ right: NameCard) {
    let crossed = NameLikeness(left, right, true)
    if crossed.isCrossing, crossed.strength > strength + 150 { self = crossed }
  }

  private init(_ one: NameCard, _ other: NameCard, _ isPlausible: Bool) {
    given = Self.best(one.given, other.given, isPlausible)
    guard isPlausible || given?.likeness ?? 0 >= NameAgreement.leastWeak else { return }
    takeElders(one, other, isPlausible)
  }

  /// Family and father's names, either of which may stand second.
  private mutating func takeElders(_ one: NameCard, _ other: NameCard, _ isPlausible: Bool) {
    father = Self.best(one.father, other.father, isPlausible)
    surname = Self.best(one.surname, other.surname, isPlausible)
    if one.second.isEmpty, other.second.isEmpty { return }
    let bothSecond = Self.best(one.second, other.second, isPlausible)
    var fathers = [
      Self.best(one.second, other.father, isPlausible),
      Self.best(one.father, other.second, isPlausible),
    ]
    var surnames = [
      Self.best(one.second, other.surname, isPlausible),
      Self.best(one.surname, other.second, isPlausible),
    ]
    if let bothSecond, father == nil, one.father.isEmpty != other.father.isEmpty,
      bothSecond.likeness >= Self.alike,
      let stated = fathers.compactMap(\.self).max(by: { $0.likeness < $1.likeness }),
      stated.likeness < NameAgreement.leastFaint,
      !(one.second + other.second).contains(where: Self.mayBeSurname)
    {
      let stating = one.father.isEmpty ? other : one
      let clans = Self.best(one.clan, other.clan, isPlausible)
      if stating.showsRoot || clans?.likeness ?? 0 >= Self.alike {
        surname = bothSecond
        return
      }
      // The one name that the other writes beside the given one is its father's by the use of
      // China; a patronymic of another father then tells a namesake.
      (surname, father) = (bothSecond, stated)
      return
    }
    // Where both state the father apart, what stands second is a family name.
    if father == nil { fathers.append(bothSecond) } else { surnames.append(bothSecond) }
    let asFather = fathers.compactMap(\.self).max { $0.likeness < $1.likeness }
    let asSurname = surnames.compactMap(\.self).max { $0.likeness < $1.likeness }
    let (fatherly, clannish) = (asFather?.likeness ?? -1, asSurname?.likeness ?? -1)
    if max(fatherly, clannish) >= NameAgreement.leastFaint {
      // One word is one agreement.
      if fatherly >= clannish, one.father.isEmpty || other.father.isEmpty {
        if fatherly > father?.likeness ?? -1 { father = asFather }
      } else if clannish > surname?.likeness ?? -1 {
        surname = asSurname
        if father == nil { takeThird(one, other) }
      }
      return
    }
    // The second name is unlike both names of the other: it speaks against the pair once.
    if father == nil, surname?.likeness ?? 0 < Self.alike {
      if let asFather {
        father = asFather
      } else if surname == nil {
        surname = asSurname
      }
    }
  }

  /// Of two names that stand beside the given one the second is the father's, where the first is
  /// known to be the family name.
  private mutating func takeThird(_ one: NameCard, _ other: NameCard) {
    let (full, stated) = one.father.isEmpty ? (one, other) : (other, one)
    let rest = full.second.filter { word in
      !(stated.surname + stated.second + stated.given).contains {
        NameComparison.likeness(word, $0) >= Self.alike
      }
    }
    guard rest.count < full.second.count else { return }
    father = Self.best(rest, stated.father, true)
  }

  /// Whether a word ends as some family names and some given names do: Сейфуллин, Мадина.
  private static func mayBeSurname(_ word: NameWord) -> Bool {
    ["ин", "ина", "in", "ina"].contains { word.folded.hasSuffix($0) }
  }

  /// A full name in one word against the words of the other.
  private mutating func takeRunTogether(_ one: NameCard, _ other: NameCard) {
    var found: Part?
    if !one.runTogether.isEmpty { found = Self.best(one.runTogether, other.joined, false) }
    if !other.runTogether.isEmpty {
      let back = Self.best(one.joined, other.runTogether, false)
      if back?.likeness ?? 0 > found?.likeness ?? 0 { found = back }
    }
    guard let found, found.likeness >= NameComparison.same,
      found.likeness > given?.likeness ?? 0, let word = other.given.first
    else { return }
    given = Part(likeness: found.likeness, word: word)
    father = Part(
      likeness: found.likeness, word: (other.father + other.second).first ?? found.word)
    surname = nil
  }

  /// Whether what stands second on one side may be the given name of the other.
  private static func mayCross(_ one: NameCard, _ other: NameCard) -> Bool {
    for words in [one.second, one.surname] {
      if let found = best(words, other.given, true), found.likeness >= NameAgreement.leastFaint {
        return true
      }
    }
    return false
  }

  /// An exchange of the parts is believed where both of them agree then, one of them well.
  private var isCrossing: Bool {
    guard let given, given.likeness >= NameAgreement.leastFaint else { return false }
    let elder = [surname, father].compactMap(\.self).map(\.likeness).max()
    guard let elder else { return given.likeness >= NameAgreement.leastWeak }
    return min(given.likeness, elder) >= NameAgreement.leastFaint
      && max(given.likeness, elder) >= NameAgreement.leastNear
  }

  private var strength: Int {
    var sum = 2 * ((given?.likeness ?? 600) - 600)
    if let surname { sum += surname.likeness - 600 }
    if let father { sum += father.likeness - 600 }
    return sum
  }

  /// The likeness of two words, with what their scripts leave of a name in mind.
  ///
  /// Between scripts that write every sound of it a name keeps its likeness, and what is half alike
  /// is another name; Chinese syllables are let off.
  private static func likeness(_ one: NameWord, _ other: NameWord) -> Int {
    let likeness = NameComparison.likeness(one, other)
    if likeness >= alike || !one.pinyin.isEmpty || !other.pinyin.isEmpty { return likeness }
    return max(0, likeness - (alike - likeness) * 3 / 4)
  }

  /// Whether a slip of the pen makes the sounds of the one of the other's.
  ///
  /// Short words are too easily one letter apart; a family name counts its ending.
  private static func isSlip(_ one: NameWord, _ other: NameWord) -> Bool {
    let least = one.ending == nil || other.ending == nil ? 4 : 3
    return min(one.sounds.count, other.sounds.count) >= least
      && Slip.isOne(one.sounds, other.sounds)
  }

  private static func best(
    _ ones: [NameWord], _ others: [NameWord], _ seesSlips: Bool
  ) -> Part? {
    var best: Part?
    for one in ones {
      for other in others {
        var likeness = likeness(one, other)
        if seesSlips, likeness < NameAgreement.leastWeak, Self.isSlip(one, other) {
          likeness = NameAgreement.leastWeak
        }
        if likeness > best?.likeness ?? -1 { best = Part(likeness: likeness, word: other) }
        if likeness == 1000 { return best }
      }
    }
    return best
  }
}
