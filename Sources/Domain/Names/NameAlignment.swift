/// Which word of one name stands for which of another.
///
/// A paper from China has the father's given name where others have the family name, and offices
/// swap the parts: so a family name is held against the other's father's name too, and given
/// against family names where both then agree.
struct NameAlignment {
  private(set) var evidence = NameEvidence()
  /// For choosing among alignments: what agreeing words add and differing ones take.
  private(set) var strength = 0

  /// The best of all ways to take the words whose role the papers do not tell.
  static func best(_ some: NameReading, _ other: NameReading) -> NameAlignment {
    let arrangements = Arrangement.all(some.words)
    let others = Arrangement.all(other.words)
    var best: NameAlignment?
    for one in arrangements {
      for another in others {
        let found = NameAlignment(one, another)
        if found.strength > best?.strength ?? Int.min { best = found }
      }
    }
    guard var best else { return NameAlignment() }
    best.runTogether(some.words.map(\.word), other.words.map(\.word))
    return best
  }

  private init() {}

  private init(_ one: Arrangement, _ other: Arrangement) {
    let given = WordMatch(one.given, other.given)
    let family = WordMatch(one.family, other.family)
    let father = WordMatch(one.father, other.father)
    let familyAsFather = WordMatch(one.family, other.father)
    let fatherAsFamily = WordMatch(one.father, other.family)
    evidence.given = given?.likeness
    evidence.givenPair = given?.pair
    takeElders(family, father, familyAsFather, fatherAsFamily)
    cross(
      WordMatch(one.given, other.family) ?? WordMatch(one.given, other.father),
      WordMatch(one.family, other.given) ?? WordMatch(one.father, other.given))
    strength = Self.strength(of: evidence)
    evidence.leftOver = Self.left(of: one, by: evidence.pairs.map(\.some))
    evidence.otherLeftOver = Self.left(of: other, by: evidence.pairs.map(\.other))
  }

  /// Family and father's names, straight or one for the other.
  private mutating func takeElders(
    _ family: WordMatch?, _ father: WordMatch?, _ familyAsFather: WordMatch?,
    _ fatherAsFamily: WordMatch?
  ) {
    evidence.family = family?.likeness
    evidence.familyPair = family?.pair
    evidence.father = father?.likeness
    evidence.fatherPair = father?.pair
    let straight = max(family?.likeness ?? -1, father?.likeness ?? -1)
    let turned =
      familyAsFather?.likeness ?? -1 >= fatherAsFamily?.likeness ?? -1
      ? familyAsFather : fatherAsFamily
    guard let turned else { return }
    // Where both sides have both, the names speak for themselves.
    if family != nil && father != nil { return }
    guard turned.likeness > straight else { return }
    evidence.family = nil
    evidence.familyPair = nil
    evidence.father = turned.likeness
    evidence.fatherPair = turned.pair
  }

  /// Given against family name: only where both agree and the straight order does not.
  private mutating func cross(_ given: WordMatch?, _ family: WordMatch?) {
    guard let given, let family,
      min(given.likeness, family.likeness) >= NameComparison.initial,
      given.likeness + family.likeness
        > (evidence.given ?? 0) + max(evidence.family ?? 0, evidence.father ?? 0) + 200
    else { return }
    evidence.given = given.likeness
    evidence.givenPair = given.pair
    evidence.family = family.likeness
    evidence.familyPair = family.pair
    evidence.father = nil
    evidence.fatherPair = nil
    evidence.isCrossed = true
  }

  /// A name written as one word against the words of the other, in either order.
  private mutating func runTogether(_ some: [NameWord], _ other: [NameWord]) {
    guard (some.count == 1) != (other.count == 1), (2...3).contains(max(some.count, other.count))
    else { return }
    for order in [false, true] {
      let one = NameWord(joining: order ? some.reversed() : some)
      let another = NameWord(joining: other.count > 1 && order ? other.reversed() : other)
      let likeness = NameComparison.likeness(one, another)
      guard likeness >= NameComparison.same, likeness > evidence.given ?? 0 else { continue }
      let pair = NameEvidence.Pair(some: one, other: another)
      evidence = NameEvidence(
        given: likeness, father: likeness, givenPair: pair, fatherPair: pair)
      strength = Self.strength(of: evidence)
    }
  }

