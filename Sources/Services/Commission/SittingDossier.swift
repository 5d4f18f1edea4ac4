package import Domain
package import Storage

/// A sitting with everything that an official may ask about it.
package struct SittingDossier: Hashable, Sendable {
  package let head: SittingHead
  /// In office on the day of the sitting.
  package let members: [Seat]
  package let rule: CommissionRule?
  package let items: [Item]

  package struct Seat: Hashable, Sendable {
    package let member: CommissionMember
    package let isPresent: Bool
  }

  package struct Item: Hashable, Sendable {
    package let item: SittingItem
    /// The family's people on the day of the sitting.
    package let people: Int
    /// How the members voted, by their numbers; empty where they have not.
    package let votes: [Int64: Vote]
    /// What the votes come to by the rule; nil before everyone present has voted.
    package let outcome: VoteOutcome?
    /// Nil before the protocol.
    package let decision: SittingDecision?
    /// What it is about or made, as that stands now; nil before the protocol, and where there is
    /// none.
    package let inclusion: InclusionRecord?

    package func count(_ vote: Vote) -> Int { votes.values.count { $0 == vote } }
  }

  package var voters: [Seat] { members.filter(\.member.role.hasVote) }

  package var present: [Seat] { voters.filter(\.isPresent) }

  /// The chair or, in the chair's absence, the deputy longest in office; nil where neither is present.
  package var presiding: CommissionMember? {
    let present = present.map(\.member)
    return present.first { $0.role == .chair } ?? present.first { $0.role == .deputy }
  }

  /// How many must be present; nil where no rule is known for the day.
  package var quorum: Int? { rule?.quorum(of: voters.count) }

  package var isQuorate: Bool {
    presiding != nil && quorum.map { present.count >= $0 } ?? false
  }

  /// Throws `sitting.not-found`.
  static func load(_ number: Number<Sitting>, in transaction: Transaction) throws(Failure)
    -> SittingDossier
  {
    let head = try SittingTable.known(number, in: transaction)
    let present = try SittingTable.present(at: number, in: transaction)
    let office = try CommissionTable.inOffice(
      head.region, on: head.heldOn, knowledge: head.knowledge, in: transaction)
    let seats = office.map { Seat(member: $0, isPresent: present.contains($0.id)) }
    let rule = try Reference.commissionRules().all.first { $0.during.contains(head.heldOn) }
    let bare = SittingDossier(head: head, members: seats, rule: rule, items: [])
    let voting = Set(bare.present.map(\.member.id))
    let votes = try SittingTable.votes(of: number, in: transaction)
    let decisions = try SittingTable.decisions(of: number, in: transaction)
    var items: [Item] = []
    for item in try SittingTable.agenda(of: number, in: transaction) {
      let cast = votes[item.id] ?? [:]
      let isComplete = !cast.isEmpty && Set(cast.keys) == voting
      let count = VoteCount(
        for: cast.values.count { $0 == .for }, against: cast.values.count { $0 == .against },
        abstained: cast.values.count { $0 == .abstained },
        chair: bare.presiding.flatMap { cast[$0.id] })
      let decision = decisions[item.id]
      var inclusion: InclusionRecord?
      if let decision, let number = decision.inclusion ?? item.inclusion {
        inclusion = try InclusionTable.find(number, in: transaction)
      }
      items.append(
        Item(
          item: item,
          people: try MembershipTable.members(
            of: item.family, on: head.heldOn, knowledge: head.knowledge, in: transaction
          ).count,
          votes: cast, outcome: isComplete ? rule?.decide(count) : nil, decision: decision,
          inclusion: inclusion))
    }
    return SittingDossier(head: head, members: seats, rule: rule, items: items)
  }
}

extension SittingTable {
  /// Throws `sitting.not-found`.
  static func known(_ number: Number<Sitting>, in transaction: Transaction) throws(Failure)
    -> SittingHead
  {
    guard let head = try find(number, in: transaction) else {
      throw Failure(.sittingNotFound, "no sitting is numbered \(number)")
    }
    return head
  }

  /// Throws `sitting.closed` for one that has its protocol.
  static func open(_ number: Number<Sitting>, in transaction: Transaction) throws(Failure)
    -> SittingHead
  {
    let head = try known(number, in: transaction)
    guard let closing = head.closing else { return head }
    throw Failure(
      .sittingClosed, "\(number) ended with protocol \(closing.number) of \(closing.date)",
      hint: "what is to be changed is decided by another sitting")
  }
}

/// A sitting, for people.
package struct ShowSitting: Query {
  package static let name = "sitting.show"
  package static let permission = Permission.readReports

  package var sitting: Number<Sitting>

  package init(sitting: Number<Sitting>) { self.sitting = sitting }

  package var detail: String { "\(sitting)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> SittingDossier
  {
    try SittingDossier.load(sitting, in: transaction)
  }
}

/// The sittings of a region's commission, or of all: the latest first.
package struct ListSittings: Query {
  package static let name = "sitting.list"
  package static let permission = Permission.readReports

  /// The stable code of a region; nil for all.
  package var region: String?

  package init(region: String? = nil) { self.region = region }

  package var detail: String { region ?? "" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [SittingHead]
  {
    try SittingTable.all(of: region, in: transaction)
  }
}
