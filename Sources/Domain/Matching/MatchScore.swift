/// How well matching found who is who, counted against a truth that is known.
///
/// A pair is a line of the matched file and the line of the same person in the register's own
/// file. A pair counts once, whatever number of rows name it.
package struct MatchScore: Hashable, Sendable {
  /// Pairs in the truth.
  package let pairs: Int
  /// Of them: given as a match.
  package let found: Int
  /// Of them: not given as a match, but for review.
  package let reviewed: Int
  /// Pairs given as a match, right and wrong.
  package let matches: Int
  /// Of them: in the truth.
  package let right: Int
  /// Lines of the matched file.
  package let lines: Int
  /// Lines that somebody has to look at: a candidate for review, and no match.
  package let linesInReview: Int

  /// Of them: neither found nor in review.
  package var missed: Int { pairs - found - reviewed }
  /// Matches that the truth does not have: strangers, and the wrong person.
  package var wrong: Int { matches - right }

  /// The share of the truth that was found as a match.
  package var recall: Share { Share(found, of: pairs) }
  /// The share of matches that are right.
  package var precision: Share { Share(right, of: matches) }
  package var review: Share { Share(linesInReview, of: lines) }

  /// Counts answers against the truth, which gives for a line its person's line in the register.
  ///
  /// `lines` is how many lines the matched file has; where it is nil, the lines that the answers
  /// or the truth name are counted. Only lines of `among`, where given, are looked at.
  package init(
    _ answers: some Sequence<MatchAnswer>, truth: [Int: Int], lines: Int? = nil,
    among: Set<Int>? = nil
  ) {
    var matched: Set<Pair> = []
    var reviewed: Set<Pair> = []
    var matchedLines: Set<Int> = []
    var reviewedLines: Set<Int> = []
    var seen: Set<Int> = []
    for answer in answers where among?.contains(answer.line) ?? true {
      seen.insert(answer.line)
      guard let source = answer.source, answer.decision != .none else { continue }
      let pair = Pair(line: answer.line, source: source)
      if answer.decision == .match {
        matched.insert(pair)
        matchedLines.insert(answer.line)
      } else {
        reviewed.insert(pair)
        reviewedLines.insert(answer.line)
      }
    }
    let known = truth.filter { among?.contains($0.key) ?? true }
      .map { Pair(line: $0.key, source: $0.value) }
    pairs = known.count
    found = known.count { matched.contains($0) }
    self.reviewed = known.count { !matched.contains($0) && reviewed.contains($0) }
    matches = matched.count
    right = found
    self.lines = lines ?? seen.union(known.map(\.line)).count
    linesInReview = reviewedLines.subtracting(matchedLines).count
  }

  private struct Pair: Hashable {
    var line: Int
    var source: Int
  }
}
