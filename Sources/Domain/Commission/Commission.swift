/// A member's part in a region's commission.
package enum CommissionRole: String, Hashable, Sendable, CaseIterable {
  case chair, deputy, member
  /// Writes the protocol, and has no vote.
  case secretary

  package var hasVote: Bool { self != .secretary }

  package var name: LocalizedText {
    switch self {
    case .chair: .message("commission-role.chair")
    case .deputy: .message("commission-role.deputy")
    case .member: .message("commission-role.member")
    case .secretary: .message("commission-role.secretary")
    }
  }
}

/// An appointment to a region's commission.
package struct CommissionMember: Hashable, Sendable {
  /// Counts the appointments of the register from 1.
  package let id: Int64
  package let region: String
  package let name: String
  /// Whom the member speaks for: the akimat, the maslikhat, an association.
  package let body: String
  package let role: CommissionRole
  package let from: LocalDate
  package let document: String?
  /// The first day out of office; nil in office.
  package let to: LocalDate?

  package init(
    id: Int64, region: String, name: String, body: String, role: CommissionRole, from: LocalDate,
    document: String?, to: LocalDate? = nil
  ) {
    self.id = id
    self.region = region
    self.name = name
    self.body = body
    self.role = role
    self.from = from
    self.document = document
    self.to = to
  }

  package func isInOffice(on day: LocalDate) -> Bool {
    from <= day && to.map { day < $0 } ?? true
  }
}

/// How one member voted on one item.
package enum Vote: String, Hashable, Sendable, CaseIterable {
  case `for`, against, abstained
}

/// How a commission comes to a decision: dated data with its source.
package struct CommissionRule: Hashable, Sendable {
  /// Of whom more than half must be for a thing.
  package enum Majority: String, Hashable, Sendable, CaseIterable {
    /// All who are present: an abstention counts as if against.
    case present
    /// Those who voted for or against.
    case voting
  }

  /// What decides where as many are for it as are not.
  package enum Tie: String, Hashable, Sendable, CaseIterable {
    /// The vote of whoever is in the chair.
    case chair
    case refused
  }

  /// A share such as two thirds.
  package struct Share: Hashable, Sendable {
    package let part: Int
    package let whole: Int

    package init(_ part: Int, of whole: Int) {
      self.part = part
      self.whole = whole
    }
  }

  package let during: Period
  /// At least this share of the members who have a vote must be present.
  package let quorum: Share
  package let majority: Majority
  package let tie: Tie
  package let citation: Citation
  package let note: String?

  /// Throws `rule.malformed` for a quorum of none, or of more than all.
  package init(
    during: Period, quorum: Share, majority: Majority, tie: Tie, citation: Citation, note: String?
  ) throws(Failure) {
    guard quorum.part > 0, quorum.whole >= quorum.part else {
      throw Failure(.ruleMalformed, "a quorum of \(quorum.part)/\(quorum.whole) is no share")
    }
    self.during = during
    self.quorum = quorum
    self.majority = majority
    self.tie = tie
    self.citation = citation
    self.note = note
  }

  /// The fewest members whose presence makes a quorum.
  package func quorum(of members: Int) -> Int {
    max(1, (members * quorum.part + quorum.whole - 1) / quorum.whole)
  }

  package func decide(_ count: VoteCount) -> VoteOutcome {
    let others = majority == .present ? count.against + count.abstained : count.against
    if count.for == others, count.for > 0 {
      return VoteOutcome(isApproved: tie == .chair && count.chair == .for, isByChair: tie == .chair)
    }
    return VoteOutcome(isApproved: count.for > others, isByChair: false)
  }
}

/// The votes on one item.
package struct VoteCount: Hashable, Sendable {
  package let `for`: Int
  package let against: Int
  package let abstained: Int
  /// The vote of whoever is in the chair.
  package let chair: Vote?

  package init(for: Int, against: Int, abstained: Int, chair: Vote?) {
    self.`for` = `for`
    self.against = against
    self.abstained = abstained
    self.chair = chair
  }
}

package struct VoteOutcome: Hashable, Sendable {
  package let isApproved: Bool
  /// True where the votes were equal and the chair's decided.
  package let isByChair: Bool

  package init(isApproved: Bool, isByChair: Bool) {
    self.isApproved = isApproved
    self.isByChair = isByChair
  }
}

/// The rules of commissions, each for its days.
package struct CommissionRules: Sendable {
  package let all: [CommissionRule]

  /// Throws `rule.malformed` where two hold on one day.
  package init(_ all: [CommissionRule]) throws(Failure) {
    for (index, one) in all.enumerated()
    where all.prefix(index).contains(where: { $0.during.overlaps(one.during) }) {
      throw Failure(.ruleMalformed, "two rules of commissions hold from \(one.during.from)")
    }
    self.all = all
  }

  /// Throws `commission.no-rule` where none is known for the day.
  package func rule(on day: LocalDate) throws(Failure) -> CommissionRule {
    if let rule = all.first(where: { $0.during.contains(day) }) { return rule }
    throw Failure(
      .commissionNoRule, "how a commission decided on \(day) is not known",
      hint: all.first.map { "the earliest rule is of \($0.during.from)" })
  }
}
