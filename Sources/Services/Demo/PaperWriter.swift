internal import Domain

/// Writes a person's names as another office would, and slips as people do.
///
/// A paper suffers at most one slip of the pen beside its change of hand, order and date; one
/// that lost its birth date keeps the father's name and has no slip, so that who it is can
/// still be told by somebody who knows the family.
struct PaperWriter {
  let odds: ReapplicationOdds
  /// Drawn once for a family, as one clerk writes all of its papers.
  private let romanisation: Romanisation
  /// Between the parts of a native name: papers use several code points for one dot.
  let dot: String
  /// The root of the surname in place of the father's name, where China has no surnames.
  let prefersRoot: Bool

  private static let withoutSurname: [PaperChange] = [
    .pinyin, .arabicNative, .arabicColumns, .mongolianCyrillic,
  ]
  private static let dots = ["·", "•", "・", "‧", "．", "-", " ", ""]

  init(_ odds: ReapplicationOdds, _ random: inout SeededRandom) {
    self.odds = odds
    romanisation = Romanisation(&random)
    dot = Self.dots[random.below(Self.dots.count)]
    prefersRoot = random.chance(400)
  }

  /// The hand as this country writes it: those who have no alphabet of their own to offer write
  /// one of the many romanisations.
  static func hand(_ hand: PaperChange, of country: String, _ random: inout SeededRandom)
    -> PaperChange
  {
    guard hand == .neighbourLatin else { return hand }
    switch country {
    case "UZB", "TKM", "TUR": return hand
    case "MNG": return random.chance(500) ? .mongolianCyrillic : hand
    default: return .otherLatin
    }
  }

  /// Fills the names of the row, and notes what was done to them.
  func write(
    _ person: inout PaperPerson, in drawn: PaperChange, _ random: inout SeededRandom
  ) {
    guard let given = person.given, drawn != .asWritten else {
      person.changes.append(.asWritten)
      return
    }
    var hand = Self.hand(drawn, of: person.country, &random)
    // Papers without surnames cannot tell a man from a namesake with his father's name.
    if person.showsSurname, Self.withoutSurname.contains(hand) { hand = .kazakhCyrillic }
    person.changes.append(hand)
    let isCareful = person.isCareful || person.birth?.month == nil
    var words = PaperWords(
      given: given, father: person.father, surname: person.surname, isFemale: person.isFemale)
    words.isUnusual = random.chance(odds.unusualSpelling)
    words.isNaive = random.chance(250)
    leaveOut(&words, &person, isCareful, &random)
    if !Self.withoutSurname.contains(hand) { vary(&words, &person, &random) }
    var columns = self.columns(words, person, hand, &random)
    if columns.main.given.isEmpty, random.chance(odds.latinInColumns), columns.moveLatin() {
      person.changes.append(.latinInColumns)
    } else if random.chance(odds.capitals), columns.capitalise() {
      person.changes.append(.capitals)
    }
    if hand != .arabicNative, hand != .mongolianCyrillic, random.chance(odds.swappedOrder) {
      columns.swapOrder(&random)
      person.changes.append(.swappedOrder)
    }
    if !isCareful, columns.main.given.isEmpty, columns.native.isEmpty,
      random.chance(odds.cutByZone),
      columns.runIntoZone(father: person.father.map { romanisation.write($0.kazakh) } ?? "")
    {
      person.changes.append(.cutByZone)
    } else if !isCareful, random.chance(odds.typingError), TypingError.strike(&columns, &random) {
      person.changes.append(.typingError)
    }
    columns.fill(&person.row)
  }

  /// The father's name, or the surname, is not on every paper.
  private func leaveOut(
    _ words: inout PaperWords, _ person: inout PaperPerson, _ isCareful: Bool,
    _ random: inout SeededRandom
  ) {
    guard words.surname != nil, words.father != nil else { return }
    if !person.showsFather, !isCareful, random.chance(odds.noPatronymic) {
      words.father = nil
      person.changes.append(.noPatronymic)
    } else if !person.showsSurname, random.chance(odds.fatherForSurname) {
      words.surname = nil
      person.changes.append(.fatherForSurname)
    }
  }

  /// Other forms of one surname and one patronymic.
  private func vary(
    _ words: inout PaperWords, _ person: inout PaperPerson, _ random: inout SeededRandom
  ) {
    words.isParted = odds.otherSurnameForm > 0 && random.chance(100)
    guard words.surname != nil, !person.showsSurname, random.chance(odds.otherSurnameForm) else {
      return
    }
    words.isMasculine = words.isFemale && random.chance(500)
    words.isBare = !words.isMasculine
    person.changes.append(words.isBare ? .bareSurname : .masculineSurname)
  }

  private func columns(
    _ words: PaperWords, _ person: PaperPerson, _ hand: PaperChange,
    _ random: inout SeededRandom
  ) -> PaperColumns {
    var columns = PaperColumns()
    switch hand {
    case .kazakhCyrillic, .russianCyrillic:
      columns.main = words.cyrillic(isKazakh: hand == .kazakhCyrillic)
      if random.chance(odds.latinBeside) { columns.latin = latinBeside(words, person, &random) }
    case .latinOnly:
      columns.latin = latinBeside(words, person, &random)
    case .otherLatin:
      columns.latin = words.latin { romanisation.write($0) }
    case .latin2018:
      columns.main = words.latinColumns(son: "uly", daughter: "qyzy") {
        LetterTable.latin2018.write($0)
      }
    case .latin2021:
      columns.main = words.latinColumns(son: "ūly", daughter: "qyzy") {
        LetterTable.latin2021.write($0)
      }
    case .neighbourLatin: neighbour(words, person.country, &columns, &random)
    case .mongolianCyrillic: mongolian(words, &columns)
    case .pinyin: columns.latin = pinyin(words, person, &random)
    default: arabic(words, person, inColumns: hand == .arabicColumns, &columns, &random)
    }
    if person.showsFather, words.surname != nil, columns.main.given.isEmpty,
      columns.native.isEmpty, hand != .pinyin
    {
      // A passport has no patronymic; the form beside it tells the namesakes apart.
      columns.main = words.cyrillic(isKazakh: random.chance(500))
    }
    return columns
  }

  /// Latin as in the intake where it stands there, else passport Latin.
  private func latinBeside(
    _ words: PaperWords, _ person: PaperPerson, _ random: inout SeededRandom
  ) -> (family: String, given: String) {
    let known = (family: person.row[.familyNameLatin], given: person.row[.givenNameLatin])
    let isFree = odds.swappedOrder > 0
    if words.surname != nil, !known.given.isEmpty, !words.isUnusual, !words.isBare,
      !words.isMasculine,
      !person.changes.contains(.marriedName)
    {
      return known
    }
    if !isFree, !known.given.isEmpty { return known }
    return words.latin { LetterTable.icao.write($0).uppercased() }
  }
}
