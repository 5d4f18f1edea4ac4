package import Domain
package import Storage

/// Makes two families one.
///
/// All members of the first join the second, with their places and all that is due to them. The
/// first stays as a number that says where they went.
package struct JoinFamilies: UseCase {
  package static let name = "family.join"
  package static let permission = Permission.changeFamilies

  package var family: Number<Family>
  package var into: Number<Family>
  /// What those who come are to the head of the second family; who is not named is `other`.
  package var relations: [StatedRelation]
  package var ground: Ground

  package init(
    family: Number<Family>, into: Number<Family>, relations: [StatedRelation] = [], ground: Ground
  ) {
    self.family = family
    self.into = into
    self.relations = relations
    self.ground = ground
  }

  package var detail: String { "\(family) into \(into); \(ground.reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try ground.settled(given: facts)
    _ = try FamilyTable.known(family, in: transaction)
    _ = try FamilyTable.known(into, in: transaction)
    let members = try MembershipTable.members(of: family, on: day, in: transaction)
    let relations = try members.entered(self.relations, in: transaction)
    try check(members, on: day, in: transaction)
    try check(relations, of: members, on: day)
    let places = try FamilyParting.live(of: family, in: transaction)
    try checkPlaces(places, in: transaction)
    let unpaid = try UnpaidPart.all(dueTo: family, in: transaction)
    let parting = FamilyParting(family: family, other: into, day: day, reason: ground.reason)
    for member in members {
      let stated = relations.first { $0.person == member.person }?.relation
      try parting.move(member, as: stated ?? .other, in: transaction)
    }
    for inclusion in places {
      let people = try InclusionTable.people(of: inclusion.number, in: transaction)
      try parting.movePlaces(
        of: people, in: inclusion, inclusion.currentPlaces, today: facts.today, in: transaction)
    }
    for part in unpaid { try part.move(to: into, on: day, in: transaction) }
    try writeEvents(members.map(\.person), on: day, in: transaction)
    return into.raw
  }

  private func check(_ members: [Membership], on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    guard family != into else {
      throw Failure(.familyMember, "\(family) cannot join itself")
    }
    guard !members.isEmpty else {
      throw Failure(.familyMember, "\(family) has no members on \(day)")
    }
    let hosts = try MembershipTable.members(of: into, on: day, in: transaction)
    guard hosts.contains(where: { $0.relation == .head }) else {
      throw Failure(.familyNoHead, "\(into) has no head on \(day) whom others could join")
    }
    let later = try MembershipTable.members(of: family, in: transaction).first { $0.from > day }
    if let later {
      throw Failure(
        .dateOrder,
        "\(later.person) is \(later.relation.rawValue) in \(family) from \(later.from) on, after "
          + "\(day)", hint: "join on that day or later, or undo what was recorded for it")
    }
    let known = try MembershipTable.members(of: into, in: transaction)
    for member in members
    where known.contains(where: { host in
      host.survivor == member.survivor && host.to.map { $0 > day } ?? true
    }) {
      throw Failure(.familyMember, "\(member.person) belongs to both \(family) and \(into)")
    }
  }

  private func check(
    _ relations: [StatedRelation], of members: [Membership], on day: LocalDate
  ) throws(Failure) {
    let present = Set(members.map(\.person))
    for stated in relations {
      guard present.contains(stated.person) else {
        throw Failure(
          .familyMember, "\(stated.person) does not belong to \(family) on \(day)",
          hint: "kosh family show \(family) --on \(day) lists its members")
      }
      guard stated.relation != .head else {
        throw Failure(
          .familyTwoHeads, "\(stated.person) cannot be a second head of \(into)",
          hint: "a change of head is an act of its own")
      }
    }
  }

  /// No family holds places of one kind in two regions, years or units; and of a family's place
  /// there is one.
  private func checkPlaces(_ places: [InclusionRecord], in transaction: Transaction)
    throws(Failure)
  {
    for held in try FamilyParting.live(of: into, in: transaction) {
      for coming in places where coming.kind == held.kind {
        let isOne =
          coming.region == held.region && coming.year == held.year && coming.unit == held.unit
        guard !isOne || held.unit == .family else { continue }
        throw Failure(
          .familyPlacesApart,
          "\(family) holds places of \(coming.kind.rawValue) \(coming.year) in \(coming.region) by "
            + "\(coming.number), and \(into) of \(held.year) in \(held.region) by \(held.number)",
          hint: "release one of the two: \(coming.releasing)")
      }
    }
  }

  private func writeEvents(
    _ people: [Number<Person>], on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let who = NumberList.text(people)
    for (one, other, words) in [
      (family, into, "\(who) joined \(into)"), (into, family, "\(who) joined from \(family)"),
    ] {
      try FamilyEventTable.insert(
        FamilyEvent(
          family: one, kind: .join, on: day, otherFamily: other, reason: ground.reason,
          document: ground.document, detail: words), in: transaction)
    }
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> FamilyChange
  {
    try FamilyChange.load(.join, [family, into], given: facts, in: transaction)
  }
}