  private static func strength(of evidence: NameEvidence) -> Int {
    var sum = 0
    if let given = evidence.given { sum += 2 * (given - 600) }
    if let family = evidence.family { sum += family - 600 }
    if let father = evidence.father { sum += father - 600 }
    return evidence.isCrossed ? sum - 100 : sum
  }

  private static func left(of arrangement: Arrangement, by taken: [NameWord]) -> [NameWord] {
    var left: [NameWord] = []
    for group in [arrangement.family, arrangement.given, arrangement.father] {
      // A joined word stands for all of its group.
      if group.count > 1, taken.contains(NameWord(joining: group)) { continue }
      for word in group where !taken.contains(word) { left.append(word) }
    }
    return left
  }
}

/// Words by role, where the unknown ones were given one.
private struct Arrangement {
  var given: [NameWord] = []
  var family: [NameWord] = []
  var father: [NameWord] = []

  /// Every likely way to give the unknown words a role; the usual order of papers first.
  static func all(_ parts: [NameReading.Part]) -> [Arrangement] {
    var known = Arrangement()
    var unknown: [NameWord] = []
    for part in parts {
      switch part.role {
      case .given: known.given.append(part.word)
      case .family: known.family.append(part.word)
      case .father: known.father.append(part.word)
      case .unknown: unknown.append(part.word)
      }
    }
    return orders(of: unknown.count, known).map { roles in
      var one = known
      for (word, role) in zip(unknown, roles) { one.add(word, role) }
      // Words beyond the third belong to the given name.
      for word in unknown.dropFirst(roles.count) { one.given.append(word) }
      return one
    }
  }

  private static func orders(of count: Int, _ known: Arrangement) -> [[NameReading.Role]] {
    switch count {
    case 0: [[]]
    case 1 where known.given.isEmpty && known.family.isEmpty && known.father.isEmpty:
      [[.given], [.family], [.father]]
    case 1 where known.given.isEmpty: [[.given]]
    case 1: [[.family], [.father]]
    case 2 where known.given.isEmpty && known.family.isEmpty:
      [[.given, .family], [.family, .given]]
    case 2: [[.given, .father], [.father, .given], [.given, .given]]
    default:
      [[.family, .given, .father], [.given, .father, .family], [.given, .family, .father]]
    }
  }

  private mutating func add(_ word: NameWord, _ role: NameReading.Role) {
    switch role {
    case .given, .unknown: given.append(word)
    case .family: family.append(word)
    case .father: father.append(word)
    }
  }
}

/// Two groups of words in one role, held against each other.
private struct WordMatch {
  var likeness: Int
  var pair: NameEvidence.Pair

  /// What a part that only one side has takes off: a second given name, one half of a family name.
  private static let onlyOneSide = 60

  /// Nil where one side has none.
  init?(_ some: [NameWord], _ others: [NameWord]) {
    guard let one = some.first, let other = others.first else { return nil }
    pair = NameEvidence.Pair(some: one, other: other)
    likeness = NameComparison.likeness(one, other)
    if some.count == 1 && others.count == 1 { return }
    likeness = max(0, likeness - Self.onlyOneSide)
    for one in some {
      for other in others {
        let found = NameComparison.likeness(one, other) - Self.onlyOneSide
        if found > likeness {
          (likeness, pair) = (found, NameEvidence.Pair(some: one, other: other))
        }
      }
    }
    let joined = NameWord(joining: some)
    let otherJoined = NameWord(joining: others)
    let found = NameComparison.likeness(joined, otherJoined)
    if found >= likeness {
      (likeness, pair) = (found, NameEvidence.Pair(some: joined, other: otherJoined))
    }
  }
}
