package import Domain
internal import Storage

/// Estimates the weights of matching anew from the pairs of a register, without knowing which of
/// them are one person (expectation and maximisation over patterns of levels).
///
/// It writes nothing but its line in the trail: the rows are for a file, which a command may use
/// in place of the weights that ship with Kosh.
package struct EstimateWeights: Sendable {
  package static let name = "match.estimate"
  static let permission = Permission.resolveDoubles
  /// The first guess of the share of pairs that are one person, in parts per million.
  private static let firstShare: Int64 = 100_000
  /// Families of the register whose candidates are looked at.
  package static let mostFamilies = 5_000

  package init() {}

  package struct Outcome: Hashable, Sendable {
    package let rows: [MatchWeights.Row]
    /// Pairs of people that were compared.
    package let pairs: Int
    /// The share of them that is one person, in parts per million.
    package let share: Int64
    package let rounds: Int
  }

  static func estimate(
    _ patterns: [MatchEstimation.Pattern: Int64], start: MatchWeights, on day: LocalDate
  ) throws(Failure) -> Outcome {
    let citation = Citation("estimated from the pairs of a register", standing: .reconstructed)
    let found = try MatchEstimation(citation: citation, checked: day).estimate(
      patterns, start: start, share: firstShare, movesOther: false)
    return Outcome(
      rows: found.rows, pairs: Int(patterns.values.reduce(0, +)), share: found.share,
      rounds: found.rounds)
  }
}

extension Office {
  /// Estimates; `progress` is told of the families done and of all.
  ///
  /// Throws `match.no-pairs` where nobody of the register has a candidate.
  package func run(
    _ work: EstimateWeights, as user: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> EstimateWeights.Outcome {
    let facts = facts
    let start = try Reference.matchWeights()
    let desk = try database.write { (transaction) throws(Failure) in
      try Self.check(user, may: EstimateWeights.permission, in: transaction)
      let desk = try MatchDesk.open(start, in: transaction)
      try ActTable.begin(in: transaction)
      try ActTable.finish(
        ActEntry(
          at: facts.now, today: facts.today, user: user, action: EstimateWeights.name),
        in: transaction)
      return desk
    }
    let patterns = try database.read { (transaction) throws(Failure) in
      let families = try MatchFamilyTable.sample(
        EstimateWeights.mostFamilies, in: transaction)
      var patterns: [MatchEstimation.Pattern: Int64] = [:]
      for (place, number) in families.enumerated() {
        progress(place, families.count)
        guard let family = try desk.load(number, in: transaction) else { continue }
        let others = try desk.candidates(for: family, besides: number, in: transaction)
        for member in family.members {
          guard let score = desk.likeliest(of: member, in: others) else { continue }
          patterns[MatchEstimation.Pattern(score), default: 0] += 1
        }
      }
      return patterns
    }
    guard !patterns.isEmpty else {
      throw Failure(.matchNoPairs, "nobody of this register comes near anybody else in it")
    }
    return try EstimateWeights.estimate(patterns, start: start, on: facts.today)
  }
}

extension MatchDesk {
  /// The evidence of the pair that has the most of it; nil where nothing speaks for any.
  fileprivate func likeliest(of person: MatchPerson, in families: [MatchFamily]) -> PairScore? {
    var best: PairScore?
    for candidate in families.lazy.flatMap(\.members) where candidate.id != person.id {
      let score = matcher.pair(person, candidate)
      if score.total > best?.total ?? 0 { best = score }
    }
    return best
  }
}
