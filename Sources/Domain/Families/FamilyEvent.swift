/// What can happen to a family: the word under which its history lists an act.
package enum FamilyEventKind: String, Hashable, Sendable, CaseIterable {
  case addMember = "add-member"
  case removeMember = "remove-member"
  case birth, death, marriage, divorce, head, move, correct, split, join, undo
}

/// One line of a family's history: what happened, when, why, and on what paper.
package struct FamilyEvent: Hashable, Sendable {
  package var family: Number<Family>
  package var kind: FamilyEventKind
  /// The day from which it is true.
  package var on: LocalDate
  package var person: Number<Person>?
  /// The other family of a split or a join.
  package var otherFamily: Number<Family>?
  /// For an undo, the act that no longer holds.
  package var undoneAct: Int64?
  package var reason: String
  package var document: String?
  /// In words: who and what.
  package var detail: String

  package init(
    family: Number<Family>, kind: FamilyEventKind, on: LocalDate, person: Number<Person>? = nil,
    otherFamily: Number<Family>? = nil, undoneAct: Int64? = nil, reason: String,
    document: String? = nil, detail: String
  ) {
    self.family = family
    self.kind = kind
    self.on = on
    self.person = person
    self.otherFamily = otherFamily
    self.undoneAct = undoneAct
    self.reason = reason
    self.document = document
    self.detail = detail
  }
}

/// An event as the register holds it: with the act that made it known, and the one that undid it.
package struct FamilyEventRecord: Hashable, Sendable {
  package let act: Int64
  /// When it became known.
  package let at: Instant
  package let user: String
  package let event: FamilyEvent
  /// The act that undid it.
  package let closedBy: Int64?

  package init(act: Int64, at: Instant, user: String, event: FamilyEvent, closedBy: Int64?) {
    self.act = act
    self.at = at
    self.user = user
    self.event = event
    self.closedBy = closedBy
  }
}

/// Where a family lives, from when to when.
package struct Residence: Hashable, Sendable {
  package let id: Int64
  package let family: Number<Family>
  /// The stable code of the region.
  package let region: String
  package let district: String?
  package let address: String?
  package let during: Period

  package init(
    id: Int64 = 0, family: Number<Family>, region: String, district: String?, address: String?,
    during: Period
  ) {
    self.id = id
    self.family = family
    self.region = region
    self.district = district
    self.address = address
    self.during = during
  }
}
