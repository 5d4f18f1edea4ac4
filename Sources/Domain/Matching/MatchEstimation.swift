/// Estimates weights anew, from pairs whose truth is known or, without a truth, by
/// expectation and maximisation over patterns of levels.
///
/// The arithmetic is on whole numbers, so the same pairs give the same weights everywhere. A
/// command runs it and writes a file of weights; nothing is learned while persons are compared.
package struct MatchEstimation: Sendable {
  /// The levels that a pair of records reached, one at most for each respect.
  package struct Pattern: Hashable, Sendable {
    package let levels: [MatchLevel]

    package init(_ score: PairScore) { levels = score.parts.compactMap(\.level) }

    package init(levels: [MatchLevel]) { self.levels = levels }
  }

  /// What was estimated.
  package struct Outcome: Hashable, Sendable {
    package let rows: [MatchWeights.Row]
    /// The share of pairs that are one person, in parts per million.
    package let share: Int64
    /// How many rounds it took until nothing moved by more than ``stillness``.
    package let rounds: Int
  }

  /// Rounds end when no share moves by more than so many parts per million.
  package static let stillness: Int64 = 20
  package static let mostRounds = 200

  private let citation: Citation
  private let checked: LocalDate

  /// The source and day that the rows are to carry.
  package init(citation: Citation, checked: LocalDate) {
    self.citation = citation
    self.checked = checked
  }

  /// The rows that known pairs show; a level never met keeps its row of `start`.
  package func known(
    same: [Pattern: Int64], other: [Pattern: Int64], start: MatchWeights
  ) -> [MatchWeights.Row] {
    var (ones, others) = (Tally(), Tally())
    for (pattern, count) in same { ones.add(pattern, count) }
    for (pattern, count) in other { others.add(pattern, count) }
    return rows(ones, others, start: start, movesOther: true)
  }

  /// The rows under which the patterns are likeliest, from `start` on.
  ///
  /// `share` is the first guess of the share of pairs that are one person, in parts per million.
  /// Where `movesOther` is false, the shares among pairs of two people stay as they are: pairs
  /// drawn at random show those better than pairs that were found by a likeness.
  package func estimate(
    _ patterns: [Pattern: Int64], start: MatchWeights, share: Int64, movesOther: Bool
  ) throws(Failure) -> Outcome {
    var weights = start
    var share = min(999_999, max(1, share))
    // The order of a dictionary is not the same twice.
    let ordered = patterns.sorted { one, other in
      one.key.levels.map(\.index).lexicographicallyPrecedes(other.key.levels.map(\.index))
    }
    var rounds = 0
    while rounds < Self.mostRounds {
      rounds += 1
      var (ones, others) = (Tally(), Tally())
      let prior = Bits.ratio(share, 1_000_000 - share)
      for (pattern, count) in ordered {
        let bits = pattern.levels.reduce(prior) { $0 + weights.bits($1) }
        let probability = Int64(Bits.probability(bits))
        ones.add(pattern, count * probability / 1000)
        others.add(pattern, count * (1_000_000 - probability) / 1000)
      }
      let rows = rows(ones, others, start: weights, movesOther: movesOther)
      let next = try MatchWeights(rows: rows, settings: start.settings)
      let total = max(1, ones.pairs + others.pairs)
      let nextShare = min(999_999, max(1, ones.pairs * 1_000_000 / total))
      let moved =
        zip(weights.rows, next.rows)
        .map { max(abs($0.same - $1.same), abs($0.other - $1.other)) }.max() ?? 0
      let isStill = moved <= Self.stillness && abs(nextShare - share) <= Self.stillness
      weights = next
      share = nextShare
      if isStill { break }
    }
    return Outcome(rows: weights.rows, share: share, rounds: rounds)
  }

  /// How often each level was met.
  private struct Tally {
    var pairs: Int64 = 0
    var levels = Array(repeating: Int64(0), count: MatchLevel.allCases.count)
    var comparisons: [Substring: Int64] = [:]

    mutating func add(_ pattern: Pattern, _ count: Int64) {
      pairs += count
      for level in pattern.levels {
        levels[level.index] += count
        comparisons[level.comparison, default: 0] += count
      }
    }

    /// In parts per million of the pairs that can be compared; nil where none could be.
    ///
    /// A level never met counts as half a pair.
    func share(_ level: MatchLevel) -> Int64? {
      guard let whole = comparisons[level.comparison], whole > 0 else { return nil }
      let part = max(1, levels[level.index] * 2)
      return min(1_000_000, max(1, part * 1_000_000 / (whole * 2)))
    }
  }

  /// A row for each level, in the order of `start`.
  private func rows(
    _ ones: Tally, _ others: Tally, start: MatchWeights, movesOther: Bool
  ) -> [MatchWeights.Row] {
    start.rows.map { row in
      guard let same = ones.share(row.level) else { return row }
      let other = movesOther ? others.share(row.level) ?? row.other : row.other
      return MatchWeights.Row(
        level: row.level, same: same, other: other, citation: citation, checked: checked)
    }
  }
}
