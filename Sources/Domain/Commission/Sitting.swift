/// A sitting of a region's commission.
package enum Sitting: Numbered {
  package static let letter: Character = "S"
}

/// What an item of an agenda asks for.
package enum SittingMatter: String, Hashable, Sendable, CaseIterable {
  /// Places for a family, or the confirmation of those it has reserved.
  case include
  /// An inclusion's places are given back.
  case release
  /// An inclusion goes to another region.
  case transfer
}

/// One item of a sitting's agenda.
package struct SittingItem: Hashable, Sendable {
  package let id: Int64
  /// Its place on the agenda, from 1; a place is given once.
  package let position: Int
  package let matter: SittingMatter
  package let family: Number<Family>
  package let kind: QuotaKind
  package let year: Int
  /// Whose places; of a transfer, the region that receives.
  package let region: String
  /// What is confirmed, released or transferred; nil where places are asked for anew.
  package let inclusion: Number<Inclusion>?
  package let reason: String?

  package init(
    id: Int64, position: Int, matter: SittingMatter, family: Number<Family>, kind: QuotaKind,
    year: Int, region: String, inclusion: Number<Inclusion>?, reason: String?
  ) {
    self.id = id
    self.position = position
    self.matter = matter
    self.family = family
    self.kind = kind
    self.year = year
    self.region = region
    self.inclusion = inclusion
    self.reason = reason
  }
}

/// What a sitting decided on an item, and what came of it.
package struct SittingDecision: Hashable, Sendable {
  package enum Result: String, Hashable, Sendable, CaseIterable {
    case approved, refused
  }

  package let item: Int64
  package let result: Result
  package let votesFor: Int
  package let votesAgainst: Int
  package let votesAbstained: Int
  package let isByChair: Bool
  /// What was carried out; nil where it was refused, or could not be.
  package let inclusion: Number<Inclusion>?
  /// Why an approved item could not be carried out: a stable code, and words.
  package let obstacle: Obstacle?

  package struct Obstacle: Hashable, Sendable {
    package let code: String
    package let detail: String

    package init(code: String, detail: String) {
      self.code = code
      self.detail = detail
    }
  }

  package init(
    item: Int64, result: Result, votesFor: Int, votesAgainst: Int, votesAbstained: Int,
    isByChair: Bool, inclusion: Number<Inclusion>?, obstacle: Obstacle?
  ) {
    self.item = item
    self.result = result
    self.votesFor = votesFor
    self.votesAgainst = votesAgainst
    self.votesAbstained = votesAbstained
    self.isByChair = isByChair
    self.inclusion = inclusion
    self.obstacle = obstacle
  }
}

/// The protocol that ended a sitting.
package struct SittingProtocol: Hashable, Sendable {
  package let sitting: Number<Sitting>
  package let number: String
  package let date: LocalDate
  /// Where the video of the sitting is kept.
  package let recording: String?
  /// Members with a vote on the day, and those of them who were present.
  package let members: Int
  package let present: Int

  package init(
    sitting: Number<Sitting>, number: String, date: LocalDate, recording: String?, members: Int,
    present: Int
  ) {
    self.sitting = sitting
    self.number = number
    self.date = date
    self.recording = recording
    self.members = members
    self.present = present
  }
}

/// A sitting with its day, and the protocol where it has one.
package struct SittingHead: Hashable, Sendable {
  package let number: Number<Sitting>
  package let region: String
  package let heldOn: LocalDate
  package let closing: SittingProtocol?
  /// How many items its agenda has.
  package let items: Int
  /// The act that ended it, or the largest number while it is open.
  ///
  /// What was entered later changes nothing of it.
  package let knowledge: Int64

  package init(
    number: Number<Sitting>, region: String, heldOn: LocalDate, closing: SittingProtocol?,
    items: Int, knowledge: Int64
  ) {
    self.number = number
    self.region = region
    self.heldOn = heldOn
    self.closing = closing
    self.items = items
    self.knowledge = knowledge
  }
}
