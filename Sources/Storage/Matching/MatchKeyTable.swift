package import Domain

/// The `match_key` table: by whose name's consonants and birth date a person is found again.
///
/// Keys follow the facts by marks: the last row of `person_name` and the last act that they have
/// seen. Nobody who writes a name or a date has to think of them; ``catchUp(most:in:)`` makes those
/// that are missing, sorted, so that a load touches each page of the table a few times only. Old
/// keys stay: who once had another date is still found by it.
package enum MatchKeyTable {
  /// Names whose keys a check makes by itself; with more of them missing it asks for
  /// `kosh match index`.
  package static let mostByTheWay = 20_000

  /// Names that have no keys yet.
  package static func pending(in transaction: Transaction) throws(Failure) -> Int {
    let last = try transaction.integer("SELECT max(id) FROM person_name")
    guard try mark("version", in: transaction) == MatchKey.version else { return Int(last) }
    return Int(last - (try mark("name", in: transaction)))
  }

  /// Makes the keys of up to `most` names; true when none is missing any more.
  @discardableResult
  package static func catchUp(most: Int = 200_000, in transaction: Transaction) throws(Failure)
    -> Bool
  {
    if try mark("version", in: transaction) != MatchKey.version { try forget(in: transaction) }
    var harvest = MatchKeyHarvest()
    let seen = try mark("act", in: transaction)
    let lastAct = try transaction.integer("SELECT max(id) FROM act")
    if lastAct > seen {
      if seen > 0 { try harvest.takeCorrected(after: seen, in: transaction) }
      try setMark("act", lastAct, in: transaction)
    }
    let from = try mark("name", in: transaction)
    let last = try transaction.integer("SELECT max(id) FROM person_name")
    let through = min(last, from + Int64(most))
    if through > from {
      try harvest.take(namesAfter: from, through: through, in: transaction)
      try setMark("name", through, in: transaction)
    }
    try harvest.save(in: transaction)
    return through == last
  }

  /// Throws away every key and count; they are made anew by ``catchUp(most:in:)``.
  package static func forget(in transaction: Transaction) throws(Failure) {
    try transaction.run("DELETE FROM match_key")
    try transaction.run("DELETE FROM match_count")
    try transaction.run("DELETE FROM match_mark")
    try setMark("version", MatchKey.version, in: transaction)
  }

  private static func mark(_ source: String, in transaction: Transaction) throws(Failure) -> Int64 {
    try transaction.integer("SELECT last FROM match_mark WHERE source = \(source)")
  }

  private static func setMark(_ source: String, _ last: Int64, in transaction: Transaction)
    throws(Failure)
  {
    try transaction.run(
      """
      INSERT INTO match_mark (source, last) VALUES (\(source), \(last))
      ON CONFLICT (source) DO UPDATE SET last = excluded.last
      """)
  }

  // MARK: Reading

  /// The keys of a range and whose they are, in order; at most `limit` of them.
  package static func scan(
    _ range: ClosedRange<Int64>, limit: Int, in transaction: Transaction,
    _ body: (MatchKey, Int64) -> Void
  ) throws(Failure) {
    let statement = try transaction.connection.statement(
      "SELECT key, person_id FROM match_key WHERE key BETWEEN $1 AND $2 ORDER BY key LIMIT $3")
    statement.bind(range.lowerBound, 1)
    statement.bind(range.upperBound, 2)
    statement.bind(Int64(limit), 3)
    defer { statement.reset() }
    while try statement.step() { body(MatchKey(raw: statement.integer(0)), statement.integer(1)) }
  }

  /// Every key of the register with its person, in order.
  package static func scanAll(
    in transaction: Transaction, _ body: (MatchKey, Int64) -> Void
  ) throws(Failure) {
    try scan(0...Int64.max, limit: .max, in: transaction, body)
  }

  /// How many persons were counted, and how many bear each name.
  package static func counts(in transaction: Transaction) throws(Failure) -> MatchCounts {
    var counts = MatchCounts()
    let rows = try transaction.all("SELECT role, skeleton, people FROM match_count") {
      (row: inout Row) in (row.text(), row.integer(), row.integer())
    }
    for (role, code, people) in rows {
      let skeleton = Skeleton(code: UInt32(truncatingIfNeeded: code))
      switch role {
      case "given": counts.given[skeleton] = Int32(clamping: people)
      case "family": counts.family[skeleton] = Int32(clamping: people)
      default: counts.persons = people
      }
    }
    return counts
  }
}

/// How common names are in the register, by their consonants.
package struct MatchCounts: Sendable {
  package var persons: Int64 = 0
  package var given: [Skeleton: Int32] = [:]
  package var family: [Skeleton: Int32] = [:]

  package init() {}
}
