package import Domain
package import Storage

/// Decides whether two numbers are one person: the same are merged in the same act.
///
/// A pair may be decided that never stood on the list, and decided anew; what was decided before
/// then no longer holds.
package struct DecideMatch: UseCase {
  package static let name = "match.decide"
  package static let permission = Permission.resolveDoubles

  package var person: Number<Person>
  package var candidate: Number<Person>
  package var verdict: MatchVerdict
  package var ground: Ground
  /// For a merge: why, though the records contradict each other.
  package var despite: String?
  /// For a merge: the family to which the person belongs no more.
  package var leave: Number<Family>?

  package init(
    person: Number<Person>, candidate: Number<Person>, verdict: MatchVerdict, ground: Ground,
    despite: String? = nil, leave: Number<Family>? = nil
  ) {
    self.person = person
    self.candidate = candidate
    self.verdict = verdict
    self.ground = ground
    self.despite = despite
    self.leave = leave
  }

  package var detail: String {
    "\(person) and \(candidate) are \(verdict.rawValue): \(ground.reason)"
  }

  package struct Outcome: Hashable, Sendable {
    package let verdict: MatchVerdict
    /// Cases that left the list.
    package let casesClosed: Int
    /// What became of the two, where they are one.
    package let merge: PersonMerge?
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let merging = MergePersons(
      person: person, into: candidate, ground: ground, despite: despite, leave: leave)
    switch verdict {
    case .same:
      let (some, others) = try merging.pair(in: transaction)
      return try merging.merge(some, others, in: transaction, given: facts)
    case .different:
      return try keepApart(in: transaction)
    }
  }

  private func keepApart(in transaction: Transaction) throws(Failure) -> Int64 {
    let one = try PersonTable.known(person, in: transaction)
    let other = try PersonTable.known(candidate, in: transaction)
    try Ground.check(reason: ground.reason, for: "a decision")
    guard one != other else {
      throw Failure(
        .personMerged, "\(person) and \(candidate) are one person now, \(one)",
        hint: "kosh person unmerge takes the merge apart")
    }
    return try MatchCaseTable.decide(
      .different, between: PersonLinkTable.below(one, in: transaction),
      and: PersonLinkTable.below(other, in: transaction), reason: ground.reason, in: transaction)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> Outcome
  {
    switch verdict {
    case .same:
      let merge = try PersonMerge.load(subject, in: transaction)
      return Outcome(verdict: verdict, casesClosed: merge.casesClosed, merge: merge)
    case .different:
      let act = try MatchCaseTable.act(ofVerdict: subject, in: transaction) ?? 0
      return Outcome(
        verdict: verdict, casesClosed: try MatchCaseTable.closed(by: act, in: transaction),
        merge: nil)
    }
  }
}
