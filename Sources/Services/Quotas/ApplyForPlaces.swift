package import Domain
package import Storage

/// Enters a family's application for places, or changes it.
///
/// A family that is bound for a region waits from its registration on, and keeps that turn unless
/// another day is given; one that had withdrawn takes the turn of the new day.
package struct ApplyForPlaces: UseCase {
  package static let name = "quota.apply"
  package static let permission = Permission.includeFamilies

  package var family: Number<Family>
  /// Nil keeps what it applied for; at first that is kandas.
  package var kind: QuotaKind?
  package var priority: String?
  package var reason: String?
  package var document: String?
  package var on: LocalDate?

  package init(
    family: Number<Family>, kind: QuotaKind? = nil, priority: String? = nil,
    reason: String? = nil, document: String? = nil, on: LocalDate? = nil
  ) {
    self.family = family
    self.kind = kind
    self.priority = priority
    self.reason = reason
    self.document = document
    self.on = on
  }

  package var detail: String {
    "\(family)\(priority.map { ", priority \($0)" } ?? "")\(reason.map { ": \($0)" } ?? "")"
  }

  /// Throws `place.held` for a family that waits for nothing: somebody of it holds places.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    if let on { _ = try facts.day(on) }
    let record = try FamilyTable.known(family, in: transaction)
    if let held = try FamilyParting.live(of: family, in: transaction).first {
      throw Failure(
        .placeHeld,
        "\(family) holds places of \(held.kind.rawValue) \(held.year) by \(held.number)",
        hint: "who has none yet: kosh quota include \(family) --newcomers")
    }
    let members = try MembershipTable.members(of: family, on: facts.today, in: transaction)
    guard !members.isEmpty else {
      throw Failure(.familyMember, "\(family) has no members on \(facts.today)")
    }
    if let priority {
      _ = try Reference.queuePriorities().priority(priority, on: facts.today)
      try Ground.check(reason: reason ?? "", for: "a priority")
    }
    let known = try ApplicationTable.find(family, in: transaction)
    let waits = known.map { $0.state == .waiting } ?? (record.destinationRegion != nil)
    let since = known?.appliedOn ?? record.registeredOn
    try ApplicationTable.write(
      Application(
        family: family, state: .waiting, kind: kind?.applied ?? known?.kind ?? .kandas,
        appliedOn: on ?? (waits ? since : facts.today), priority: priority, reason: reason,
        document: document), in: transaction)
    return family.raw
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> WaitingTurn
  {
    try WaitingTurn.load(family, in: transaction, given: facts)
  }
}

/// Takes a family off the waiting list, for a reason.
package struct WithdrawApplication: UseCase {
  package static let name = "quota.withdraw"
  package static let permission = Permission.includeFamilies

  package var family: Number<Family>
  package var reason: String
  package var document: String?

  package init(family: Number<Family>, reason: String, document: String? = nil) {
    self.family = family
    self.reason = reason
    self.document = document
  }

  package var detail: String { "\(family): \(reason)" }

  /// Throws `application.not-found` where the family does not wait.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a withdrawal")
    let turn = try WaitingTurn.load(family, in: transaction, given: facts)
    guard turn.waiting != nil else {
      throw Failure(
        .applicationNotFound, "\(family) does not wait for places",
        hint: "kosh family show \(family) shows what it has")
    }
    try ApplicationTable.write(
      Application(
        family: family, state: .withdrawn, kind: turn.kind,
        appliedOn: turn.waiting?.appliedOn ?? facts.today, priority: nil, reason: reason,
        document: document), in: transaction)
    return family.raw
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> WaitingTurn
  {
    try WaitingTurn.load(family, in: transaction, given: facts)
  }
}

/// A family's place in the waiting list of the region it is bound for.
package struct WaitingTurn: Hashable, Sendable {
  package let family: Number<Family>
  package let kind: QuotaKind
  /// Nil where it does not wait.
  package let waiting: WaitingFamily?
  package let application: Application?
  /// From 1, among those bound for the same region.
  package let position: Int
  /// How many wait for the region, itself among them, and how many people go before it.
  package let families: Int
  package let peopleBefore: Int

  static func load(_ family: Number<Family>, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> WaitingTurn
  {
    let record = try FamilyTable.known(family, in: transaction)
    let application = try ApplicationTable.find(family, in: transaction)
    let kind = application?.kind ?? .kandas
    let waiting = try ApplicationTable.waiting(
      for: kind, region: record.destinationRegion, on: facts.today, in: transaction
    ).filter { $0.region == record.destinationRegion }
    let ordered = try Reference.queuePriorities().inOrder(waiting, on: facts.today)
    let index = ordered.firstIndex { $0.family == family }
    return WaitingTurn(
      family: family, kind: kind, waiting: index.map { ordered[$0] }, application: application,
      position: index.map { $0 + 1 } ?? 0, families: ordered.count,
      peopleBefore: ordered.prefix(index ?? 0).reduce(0) { $0 + $1.people })
  }
}
