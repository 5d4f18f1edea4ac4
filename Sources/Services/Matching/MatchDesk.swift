package import Domain
package import Storage

/// Where people who apply are held against the register: finds the families worth a look by keys,
/// numbers and papers, and has ``Matcher`` decide.
package struct MatchDesk: Sendable {
  package let matcher: Matcher
  let odds: RoughOdds
  private let hasLinks: Bool
  /// What a family must have in common with one that applies, in centibits.
  private let least: Int

  /// Families that are loaded and weighed for one family that applies.
  private static let mostFamilies = 20
  /// By how much a family may fall short of the odds against any of the register, for the rough
  /// odds do not know everything: centibits.
  private static let slack = 300
  /// People of the register that are looked at for one person who applies.
  private static let mostPeople = 150
  /// Keys that are read of one range; a name without any date has the widest.
  private static let mostKeys = 20_000

  /// Takes the counts of names as they are; the keys must be up to date.
  package init(_ weights: MatchWeights, in transaction: Transaction) throws(Failure) {
    let counts = try MatchKeyTable.counts(in: transaction)
    var frequencies = NameFrequencies()
    frequencies.add(persons: counts.persons)
    for (skeleton, count) in counts.given { frequencies.add(given: skeleton, count: count) }
    for (skeleton, count) in counts.family { frequencies.add(surname: skeleton, count: count) }
    matcher = Matcher(weights: weights, frequencies: frequencies)
    odds = RoughOdds(
      counts.given.merging(counts.family) { $0 &+ $1 }, of: counts.persons)
    least = Bits.ratio(max(1000, counts.persons), 1) - Self.slack
    hasLinks = try MatchFamilyTable.hasLinks(in: transaction)
  }

  /// Makes what keys are missing, and opens the desk; in a transaction that may write.
  ///
  /// Throws `match.not-indexed` where so many are missing that somebody would wait for them.
  static func open(_ weights: MatchWeights, in transaction: Transaction) throws(Failure)
    -> MatchDesk
  {
    let pending = try MatchKeyTable.pending(in: transaction)
    guard pending <= MatchKeyTable.mostByTheWay else { throw .notIndexed(pending) }
    try MatchKeyTable.catchUp(in: transaction)
    return try MatchDesk(weights, in: transaction)
  }

  // MARK: Candidates

  /// The families of the register with someone who may be a person of this one, without `own`.
  ///
  /// One member who is found brings the whole family, so that the others speak too.
  package func candidates(
    for family: MatchFamily, besides own: Int64? = nil, in transaction: Transaction
  ) throws(Failure) -> [MatchFamily] {
    var sums: [Int64: Int] = [:]
    for member in family.members {
      var best: [Int64: Int] = [:]
      for (person, odds) in try people(like: member, in: transaction) {
        try MatchFamilyTable.families(of: person, in: transaction) { other in
          if other != own { best[other, default: 0] = max(best[other, default: 0], odds) }
        }
      }
      for (other, odds) in best { sums[other, default: 0] += odds }
    }
    let likeliest = sums.filter { $0.value >= least }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    .prefix(Self.mostFamilies)
    var families: [MatchFamily] = []
    for (other, _) in likeliest {
      guard let found = try load(other, in: transaction) else { continue }
      families.append(own == nil ? found : found.without(family))
    }
    return families
  }

  package func load(_ family: Int64, in transaction: Transaction) throws(Failure) -> MatchFamily? {
    try MatchFamilyTable.load(family, hasLinks: hasLinks, in: transaction)
  }

  /// What a person of the register has in common with one who applies.
  private struct Hit {
    /// By the places of the names: those met in the same part of the name, and in another.
    var same: UInt32 = 0
    var crossed: UInt32 = 0
    var hasGiven = false
    var birth = Int.min

    @inline(__always)
    mutating func take(_ place: UInt32, isSame: Bool, isGiven: Bool, _ odds: Int) {
      if isSame { same |= place } else { crossed |= place }
      if isGiven { hasGiven = true }
      birth = max(birth, odds)
    }
  }

  /// People of the register by rough odds, the likeliest first.
  private func people(like person: MatchPerson, in transaction: Transaction) throws(Failure)
    -> [(Int64, Int)]
  {
    let names = MatchKey.sought(in: person.names)
    let births = MatchKey.births(person.birthDates, iin: person.iin)
    var hits: [Int64: Hit] = [:]
    hits.reserveCapacity(Self.mostPeople * 8)
    for (place, name) in names.enumerated() {
      let bit: UInt32 = 1 << UInt32(place)
      for range in MatchKey.ranges(name.skeleton, births) {
        try MatchKeyTable.scan(range, limit: Self.mostKeys, in: transaction) { key, id in
          // A slip of the sex is believed where the day of birth agrees.
          if key.sex != person.sex, key.birth.isUnknown || !births.contains(key.birth) { return }
          var odds = Int.min
          for birth in births { odds = max(odds, RoughOdds.birth(birth, key.birth)) }
          hits[id, default: Hit()].take(
            bit, isSame: key.isGiven ? name.isGiven : name.isOther, isGiven: key.isGiven, odds)
        }
      }
    }
    let worth = names.map { odds.name($0.skeleton) }
    var found: [Int64: Int] = [:]
    for (id, hit) in hits {
      var sum = hit.birth - (hit.hasGiven ? 0 : RoughOdds.otherGiven)
      for place in worth.indices {
        if hit.same >> UInt32(place) & 1 == 1 {
          sum += worth[place]
        } else if hit.crossed >> UInt32(place) & 1 == 1 {
          sum += worth[place] - RoughOdds.crossing
        }
      }
      if sum >= RoughOdds.least { found[id] = sum }
    }
    for id in try holders(of: person, in: transaction) {
      found[id, default: 0] += RoughOdds.papers
    }
    return found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostPeople)
      .map { ($0.key, $0.value) }
  }

  /// Those who bear the person's IIN, or had a paper of the same number.
  private func holders(of person: MatchPerson, in transaction: Transaction) throws(Failure)
    -> [Int64]
  {
    var holders: [Int64] = []
    if let iin = person.iin,
      let holder = try MatchFamilyTable.holder(ofIIN: iin, in: transaction)
    {
      holders.append(holder)
    }
    for document in person.documents {
      holders += try MatchFamilyTable.holders(ofDocument: document.number, in: transaction)
    }
    return holders
  }
}

extension MatchFamily {
  /// The family without those who belong to another one too, after a split or a join: a person is
  /// not a double of itself.
  func without(_ other: MatchFamily) -> MatchFamily {
    let remaining = members.filter { member in !other.members.contains { $0.id == member.id } }
    return remaining.count == members.count ? self : MatchFamily(id: id, members: remaining)
  }
}

extension Failure {
  fileprivate static func notIndexed(_ names: Int) -> Failure {
    Failure(
      .matchNotIndexed, "\(names) names of the register have no keys for matching yet",
      hint: "kosh match index makes them")
  }
}
