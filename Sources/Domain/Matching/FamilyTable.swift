/// A family that applies and one family of the register: every pair, and the best pairing.
struct FamilyTable {
  private let family: MatchFamily
  private let other: MatchFamily
  private let matcher: Matcher
  private var scores: [[PairScore]] = []
  /// The odds of each pair where the families are taken to be one.
  private var joint: [[Int]] = []
  /// Whom each person who applies is given in the best pairing.
  private let pairing: [Int?]

  init(_ family: MatchFamily, _ other: MatchFamily, _ matcher: Matcher) {
    self.family = family
    self.other = other
    self.matcher = matcher
    for one in family.members {
      let row = other.members.map { matcher.pair(one, $0, readsHopeless: false) }
      scores.append(row)
      joint.append(row.map { matcher.inFamily($0, members: other.members.count) })
    }
    pairing = Assignment.best(joint)
  }

  /// A person's pairs with every member of the other family.
  func pairs(of person: Int) -> [FamilySheet.Pair] {
    other.members.indices.map { candidate in
      let score = scores[person][candidate]
      let (support, supporters) = support(of: person, candidate)
      var alone = matcher.alone(score)
      alone += otherSpouse(person, candidate)
      var odds = alone
      if !supporters.isEmpty {
        // Those whom the others are taken for are no candidates any more.
        let free = max(1, other.members.count - supporters.count)
        let inFamily =
          joint[person][candidate] + Bits.ratio(Int64(other.members.count), Int64(free))
        odds = Bits.sum(alone - max(0, support), inFamily + min(0, support))
      }
      odds = matcher.bounded(odds, score, support: support)
      if marriesKin(person, candidate), !score.isProved { odds = min(0, odds) }
      return FamilySheet.Pair(
        family: other, candidate: other.members[candidate], score: score, centibits: odds,
        support: support, supporters: supporters)
    }
  }

  /// The odds that the families are one by what the others of them say.
  ///
  /// Each pair of the best pairing counts, but the two in question; what a family shares counts
  /// once. Members without a counterpart say nothing: families come in parts.
  private func support(of person: Int, _ candidate: Int) -> (centibits: Int, supporters: [Int]) {
    var supporters: [Int] = []
    var sum = 0
    var lineage = 0
    for (one, pair) in pairing.enumerated() where one != person {
      guard let pair, pair != candidate else { continue }
      supporters.append(one)
      sum += joint[one][pair]
      lineage = max(lineage, scores[one][pair].lineage)
    }
    guard !supporters.isEmpty else { return (0, []) }
    let families = matcher.priors.register - Bits.ratio(Int64(other.members.count), 1)
    return (sum + lineage - families, supporters)
  }

  /// Whether the person's spouse is taken for someone who is the candidate's kin, and surely so.
  private func marriesKin(_ person: Int, _ candidate: Int) -> Bool {
    guard let spouse = family.spouse(of: person), let pair = pairing[spouse], pair != candidate
    else { return false }
    let isSurer =
      matcher.alone(scores[spouse][pair]) >= matcher.alone(scores[person][candidate])
    return isSurer && !other.mayBeCouple(candidate, pair)
  }

  /// What it says that both were married, and not to the same person.
  private func otherSpouse(_ person: Int, _ candidate: Int) -> Int {
    guard let spouse = family.spouse(of: person), let other = other.spouse(of: candidate)
    else { return 0 }
    return joint[spouse][other] > 0 ? 0 : matcher.weights.bits(.spouseUnlike)
  }
}
