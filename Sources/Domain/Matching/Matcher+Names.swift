extension Matcher {
  /// The levels of the three names; `isPlausible` says that the birth dates leave a chance.
  func compareNames(
    _ applying: MatchPerson, _ candidate: MatchPerson, isPlausible: Bool,
    into score: inout PairScore
  ) {
    let names = NameLikeness(applying, candidate, isPlausible: isPlausible)
    if let given = names.given {
      let level = MatchLevel.given[NameAgreement(given.likeness).rawValue]
      score.given = name(level, frequencies.share(given: given.word))
    }
    if let surname = names.surname {
      var level = MatchLevel.surname[NameAgreement(surname.likeness).rawValue]
      if level == .surnameUnlike, applying.sex == .female { level = .surnameMarried }
      score.surname = name(level, frequencies.share(surname: surname.word))
    }
    var father = names.father
    // The father may stand on one form as a patronymic, and on the other as a member.
    if isPlausible, father?.likeness ?? 0 < NameAgreement.leastClose,
      let kin = kinFather(applying, candidate), kin.likeness >= NameAgreement.leastClose
    {
      father = kin
    }
    if let father {
      let level = MatchLevel.father[NameAgreement(father.likeness).rawValue]
      // Fathers are men, and bear half of the names.
      score.father = name(level, 2 * frequencies.share(given: father.word))
    }
  }

  private func name(_ level: MatchLevel, _ share: Int64) -> PairScore.Part {
    PairScore.Part(level, weights.bits(level, share: share))
  }

  /// The father's name where at least one side knows it from the father himself.
  private func kinFather(
    _ one: MatchPerson, _ other: MatchPerson
  ) -> NameLikeness.Part? {
    if one.kinFather.isEmpty, other.kinFather.isEmpty { return nil }
    var best: NameLikeness.Part?
    for left in one.kinFather + one.fatherWords {
      for right in other.kinFather + other.fatherWords {
        let likeness = NameComparison.likeness(left, right)
        if likeness > best?.likeness ?? -1 {
          best = NameLikeness.Part(likeness: likeness, word: right)
        }
      }
    }
    return best
  }
}

/// The six levels of agreement of a name, by its likeness of 0...1000.
enum NameAgreement: Int {
  case same, close, near, weak, faint, unlike

  static let leastSame = 940
  static let leastClose = 860
  static let leastNear = 780
  static let leastWeak = 650
  static let leastFaint = 450

  init(_ likeness: Int) {
    switch likeness {
    case Self.leastSame...: self = .same
    case Self.leastClose...: self = .close
    case Self.leastNear...: self = .near
    case Self.leastWeak...: self = .weak
    case Self.leastFaint...: self = .faint
    default: self = .unlike
    }
  }
}

extension MatchLevel {
  /// From the likest to the least.
  static let given: [MatchLevel] = [
    .givenSame, .givenClose, .givenNear, .givenWeak, .givenFaint, .givenUnlike,
  ]
  static let surname: [MatchLevel] = [
    .surnameSame, .surnameClose, .surnameNear, .surnameWeak, .surnameFaint, .surnameUnlike,
  ]
  static let father: [MatchLevel] = [
    .fatherSame, .fatherClose, .fatherNear, .fatherWeak, .fatherFaint, .fatherUnlike,
  ]
}
