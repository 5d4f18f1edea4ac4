package import Domain
internal import Storage

/// Makes the keys by which doubles are found, for a register that was filled without them.
package struct IndexMatches: Sendable {
  package static let name = "match.index"
  static let permission = Permission.resolveDoubles
  /// Names in one transaction: about a second of work.
  private static let batch = 200_000

  /// Throws away what is there first.
  package var anew: Bool

  package init(anew: Bool = false) { self.anew = anew }

  package struct Outcome: Hashable, Sendable {
    /// Names whose keys were made.
    package var names = 0
    package var keys = 0
  }

  static func catchUp(_ database: Database, progress: (Int, Int) -> Void) throws(Failure) {
    var total: Int?
    var isOpen = true
    while isOpen {
      let (pending, isDone) = try database.write { (transaction) throws(Failure) in
        let pending = try MatchKeyTable.pending(in: transaction)
        let isDone = try MatchKeyTable.catchUp(most: batch, in: transaction)
        return (pending, isDone)
      }
      let all = total ?? pending
      total = all
      progress(min(all, all - pending + batch), all)
      isOpen = !isDone
    }
  }
}

extension Office {
  /// Makes missing keys, a batch in a transaction; `progress` is told of the names done and of all.
  package func run(
    _ work: IndexMatches, as user: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> IndexMatches.Outcome {
    let facts = facts
    var outcome = IndexMatches.Outcome()
    outcome.names = try database.write { (transaction) throws(Failure) in
      try Self.check(user, may: IndexMatches.permission, in: transaction)
      if work.anew { try MatchKeyTable.forget(in: transaction) }
      let pending = try MatchKeyTable.pending(in: transaction)
      try ActTable.begin(in: transaction)
      try ActTable.finish(
        ActEntry(
          at: facts.now, today: facts.today, user: user, action: IndexMatches.name,
          detail: "\(pending) names"), in: transaction)
      return pending
    }
    try IndexMatches.catchUp(database, progress: progress)
    outcome.keys = try database.read { (transaction) throws(Failure) in
      Int(try transaction.integer("SELECT count(*) FROM match_key"))
    }
    return outcome
  }
}
