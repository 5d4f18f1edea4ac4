extension Matcher {
  /// The levels of the three names.
  func compareNames(
    _ applying: MatchPerson, _ candidate: MatchPerson, into score: inout PairScore
  ) {
    let evidence = NameComparison.compare(applying.names, candidate.names)
    if let given = evidence.given {
      let share = evidence.givenPair.map { frequencies.share(given: $0.other) }
      score.given = name(MatchLevel.given[NameAgreement(given).rawValue], share)
    }
    if let family = evidence.family {
      let share = evidence.familyPair.map { frequencies.share(surname: $0.other) }
      score.surname = name(MatchLevel.surname[NameAgreement(family).rawValue], share)
    }
    var father = evidence.father
    var word = evidence.fatherPair?.other
    // The father may stand on one form as a patronymic, and on the other as a member.
    if father ?? 0 < NameAgreement.leastClose,
      let kin = kinFather(applying, candidate), kin.likeness > father ?? -1
    {
      father = kin.likeness
      word = kin.word
    }
    if let father {
      let share = word.map { frequencies.share(given: $0) }
      score.father = name(MatchLevel.father[NameAgreement(father).rawValue], share)
    }
  }

  private func name(_ level: MatchLevel, _ share: Int64?) -> PairScore.Part {
    guard let share else { return part(level) }
    return PairScore.Part(level, weights.bits(level, share: share))
  }

  /// The father's name where at least one side knows it from the father himself.
  private func kinFather(
    _ one: MatchPerson, _ other: MatchPerson
  ) -> (likeness: Int, word: NameWord)? {
    if one.kinFather.isEmpty, other.kinFather.isEmpty { return nil }
    var best: (likeness: Int, word: NameWord)?
    for left in one.kinFather + one.fatherWords {
      for right in other.kinFather + other.fatherWords {
        let likeness = NameComparison.likeness(left, right)
        if likeness > best?.likeness ?? -1 { best = (likeness, right) }
      }
    }
    return best
  }
}

/// The five levels of agreement of a name, by its likeness of 0...1000.
enum NameAgreement: Int {
  case same, close, near, weak, unlike

  static let leastSame = 960
  static let leastClose = 860
  static let leastNear = 740
  static let leastWeak = 600

  init(_ likeness: Int) {
    switch likeness {
    case Self.leastSame...: self = .same
    case Self.leastClose...: self = .close
    case Self.leastNear...: self = .near
    case Self.leastWeak...: self = .weak
    default: self = .unlike
    }
  }
}

extension MatchLevel {
  /// From the likest to the least.
  static let given: [MatchLevel] = [
    .givenSame, .givenClose, .givenNear, .givenWeak, .givenUnlike,
  ]
  static let surname: [MatchLevel] = [
    .surnameSame, .surnameClose, .surnameNear, .surnameWeak, .surnameUnlike,
  ]
  static let father: [MatchLevel] = [
    .fatherSame, .fatherClose, .fatherNear, .fatherWeak, .fatherUnlike,
  ]
}
