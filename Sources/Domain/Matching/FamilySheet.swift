/// A family that applies, held against its candidate families: all pairs with their odds.
struct FamilySheet {
  /// A person who applies and a person of the register.
  struct Pair {
    let family: MatchFamily
    let candidate: MatchPerson
    let score: PairScore
    /// The odds with the support of the others of the family.
    let centibits: Int
    /// What the others of the family add, and who they are, by their places on the form.
    let support: Int
    let supporters: [Int]
    /// The probability after all candidates and all who apply are weighed against one another.
    var permille = 0
  }

  let family: MatchFamily
  /// For each person who applies the likeliest pair.
  private(set) var best: [Pair?]
  /// The pairs worth a look, for each person who applies; the likeliest first.
  private var likely: [[Pair]]

  /// Odds below which a pair is not kept, in centibits.
  private static let least = -1000

  init(_ family: MatchFamily, _ candidates: [MatchFamily], _ matcher: Matcher) {
    self.family = family
    likely = Array(repeating: [], count: family.members.count)
    best = []
    for candidate in candidates {
      let table = FamilyTable(family, candidate, matcher)
      for person in family.members.indices {
        for pair in table.pairs(of: person) where pair.centibits >= Self.least {
          likely[person].append(pair)
        }
      }
    }
    weigh()
    best = likely.map(\.first)
  }

  func pairs(of person: Int) -> [Pair] { likely[person] }

  /// The people who apply, those with the surest match first.
  var bySurety: [Int] {
    family.members.indices.sorted { one, other in
      let (left, right) = (best[one]?.centibits ?? Int.min, best[other]?.centibits ?? Int.min)
      return left != right ? left > right : one < other
    }
  }

  /// One person is one record at most, and one record one person: what speaks for the others
  /// speaks against each.
  private mutating func weigh() {
    let claims = strongestClaims()
    for person in likely.indices {
      for place in likely[person].indices {
        let pair = likely[person][place]
        var doubt = 0
        for (other, rival) in likely[person].enumerated()
        where other != place && rival.candidate.id != pair.candidate.id {
          // A record that is surely somebody else's takes nothing away either.
          let taken = claims[rival.candidate.id]?.first { $0.person != person }?.surplus ?? 0
          doubt = Bits.sum(doubt, rival.centibits - max(0, taken))
        }
        for other in likely.indices where other != person {
          for rival in likely[other] where rival.candidate.id == pair.candidate.id {
            // A rival that has a better record of its own takes nothing away.
            let own =
              likely[other].lazy.filter { $0.candidate.id != pair.candidate.id }
              .map(\.centibits).max() ?? Int.min / 4
            doubt = Bits.sum(doubt, min(rival.centibits, rival.centibits - own))
          }
        }
        likely[person][place].permille = Bits.probability(pair.centibits - doubt) / 1000
      }
      likely[person].sort { one, other in
        if one.centibits != other.centibits { return one.centibits > other.centibits }
        return one.candidate.id < other.candidate.id
      }
    }
  }

  /// For each record who claims it, and by how much more than any other record;
  /// the strongest first.
  private func strongestClaims() -> [Int64: [(person: Int, surplus: Int)]] {
    var claims: [Int64: [(person: Int, surplus: Int)]] = [:]
    for (person, pairs) in likely.enumerated() {
      for pair in pairs {
        let others = pairs.lazy.filter { $0.candidate.id != pair.candidate.id }.map(\.centibits)
        let surplus = pair.centibits - max(0, others.max() ?? 0)
        claims[pair.candidate.id, default: []].append((person, surplus))
      }
    }
    for record in claims.keys {
      claims[record]?.sort { ($1.surplus, $0.person) < ($0.surplus, $1.person) }
    }
    return claims
  }

  /// The words for the support of the family.
  func familyReason(_ pair: Pair, of person: Int) -> MatchReason? {
    guard !pair.supporters.isEmpty else { return nil }
    let relations = pair.supporters.map { family.members[$0].relation }
    var parts: [String] = []
    if relations.contains(.head) { parts.append("the head") }
    if relations.contains(.spouse) { parts.append("the spouse") }
    let children = relations.count { $0 == .son || $0 == .daughter }
    if children > 0 { parts.append(children == 1 ? "1 child" : "\(children) children") }
    let others = relations.count - parts.count + (children > 0 ? 1 - children : 0)
    if others > 0 { parts.append(others == 1 ? "1 other" : "\(others) others") }
    let verb = pair.supporters.count == 1 ? "matches" : "match"
    let list = parts.dropLast().joined(separator: ", ")
    let names = list.isEmpty ? parts.joined() : "\(list) and \(parts.last ?? "")"
    return MatchReason(.family, "\(names) \(verb) too", centibits: pair.support)
  }
}
