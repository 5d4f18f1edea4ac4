package import Domain
package import Storage

/// Everything the register holds about a family, on a day and as known at a time.
package struct FamilyDossier: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let membership: Membership
    package let record: PersonRecord
    package let names: [PersonName]
    package let documents: [IdentityDocument]

    /// The name as the first paper writes it.
    package var display: String { names.first?.display ?? "" }
  }

  package let family: FamilyRecord
  /// Those who belong to it on the day; the head first.
  package let members: [Member]
  package let submissions: [SubmissionRecord]
  package let inclusions: [InclusionRecord]
  package let grants: [GrantRecord]
  /// Where it lives on the day; nil where no act has said so.
  package let residence: Residence?
  /// The marriages of its members that last on the day.
  package let marriages: [Marriage]
  /// How many acts of its history hold.
  package let eventCount: Int
  /// Grants of which a part is due to this family, or to another one now.
  package let divided: [DividedGrant]
  /// Where its people went; nil where it has members on the day.
  package let ending: FamilyEnding?
  package let on: LocalDate

  /// Throws `family.not-found`.
  static func load(
    _ number: Number<Family>, on day: LocalDate, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> FamilyDossier {
    let family = try FamilyTable.known(number, knowledge: knowledge, in: transaction)
    var members: [Member] = []
    let memberships = try MembershipTable.members(
      of: number, on: day, knowledge: knowledge, in: transaction)
    for membership in memberships {
      members.append(try member(membership, knowledge: knowledge, in: transaction))
    }
    return FamilyDossier(
      family: family, members: members,
      submissions: try SubmissionTable.all(of: number, knowledge: knowledge, in: transaction),
      inclusions: try InclusionTable.all(of: number, knowledge: knowledge, in: transaction),
      grants: try GrantTable.all(of: number, knowledge: knowledge, in: transaction),
      residence: try ResidenceTable.all(of: number, knowledge: knowledge, in: transaction)
        .first { $0.during.contains(day) },
      marriages: try marriages(of: memberships, on: day, knowledge: knowledge, in: transaction),
      eventCount: try FamilyEventTable.count(
        of: number, knowledge: knowledge, in: transaction),
      divided: try DividedGrant.all(of: number, knowledge: knowledge, in: transaction),
      ending: members.isEmpty
        ? try FamilyEnding.load(number, on: day, knowledge: knowledge, in: transaction) : nil,
      on: day)
  }

  /// Each once, though two of its people are in it.
  private static func marriages(
    of members: [Membership], on day: LocalDate, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [Marriage] {
    var marriages: [Marriage] = []
    for member in members {
      let own = try MarriageTable.all(of: member.person, knowledge: knowledge, in: transaction)
      marriages += own.filter { $0.during.contains(day) && !marriages.contains($0) }
    }
    return marriages
  }

  private static func member(
    _ membership: Membership, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> Member {
    let numbers = try PersonLinkTable.cluster(
      of: membership.person, knowledge: knowledge, in: transaction)
    guard
      let record = try PersonTable.record(under: numbers, knowledge: knowledge, in: transaction)
    else { throw .damaged("a record of \(membership.person)", "nothing") }
    return Member(
      membership: membership, record: record,
      names: try PersonTable.names(under: numbers, knowledge: knowledge, in: transaction),
      documents: try PersonTable.documents(
        under: numbers, knowledge: knowledge, in: transaction))
  }
}

extension Failure {
  static func familyNotFound(_ number: Number<Family>) -> Failure {
    Failure(
      .familyNotFound, "no family is registered as \(number)",
      hint: "kosh family find TEXT looks by name, document or IIN")
  }
}

/// Shows a family on a day, as it was known at a moment.
package struct ShowFamily: Query {
  package static let name = "family.show"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var family: Number<Family>
  package var on: LocalDate?
  package var knownAt: Instant?

  package init(family: Number<Family>, on: LocalDate? = nil, knownAt: Instant? = nil) {
    self.family = family
    self.on = on
    self.knownAt = knownAt
  }

  package var detail: String { "\(family)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> FamilyDossier
  {
    let knowledge = try ActTable.knowledge(at: knownAt, in: transaction)
    if let knownAt {
      let then = try FamilyTable.find(family, knowledge: knowledge, in: transaction)
      if then == nil, try FamilyTable.isNumber(family, laterThan: knowledge, in: transaction) {
        throw Failure(.familyNotFound, "\(family) was not yet registered at \(knownAt)")
      }
    }
    return try FamilyDossier.load(
      family, on: on ?? facts.today, knowledge: knowledge, in: transaction)
  }
}
