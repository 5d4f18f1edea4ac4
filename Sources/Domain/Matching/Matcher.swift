/// Decides whether people who apply are people of the register.
///
/// The evidence of each respect is a logarithm of how much likelier it is between two records of
/// one person than between records of two (Fellegi and Sunter 1969). It is weighed against four
/// rivals that share part of it: a stranger, a brother or sister, a twin, and a namesake born on
/// the same day. See Docs/explanation/matching.md.
package struct Matcher: Sendable {
  package let weights: MatchWeights
  package let frequencies: NameFrequencies
  let priors: MatchPriors

  package init(weights: MatchWeights, frequencies: NameFrequencies) {
    self.weights = weights
    self.frequencies = frequencies
    priors = MatchPriors(weights.settings, persons: frequencies.persons)
  }

  /// The evidence of a pair, without its families.
  package func pair(_ applying: MatchPerson, _ candidate: MatchPerson) -> PairScore {
    pair(applying, candidate, readsHopeless: true)
  }

  /// The same; unless `readsHopeless`, names are not compared where birth dates or sex have
  /// settled it.
  func pair(
    _ applying: MatchPerson, _ candidate: MatchPerson, readsHopeless: Bool
  ) -> PairScore {
    var score = PairScore()
    if let birth = BirthComparison.level(applying.knownBirthDates, candidate.knownBirthDates) {
      score.birth = part(birth.level)
    }
    score.sex = part(applying.sex == candidate.sex ? .sexSame : .sexUnlike)
    if !applying.documents.isEmpty,
      let papers = DocumentComparison.level(applying.documents, candidate.documents)
    {
      score.document = part(papers.level)
    }
    if let one = applying.iin, let other = candidate.iin {
      score.iin = part(one == other ? .iinSame : .iinUnlike)
    }
    if let level = Self.country(applying, candidate) { score.country = part(level) }
    if let one = applying.place, let other = candidate.place {
      score.place = part(one == other ? .placeSame : .placeUnlike)
    }
    let isPlausible =
      score.birth.level != .birthUnlike || score.isProved
      || score.document.level == .documentTypo
    // A slip of the sex is believed where the day of birth agrees.
    let isOther = score.sex.level == .sexUnlike && score.birth.level != .birthSame
    if !readsHopeless, !isPlausible || isOther && !score.isProved { return score }
    compareNames(applying, candidate, isPlausible: isPlausible, into: &score)
    return score
  }

  func part(_ level: MatchLevel) -> PairScore.Part {
    PairScore.Part(level, weights.bits(level))
  }

  private static func country(_ one: MatchPerson, _ other: MatchPerson) -> MatchLevel? {
    guard !one.countries.isEmpty, !other.countries.isEmpty else { return nil }
    return one.countries.contains { other.countries.contains($0) } ? .countrySame : .countryUnlike
  }

  // MARK: Odds

  /// The logarithm of the odds that a pair is one person, where nothing is known of the others.
  package func alone(_ score: PairScore) -> Int {
    let stranger = score.total + priors.stranger
    let relative =
      score.own + priors.relative + min(0, score.father.centibits)
      + min(0, score.surname.centibits)
    let namesake = score.beyondName + priors.namesake
    let twin = givenAmongTwins(score) + score.sex.centibits + score.papers + priors.twin
    let odds = Self.against([stranger, relative, namesake, twin])
    // Names alone prove nobody.
    return score.birth.level == nil && !score.isProved ? min(0, odds) : odds
  }

  /// The same, where the others of the two families are taken to be the same people.
  func inFamily(_ score: PairScore, members: Int) -> Int {
    let lineage = min(0, score.father.centibits) + min(0, score.surname.centibits)
    // A family seldom gives a name twice.
    let name = score.given.centibits > 0 ? priors.familyName : 0
    let newMember =
      score.own + name + lineage + priors.newMember - Bits.ratio(Int64(members), 1)
    let twin = givenAmongTwins(score) + score.sex.centibits + score.papers + priors.newTwin
    return Self.against([newMember, twin])
  }

  /// What the given name tells between twins, whose parents like names that sound alike.
  private func givenAmongTwins(_ score: PairScore) -> Int {
    guard let level = score.given.level else { return 0 }
    let similar = weights.settings.twinSimilar
    let share =
      switch level {
      case .givenWeak, .givenFaint: similar
      case .givenNear, .givenClose: similar / 4
      default: 0 as Int64
      }
    if share == 0 { return score.given.centibits }
    return min(score.given.centibits, Bits.ratio(weights.row(level).same, share))
  }

  /// What no likeness outweighs: another given name, or another father where the others of the
  /// family do not speak loudly for the pair; papers do.
  func bounded(_ odds: Int, _ score: PairScore, support: Int) -> Int {
    if score.isProved { return odds }
    let isVetoed =
      score.given.level == .givenUnlike || score.sex.level == .sexUnlike
      || score.father.level == .fatherUnlike && support < priors.loudFamily
    return isVetoed ? min(0, odds) : odds
  }

  /// The odds against all rivals at once: their chances add up.
  private static func against(_ rivals: [Int]) -> Int {
    var doubt = Int.min / 4
    for rival in rivals { doubt = Bits.sum(doubt, -rival) }
    return -doubt
  }
}

/// The priors of the settings as logarithms of odds.
struct MatchPriors: Sendable {
  let stranger: Int
  let relative: Int
  let namesake: Int
  let twin: Int
  let newMember: Int
  let newTwin: Int
  let familyName: Int
  /// Support from which another father's name may be a slip.
  let loudFamily = 600
  /// How many persons the register has, as a logarithm.
  let register: Int

  init(_ settings: MatchSettings, persons: Int64) {
    let size = max(settings.leastRegister, persons)
    register = Bits.ratio(size, 1)
    stranger =
      Bits.ratio(settings.registered, max(1, 1_000_000 - settings.registered)) - register
    relative = Bits.ratio(settings.registered, settings.relative)
    namesake = Bits.ratio(settings.registered, settings.namesake)
    twin = Bits.ratio(settings.registered, settings.twin)
    newMember = Bits.ratio(settings.familyMember, settings.familyNew)
    familyName = Bits.ratio(1_000_000, settings.familyName)
    newTwin = Bits.ratio(settings.familyMember, settings.familyTwin)
  }
}
