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
    var uses = Self.elders(one, other)
    if let given = Use(one, .given, other, .given, as: .given) { uses.append(given) }
    let straight = uses.reduce(0) { $1.meaning == .given ? $0 + $1.match.likeness : $0 }
    let elder = uses.reduce(0) { $1.meaning == .given ? $0 : max($0, $1.match.likeness) }
    // Only where the straight order does not hold is it worth looking across.
    if straight + elder < 2 * NameComparison.same,
      let crossed = Self.crossed(one, other, better: straight + elder)
    {
      uses = crossed
      evidence.isCrossed = true
    }
    for use in uses { take(use) }
    strength = Self.strength(of: evidence)
    for role in Arrangement.roles {
      let match = uses.first { $0.some == role }?.match
      evidence.leftOver += match?.left ?? one[role]
      let otherMatch = uses.first { $0.other == role }?.match
      evidence.otherLeftOver += otherMatch?.otherLeft ?? other[role]
    }
  }

  /// Two groups of words that were held against each other, and what they were taken for.
  private struct Use {
    let some: NameReading.Role
    let other: NameReading.Role
    let meaning: NameReading.Role
    let match: WordMatch

    /// Nil where one side has none.
    init?(
      _ one: Arrangement, _ some: NameReading.Role, _ another: Arrangement,
      _ other: NameReading.Role, as meaning: NameReading.Role
    ) {
      guard let match = WordMatch(one[some], another[other]) else { return nil }
      self.match = match
      self.some = some
      self.other = other
      self.meaning = meaning
    }
  }

  /// Family and father's names, straight or one for the other.
  private static func elders(_ one: Arrangement, _ other: Arrangement) -> [Use] {
    let family = Use(one, .family, other, .family, as: .family)
    let father = Use(one, .father, other, .father, as: .father)
    // Where both sides have both, the names speak for themselves.
    if let family, let father { return [family, father] }
    var best = family ?? father
    for turned in [
      Use(one, .family, other, .father, as: .father),
      Use(one, .father, other, .family, as: .father),
    ] {
      if let turned, turned.match.likeness > best?.match.likeness ?? -1 { best = turned }
    }
    return best.map { [$0] } ?? []
  }

  /// Given against family name: only where both agree, and better than the straight order.
  private static func crossed(
    _ one: Arrangement, _ other: Arrangement, better than: Int
  ) -> [Use]? {
    let elder: NameReading.Role = other.family.isEmpty ? .father : .family
    guard let given = Use(one, .given, other, elder, as: .given),
      given.match.likeness >= NameComparison.initial,
      let family = Use(one, one.family.isEmpty ? .father : .family, other, .given, as: .family),
      family.match.likeness >= NameComparison.initial,
      given.match.likeness + family.match.likeness > than + 200
    else { return nil }
    return [given, family]
  }

  private mutating func take(_ use: Use) {
    let likeness = use.match.likeness
    switch use.meaning {
    case .given, .unknown: (evidence.given, evidence.givenPair) = (likeness, use.match.pair)
    case .family: (evidence.family, evidence.familyPair) = (likeness, use.match.pair)
    case .father: (evidence.father, evidence.fatherPair) = (likeness, use.match.pair)
    }
  }

  /// A name written as one word against the words of the other, in either order.
  private mutating func runTogether(_ some: [NameWord], _ other: [NameWord]) {
    guard evidence.given ?? 0 < NameComparison.same, (some.count == 1) != (other.count == 1),
      (2...3).contains(max(some.count, other.count))
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
}

/// Words by role, where the unknown ones were given one.
private struct Arrangement {
  var given: [NameWord] = []
  var family: [NameWord] = []
  var father: [NameWord] = []

  static let roles: [NameReading.Role] = [.family, .given, .father]

  subscript(role: NameReading.Role) -> [NameWord] {
    switch role {
    case .given: given
    case .family: family
    case .father: father
    case .unknown: []
    }
  }

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
  private(set) var likeness: Int
  /// The words of each side that agree best; nil where all were said as one.
  private var places: (some: Int, other: Int)? = (0, 0)
  private let some: [NameWord]
  private let others: [NameWord]

  /// What a part that only one side has takes off: a second given name, one half of a family name.
  private static let onlyOneSide = 60

  /// Nil where one side has none.
  init?(_ some: [NameWord], _ others: [NameWord]) {
    guard let one = some.first, let other = others.first else { return nil }
    self.some = some
    self.others = others
    likeness = NameComparison.likeness(one, other)
    if some.count == 1 && others.count == 1 { return }
    likeness = max(0, likeness - Self.onlyOneSide)
    for (place, one) in some.enumerated() {
      for (otherPlace, other) in others.enumerated() {
        let found = NameComparison.likeness(one, other) - Self.onlyOneSide
        if found > likeness { (likeness, places) = (found, (place, otherPlace)) }
      }
    }
    let found = NameComparison.likeness(NameWord(joining: some), NameWord(joining: others))
    if found >= likeness { (likeness, places) = (found, nil) }
  }

  var pair: NameEvidence.Pair {
    guard let places else {
      return NameEvidence.Pair(some: NameWord(joining: some), other: NameWord(joining: others))
    }
    return NameEvidence.Pair(some: some[places.some], other: others[places.other])
  }

  /// The words that it left without a partner.
  var left: [NameWord] { Self.without(places?.some, some) }
  var otherLeft: [NameWord] { Self.without(places?.other, others) }

  private static func without(_ place: Int?, _ words: [NameWord]) -> [NameWord] {
    guard let place, words.count > 1 else { return [] }
    return Array(words[..<place] + words[(place + 1)...])
  }
}
