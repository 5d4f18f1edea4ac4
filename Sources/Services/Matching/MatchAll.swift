package import Domain
internal import Storage

/// Looks through the whole register for people who are registered twice, and lists the pairs for
/// officers to decide.
///
/// It may be broken off and begun again: a pair that stands on the list or was decided is passed
/// over.
package struct MatchAll: Sendable {
  package static let name = "match.all"
  static let permission = Permission.resolveDoubles

  /// Count what would be listed, and list nothing.
  package var dryRun: Bool
  package var weights: [UInt8]?

  package init(dryRun: Bool = false, weights: [UInt8]? = nil) {
    self.dryRun = dryRun
    self.weights = weights
  }

  package struct Outcome: Hashable, Sendable {
    package var persons = 0
    /// Pairs of persons that had enough in common to be looked at.
    package var pairs = 0
    /// Families that were weighed against others.
    package var families = 0
    /// Pairs found, by decision.
    package var match = 0
    package var review = 0
    /// Pairs that were put on the list: the others stood there or were decided.
    package var listed = 0
  }

  /// The parts of the work, for whoever shows progress.
  package enum Stage: Hashable, Sendable { case indexing, pairing, weighing, listing }
}

extension Office {
  /// Looks for doubles; `progress` is told of a stage, how much of it is done, and of all.
  package func run(
    _ work: MatchAll, as user: String, progress: (MatchAll.Stage, Int, Int) -> Void = { _, _, _ in }
  ) throws(Failure) -> MatchAll.Outcome {
    try database.read { (transaction) throws(Failure) in
      try Self.check(user, may: MatchAll.permission, in: transaction)
    }
    let weights = try Reference.matchWeights(work.weights)
    try IndexMatches.catchUp(database) { progress(.indexing, $0, $1) }
    let desk = try database.read { (transaction) throws(Failure) in
      try MatchDesk(weights, in: transaction)
    }
    var outcome = MatchAll.Outcome()
    let pairing = try pairs(with: desk, &outcome) { progress(.pairing, $0, $1) }
    let weighing = MatchWeighing(desk: desk, database: database)
    var found = try weighing.found(
      pairing.families.map { MatchWeighing.Task(family: $0.family, others: $0.others) }
    ) { progress(.weighing, $0, $1) }
    try database.read { (transaction) throws(Failure) in
      for pair in pairing.within {
        let result = try weighing.found(
          within: pair.family, pair.one, pair.other, in: transaction)
        if let result { found.append(result) }
      }
    }
    outcome.match = found.count { $0.decision == .match }
    outcome.review = found.count - outcome.match
    outcome.listed = try MatchCases.list(
      found, by: MatchAll.name, as: user, keeping: !work.dryRun, office: self
    ) { progress(.listing, $0, $1) }
    return outcome
  }

  private func pairs(
    with desk: MatchDesk, _ outcome: inout MatchAll.Outcome, progress: (Int, Int) -> Void
  ) throws(Failure) -> MatchPairing.Outcome {
    let census = try database.read { (transaction) throws(Failure) in
      try MatchCensus(in: transaction)
    }
    let pairing = try MatchPairing(census, desk.odds).outcome(progress: progress)
    outcome.persons = census.persons.count
    outcome.pairs = pairing.pairs
    outcome.families = pairing.families.count
    return pairing
  }
}
