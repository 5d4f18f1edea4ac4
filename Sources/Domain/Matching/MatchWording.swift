/// The reasons behind the score of a pair, in words.
struct MatchWording {
  private let one: MatchPerson
  private let other: MatchPerson
  private let score: PairScore

  init(_ one: MatchPerson, _ other: MatchPerson, _ score: PairScore) {
    self.one = one
    self.other = other
    self.score = score
  }

  var reasons: [MatchReason] {
    let reasons: [MatchReason?] = [
      name(.given, score.given, "given name", one.givenWords, other.givenWords),
      name(.surname, score.surname, "family name", familyWords(one), familyWords(other)),
      name(
        .father, score.father, "father's name", one.fatherWords + one.kinFather,
        other.fatherWords + other.kinFather),
      birth, document, iin, country, place, sex,
    ]
    return reasons.compactMap(\.self)
  }

  private func familyWords(_ person: MatchPerson) -> [NameWord] {
    person.names.flatMap { $0.words }.filter { $0.role == .family }.map(\.word)
  }

  private func name(
    _ code: MatchReason.Code, _ part: PairScore.Part, _ what: String, _ ones: [NameWord],
    _ others: [NameWord]
  ) -> MatchReason? {
    guard let level = part.level else { return nil }
    let verb =
      switch level {
      case .surnameMarried: "other, as after a marriage"
      case .givenSame, .surnameSame, .fatherSame: "same"
      case .givenClose, .surnameClose, .fatherClose: "differs in spelling"
      case .givenNear, .surnameNear, .fatherNear: "similar"
      case .givenWeak, .surnameWeak, .fatherWeak: "hardly similar"
      case .givenFaint, .surnameFaint, .fatherFaint: "hardly alike"
      default: "other"
      }
    guard let left = ones.first, let right = others.first else {
      return MatchReason(code, "\(what) \(verb)", centibits: part.centibits)
    }
    let words = left.folded == right.folded ? left.folded : "\(left.folded) / \(right.folded)"
    return MatchReason(code, "\(what) \(verb): \(words)", centibits: part.centibits)
  }

  private var birth: MatchReason? {
    guard
      let (level, left, right) = BirthComparison.level(one.knownBirthDates, other.knownBirthDates)
    else { return nil }
    let text =
      switch level {
      case .birthSame: "same birth date: \(left)"
      case .birthSwapped: "birth day and month swapped: \(left) / \(right)"
      case .birthShifted: "birth date shifted by a day or two: \(left) / \(right)"
      case .birthStep: "birth date a month or a year off: \(left) / \(right)"
      case .birthOnePart: "birth date differs in one part: \(left) / \(right)"
      case .birthMonth: "same birth month: \(left) / \(right)"
      case .birthYear: "same birth year, the day is not known: \(left) / \(right)"
      case .birthRounded: "same birth year, one day is a round one: \(left) / \(right)"
      case .birthNear: "birth dates within a month: \(left) / \(right)"
      case .birthOtherDay: "another day of the same birth year: \(left) / \(right)"
      case .birthYearOff: "birth years next to each other: \(left) / \(right)"
      default: "other birth date: \(left) / \(right)"
      }
    return MatchReason(.birth, text, centibits: score.birth.centibits)
  }

  private var document: MatchReason? {
    guard let (level, number) = DocumentComparison.level(one.documents, other.documents)
    else { return nil }
    let text =
      switch level {
      case .documentSame: "same document \(number)"
      case .documentTypo: "document number \(number) differs by a slip"
      default: "another document number"
      }
    return MatchReason(.document, text, centibits: score.document.centibits)
  }

  private var iin: MatchReason? {
    guard let level = score.iin.level, let left = one.iin, let right = other.iin else {
      return nil
    }
    let text = level == .iinSame ? "same IIN \(left)" : "other IIN: \(left) / \(right)"
    return MatchReason(.iin, text, centibits: score.iin.centibits)
  }

  private var country: MatchReason? {
    guard let level = score.country.level else { return nil }
    let (left, right) = (
      one.countries.joined(separator: ", "), other.countries.joined(separator: ", ")
    )
    let text = level == .countrySame ? "same country: \(left)" : "other country: \(left) / \(right)"
    return MatchReason(.country, text, centibits: score.country.centibits)
  }

  private var place: MatchReason? {
    guard let level = score.place.level, let left = one.originPlace, let right = other.originPlace
    else { return nil }
    let text =
      level == .placeSame ? "same place of origin: \(left)" : "other place: \(left) / \(right)"
    return MatchReason(.place, text, centibits: score.place.centibits)
  }

  private var sex: MatchReason? {
    guard score.sex.level == .sexUnlike else { return nil }
    return MatchReason(.sex, "other sex", centibits: score.sex.centibits)
  }
}
