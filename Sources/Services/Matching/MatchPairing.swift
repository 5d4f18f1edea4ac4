internal import Domain
internal import Storage

/// Finds pairs of families of the whole register that are worth weighing, from the census alone.
///
/// Within the people of one skeleton those of one year are held against each other, those born on
/// one day in years that a slip makes of one another, and those without a date. A pair is looked
/// at under the first skeleton that both have, so once only.
struct MatchPairing: Sendable {
  /// Two people, by their places in the census, and their rough odds.
  struct Pair: Sendable {
    let one: Int32
    let other: Int32
    let odds: Int32
  }

  private let census: MatchCensus
  /// What each skeleton in common is worth, group by group.
  private let worth: [Int32]
  /// Two persons alone must have so much in common, in centibits.
  private let least: Int32
  /// In sum, the persons of two families must have as much; each of them at least this.
  private static let leastOfMember: Int32 = 1000
  /// What the others of a family add less: they share its name.
  private static let shared: Int32 = 800
  /// What a name that only one of both has takes away.
  private static let miss: Int32 = 250
  /// People without a birth date who are held against everyone of their skeleton.
  private static let mostUndated = 200

  init(_ census: MatchCensus, _ odds: RoughOdds) {
    self.census = census
    worth = census.groups.map { Int32(odds.name($0.skeleton)) }
    // The odds against any two of the register, less what the rough guess may err by.
    least = Int32(Bits.ratio(Int64(max(1000, census.persons.count)), 1)) - 200
  }

  /// What is worth weighing: each later family with the earlier ones, and pairs within a family.
  struct Outcome: Sendable {
    var families: [(family: Int64, others: [Int64])] = []
    var within: [(family: Int64, one: Int64, other: Int64)] = []
    /// Pairs of persons that had enough in common.
    var pairs = 0
  }

  /// Runs on all processors; `progress` is told of the keys done and of all.
  func outcome(progress: (Int, Int) -> Void) throws(Failure) -> Outcome {
    let next = Lock(0)
    let done = Lock(0)
    let found = Lock<[Pair]>([])
    // The largest first, so that no thread is left with one at the end.
    let groups = census.groups.indices.sorted {
      census.groups[$0].entries.count > census.groups[$1].entries.count
    }
    let total = census.entries.count
    try Workers.run(meanwhile: { progress(done.with { $0 }, total) }) { (_) throws(Failure) in
      var pairs: [Pair] = []
      while true {
        let place = next.with { place in
          defer { place += 1 }
          return place
        }
        guard place < groups.count else { break }
        pair(groups[place], into: &pairs)
        let count = census.groups[groups[place]].entries.count
        done.with { $0 += count }
      }
      found.with { $0 += pairs }
    }
    return byFamily(found.with { $0 })
  }

  // MARK: Pairs of people

  private func pair(_ number: Int, into pairs: inout [Pair]) {
    let group = census.groups[number].entries
    let entries = census.entries
    let end = group.upperBound
    let number = Int32(number)
    var undated = 0
    for place in group.lowerBound..<end {
      let entry = entries[place]
      let birth = BirthCode(code: entry.birth)
      if birth.isUnknown {
        undated += 1
        guard undated <= Self.mostUndated else { continue }
        for other in place + 1..<end { take(entry, entries[other], under: number, into: &pairs) }
        continue
      }
      let year = entry.birth >> 9
      // The last days of December meet the first of January.
      let last = birth.month == 12 && birth.day >= 30 ? year << 9 | 1023 : year << 9 | 511
      var other = place + 1
      while other < end, entries[other].birth <= last {
        if entries[other].birth >> 9 == year || entries[other].birth & 511 <= 34 {
          take(entry, entries[other], under: number, into: &pairs)
        }
        other += 1
      }
      guard birth.isFull else { continue }
      for years: UInt32 in [1, 2, 10] {
        let code = entry.birth + years << 9
        var slip = Self.first(code, in: entries, from: other, to: end)
        while slip < end, entries[slip].birth == code {
          take(entry, entries[slip], under: number, into: &pairs)
          slip += 1
        }
      }
    }
  }

  private static func first(
    _ code: UInt32, in entries: [MatchCensus.Entry], from: Int, to: Int
  ) -> Int {
    var (low, high) = (from, to)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].birth < code { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  private func take(
    _ one: MatchCensus.Entry, _ other: MatchCensus.Entry, under group: Int32,
    into pairs: inout [Pair]
  ) {
    // Of two sexes, or the same person with another date.
    guard (one.coded ^ other.coded) & 1 == 0, one.coded != other.coded else { return }
    let (person, another) = (one.person, other.person)
    var first: Int32 = -1
    var common = 0
    var odds: Int32 = 0
    var parts: Int32 = 0
    let counts = census.compare(person, another) { group, shared in
      if first < 0 { first = group }
      common += 1
      parts |= shared
      odds += shared == 0 ? worth[Int(group)] - Int32(RoughOdds.crossing) : worth[Int(group)]
    }
    guard first == group else { return }
    if parts & 1 == 0 { odds -= Int32(RoughOdds.otherGiven) }
    odds -= Self.miss * Int32(max(0, min(3, counts.0, counts.1) - common))
    odds += Int32(RoughOdds.birth(BirthCode(code: one.birth), BirthCode(code: other.birth)))
    guard odds >= Self.leastOfMember, !census.differ(person, another) else { return }
    pairs.append(Pair(one: person, other: another, odds: odds))
  }

  // MARK: Pairs of families

  private func byFamily(_ pairs: [Pair]) -> Outcome {
    struct Joined {
      let later: Int64
      let earlier: Int64
      let odds: Int32
    }
    var outcome = Outcome()
    outcome.pairs = pairs.count
    var joined: [Joined] = []
    joined.reserveCapacity(pairs.count)
    for pair in pairs {
      let (one, other) = (census.families[Int(pair.one)], census.families[Int(pair.other)])
      if one == other {
        guard pair.odds >= least else { continue }
        let people = [pair.one, pair.other].map { census.persons[Int($0)] }
        outcome.within.append((one, max(people[0], people[1]), min(people[0], people[1])))
      } else {
        joined.append(Joined(later: max(one, other), earlier: min(one, other), odds: pair.odds))
      }
    }
    joined.sort { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
    var place = 0
    while place < joined.count {
      let (later, earlier) = (joined[place].later, joined[place].earlier)
      var sum: Int32 = 0
      var best: Int32 = 0
      while place < joined.count, joined[place].later == later, joined[place].earlier == earlier {
        sum += max(0, joined[place].odds - Self.shared)
        best = max(best, joined[place].odds)
        place += 1
      }
      guard sum - max(0, best - Self.shared) + best >= least else { continue }
      if outcome.families.last?.family == later {
        outcome.families[outcome.families.count - 1].others.append(earlier)
      } else {
        outcome.families.append((later, [earlier]))
      }
    }
    return outcome
  }
}
