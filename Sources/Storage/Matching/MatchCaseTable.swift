package import Domain

/// Pairs of numbers that may be one person, and what officers decided about them.
///
/// A pair is kept with the later number first, under the numbers that were compared. It concerns
/// everyone those numbers are known as: a pair of two persons is found under any of their numbers.
package enum MatchCaseTable {
  static let cases = Layout(
    28, "match_case", closes: true,
    ["person_id", "candidate_id", "score", "decision", "reasons"])
  static let verdicts = Layout(
    29, "match_verdict", closes: true, ["person_id", "candidate_id", "verdict", "reason"])

  /// Puts a pair on the list for an officer to decide; true where that was done.
  ///
  /// Nothing is done where the two are one person, where the pair stands on the list, or where an
  /// officer decided that they differ.
  @discardableResult
  package static func open(_ match: MatchCase, in transaction: Transaction) throws(Failure) -> Bool
  {
    let some = try PersonLinkTable.cluster(of: match.person, in: transaction)
    let others = try PersonLinkTable.cluster(of: match.candidate, in: transaction)
    guard some.first != others.first,
      try rows(of: openCases, between: some, and: others, in: transaction).isEmpty,
      try rows(of: openDifferences, between: some, and: others, in: transaction).isEmpty
    else { return false }
    let (row, _) = try transaction.row(in: cases)
    row.add(max(match.person, match.candidate))
    row.add(min(match.person, match.candidate))
    row.add(match.score)
    row.add(match.decision)
    row.add(match.reasons)
    try row.insert()
    return true
  }

  /// Records what was decided about two persons.
  ///
  /// Their cases leave the list, and what was decided before no longer holds. The first number of
  /// each is the one that the verdict names. Gives the verdict's identifier.
  @discardableResult
  package static func decide(
    _ verdict: MatchVerdict, between some: [Number<Person>], and others: [Number<Person>],
    reason: String, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    for id in try rows(of: openCases, between: some, and: others, in: transaction) {
      try transaction.close(cases, id: id)
    }
    for id in try rows(of: openVerdicts, between: some, and: others, in: transaction) {
      try transaction.close(verdicts, id: id)
    }
    let (row, id) = try transaction.row(in: verdicts)
    row.add(max(some[0], others[0]))
    row.add(min(some[0], others[0]))
    row.add(word: verdict)
    row.add(reason)
    try row.insert()
    return id
  }

  // MARK: Reading

  /// Why an officer decided that two persons differ; nil where nobody did, or no longer.
  package static func difference(
    between some: [Number<Person>], and others: [Number<Person>], in transaction: Transaction
  ) throws(Failure) -> String? {
    let ids = try rows(of: openDifferences, between: some, and: others, in: transaction)
    guard let id = ids.first else { return nil }
    return try transaction.first("SELECT reason FROM match_verdict WHERE id = \(id)") {
      (row: inout Row) throws(Failure) in row.text()
    }
  }

  /// The act that made a verdict known; nil where there is no such verdict.
  package static func act(ofVerdict id: Int64, in transaction: Transaction) throws(Failure)
    -> Int64?
  {
    try transaction.first("SELECT act FROM match_verdict WHERE id = \(id)") {
      (row: inout Row) throws(Failure) in row.integer()
    }
  }

  /// How many cases an act took from the list.
  package static func closed(by act: Int64, in transaction: Transaction) throws(Failure) -> Int {
    Int(try transaction.integer("SELECT count(*) FROM match_case WHERE closed_by = \(act)"))
  }

  /// The open cases in which any of a person's numbers stands, the likeliest first.
  package static func open(of numbers: [Number<Person>], in transaction: Transaction)
    throws(Failure) -> [MatchCase]
  {
    var found: [MatchCase] = []
    for number in numbers {
      found += try transaction.all(
        """
        SELECT person_id, candidate_id, score, decision, reasons FROM match_case
        WHERE person_id = \(number) AND closed_by IS NULL
        """, decode)
      found += try transaction.all(
        """
        SELECT person_id, candidate_id, score, decision, reasons FROM match_case
        WHERE candidate_id = \(number) AND closed_by IS NULL
        """, decode)
    }
    return found.sorted { ($1.score, $0.person) < ($0.score, $1.person) }
  }

  /// Which cases are asked for; nil asks for any.
  package struct Filter: Hashable, Sendable {
    /// `match` or `review`.
    package var decision: String?
    /// The stable code of the region that a family of either is bound for.
    package var region: String?
    /// In thousandths.
    package var leastScore: Int

    package init(decision: String? = nil, region: String? = nil, leastScore: Int = 0) {
      self.decision = decision
      self.region = region
      self.leastScore = leastScore
    }
  }

  /// A page of the list, the likeliest first and then the oldest.
  package static func list(
    _ filter: Filter, skipping: Int = 0, limit: Int, in transaction: Transaction
  ) throws(Failure) -> [MatchCase] {
    try transaction.all(
      """
      SELECT c.person_id, c.candidate_id, c.score, c.decision, c.reasons FROM match_case AS c
      WHERE c.closed_by IS NULL AND c.decision = coalesce(\(filter.decision), c.decision)
        AND c.score >= \(filter.leastScore)
        AND (\(filter.region) IS NULL OR EXISTS (SELECT 1 FROM membership AS m
          JOIN family_record AS r ON r.family_id = m.family_id AND r.closed_by IS NULL
          WHERE m.person_id IN (c.person_id, c.candidate_id) AND m.closed_by IS NULL
            AND r.destination_region = \(filter.region)))
      ORDER BY c.score DESC, c.id LIMIT \(limit) OFFSET \(skipping)
      """, decode)
  }

  /// How many cases a list has in all.
  package static func count(_ filter: Filter, in transaction: Transaction) throws(Failure) -> Int {
    let count = try transaction.integer(
      """
      SELECT count(*) FROM match_case AS c
      WHERE c.closed_by IS NULL AND c.decision = coalesce(\(filter.decision), c.decision)
        AND c.score >= \(filter.leastScore)
        AND (\(filter.region) IS NULL OR EXISTS (SELECT 1 FROM membership AS m
          JOIN family_record AS r ON r.family_id = m.family_id AND r.closed_by IS NULL
          WHERE m.person_id IN (c.person_id, c.candidate_id) AND m.closed_by IS NULL
            AND r.destination_region = \(filter.region)))
      """)
    return Int(count)
  }

  private static func decode(_ row: inout Row) throws(Failure) -> MatchCase {
    MatchCase(
      person: row.number(), candidate: row.number(), score: row.int(), decision: row.text(),
      reasons: row.text())
  }

  // MARK: Pairs under any of their numbers

  private static let openCases: StaticString = "match_case WHERE closed_by IS NULL"
  private static let openVerdicts: StaticString = "match_verdict WHERE closed_by IS NULL"
  private static let openDifferences: StaticString =
    "match_verdict WHERE closed_by IS NULL AND verdict = 'different'"

  private static func rows(
    of table: StaticString, between some: [Number<Person>], and others: [Number<Person>],
    in transaction: Transaction
  ) throws(Failure) -> [Int64] {
    var ids: [Int64] = []
    for one in some {
      for other in others {
        ids += try transaction.all(
          """
          SELECT id FROM \(raw: table) AND person_id = \(max(one, other))
            AND candidate_id = \(min(one, other))
          """
        ) { (row: inout Row) throws(Failure) in row.integer() }
      }
    }
    return ids
  }
}
