package import Domain
package import Storage

/// Says that two numbers are one person.
///
/// One number survives, and the other resolves to it from then on. No row is rewritten: each keeps
/// the number it was entered under, and a reader takes all numbers of the person together. The
/// checks run in the order of the code below.
package struct MergePersons: UseCase {
  package static let name = "person.merge"
  package static let permission = Permission.resolveDoubles

  package var person: Number<Person>
  package var into: Number<Person>
  /// Which of the two survives; nil keeps the older number.
  package var keep: Number<Person>?
  package var ground: Ground
  /// Why the two are one person though their records contradict each other.
  package var despite: String?
  /// The family to which the person belongs no more, where each number is in another.
  package var leave: Number<Family>?

  package init(
    person: Number<Person>, into: Number<Person>, keep: Number<Person>? = nil, ground: Ground,
    despite: String? = nil, leave: Number<Family>? = nil
  ) {
    self.person = person
    self.into = into
    self.keep = keep
    self.ground = ground
    self.despite = despite
    self.leave = leave
  }

  package var detail: String { "\(person) and \(into): \(ground.reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let (some, others) = try pair(in: transaction)
    if let difference = try MatchCaseTable.difference(
      between: some.numbers, and: others.numbers, in: transaction)
    {
      throw Failure(
        .matchDifferent,
        "it was decided that \(some.number) and \(others.number) are different persons: "
          + difference,
        hint: "kosh match decide \(person) \(into) --same --reason TEXT decides anew")
    }
    return try merge(some, others, in: transaction, given: facts)
  }

  /// Both persons, with all their numbers; throws where they are one already.
  func pair(in transaction: Transaction) throws(Failure) -> (PersonSheet, PersonSheet) {
    let (one, other) = (
      try PersonTable.known(person, in: transaction), try PersonTable.known(into, in: transaction)
    )
    try Ground.check(reason: ground.reason, for: "a merge")
    guard one != other else {
      throw Failure(
        .personMerged,
        person == into
          ? "\(person) was named twice" : "\(person) and \(into) are one person already, \(one)")
    }
    return (
      try PersonSheet.load(
        under: PersonLinkTable.below(one, in: transaction), in: transaction),
      try PersonSheet.load(
        under: PersonLinkTable.below(other, in: transaction), in: transaction)
    )
  }

  /// Merges two persons of whom it was not decided, or no longer, that they differ.
  func merge(
    _ some: PersonSheet, _ others: PersonSheet, in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> Int64 {
    try ExpireReservations.run(on: facts.today, in: transaction)
    try checkRecords(some, others, in: transaction)
    try checkPlaces(under: some.numbers, others.numbers, in: transaction)
    try checkGrants(some, others)
    let ending = try endingMemberships(some, others, on: facts.today)
    let survivor = try surviving(some, others, in: transaction)
    let merged = survivor.number == some.number ? others : some
    let link = try PersonLinkTable.insert(
      merged.number, into: survivor.number, reason: reason, document: ground.document,
      in: transaction)
    for membership in ending {
      try end(membership, of: survivor, on: facts.today, in: transaction)
    }
    try MatchCaseTable.decide(
      .same, between: survivor.numbers, and: merged.numbers, reason: reason, in: transaction)
    return link
  }

  /// The reason, with what was said of contradictions.
  private var reason: String {
    despite.map { "\(ground.reason); despite contradictions: \($0)" } ?? ground.reason
  }

  private func surviving(
    _ some: PersonSheet, _ others: PersonSheet, in transaction: Transaction
  ) throws(Failure) -> PersonSheet {
    guard let keep else { return some.number < others.number ? some : others }
    let kept = try PersonTable.known(keep, in: transaction)
    guard let sheet = [some, others].first(where: { $0.number == kept }) else {
      throw Failure(.usage, "\(keep) is neither of the two that are merged")
    }
    return sheet
  }

  private func checkRecords(
    _ some: PersonSheet, _ others: PersonSheet, in transaction: Transaction
  ) throws(Failure) {
    let found = try PersonComparison.contradictions(some, others, in: transaction)
    guard !found.isEmpty, despite?.isEmpty ?? true else { return }
    throw Failure(
      .personDiffers, found.joined(separator: "; "),
      hint: "kosh person compare \(some.number) \(others.number) shows both; where a record is "
        + "wrong, --despite REASON says why they are one")
  }

  private func checkPlaces(
    under some: [Number<Person>], _ others: [Number<Person>], in transaction: Transaction
  ) throws(Failure) {
    // Read anew: reservations whose time ran out have ended since.
    if let one = try InclusionTable.held(under: some, in: transaction).first,
      let other = try InclusionTable.held(under: others, in: transaction).first
    {
      throw Failure(
        .placeHeld,
        "\(some[0]) holds a place of \(one.kind.rawValue) \(one.year) in \(one.region) by "
          + "\(one.number), and \(others[0]) one of \(other.kind.rawValue) \(other.year) in "
          + "\(other.region) by \(other.number)",
        hint: "a person holds one place; give one back first: \(one.releasing), or "
          + other.releasing)
    }
  }

  private func checkGrants(_ some: PersonSheet, _ others: PersonSheet) throws(Failure) {
    for other in others.grants {
      guard let one = some.grants.first(where: { $0.kind == other.kind }) else { continue }
      throw Failure(
        .allowanceGranted,
        "\(some.number) was counted for \(one.kind.rawValue) by \(one.number) on "
          + "\(one.decidedOn), and \(others.number) by \(other.number) on \(other.decidedOn)",
        hint: "one of the two is to be recovered first; kosh allowance explain \(one.number) and "
          + "kosh allowance explain \(other.number) show them")
    }
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PersonMerge
  {
    try PersonMerge.load(subject, in: transaction)
  }
}
