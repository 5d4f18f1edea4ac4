package import Domain
package import Storage

/// Parts a family: some of its members leave as a new family, with their places and their part of
/// what is not yet paid.
///
/// The new family copies origin, arrival, destination and residence, and is registered today: it
/// waits in its own turn. Those who stay keep the number and its turn.
package struct SplitFamily: UseCase {
  package static let name = "family.split"
  package static let permission = Permission.changeFamilies

  package var family: Number<Family>
  package var leaving: [Number<Person>]
  /// The head of the new family, one of those who leave.
  package var head: Number<Person>
  /// Who heads those who stay, where the old head leaves.
  package var newHead: Number<Person>?
  package var relations: [StatedRelation]
  package var ground: Ground

  package init(
    family: Number<Family>, leaving: [Number<Person>], head: Number<Person>,
    newHead: Number<Person>? = nil, relations: [StatedRelation] = [], ground: Ground
  ) {
    self.family = family
    self.leaving = leaving
    self.head = head
    self.newHead = newHead
    self.relations = relations
    self.ground = ground
  }

  package var detail: String {
    "\(family): \(NumberList.text(leaving)) under \(head); \(ground.reason)"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try ground.settled(given: facts)
    let record = try FamilyTable.known(family, in: transaction)
    let members = try MembershipTable.members(of: family, on: day, in: transaction)
    return try entered(among: members, in: transaction)
      .part(record, members, on: day, given: facts, in: transaction)
  }

  /// The same act, with the numbers under which the people stand in the family.
  private func entered(among members: [Membership], in transaction: Transaction)
    throws(Failure) -> SplitFamily
  {
    var split = self
    split.leaving = []
    for person in leaving { split.leaving.append(try members.entered(person, in: transaction)) }
    split.head = try members.entered(head, in: transaction)
    if let newHead { split.newHead = try members.entered(newHead, in: transaction) }
    split.relations = try members.entered(relations, in: transaction)
    return split
  }

  private func part(
    _ record: FamilyRecord, _ members: [Membership], on day: LocalDate, given facts: Facts,
    in transaction: Transaction
  ) throws(Failure) -> Int64 {
    try check(members, on: day)
    var leavers: Set<Number<Person>> = []
    for person in leaving {
      leavers.formUnion(try PersonLinkTable.cluster(of: person, in: transaction))
    }
    try checkLater(than: day, leavers, in: transaction)
    let unpaid = try unpaidParts(of: members, leavers, in: transaction)
    let places = try FamilyParting.live(of: family, in: transaction)
    let form = FamilyForm(
      members: [], originCountry: record.originCountry, originPlace: record.originPlace,
      arrivalDate: record.arrivalDate, destinationRegion: record.destinationRegion)
    let new = try FamilyTable.insert(form, on: facts.today, in: transaction)
    let parting = FamilyParting(family: family, other: new, day: day, reason: ground.reason)
    try copyResidence(to: new, on: day, in: transaction)
    try moveMembers(members, by: parting, in: transaction)
    for inclusion in places {
      let movers = try InclusionTable.people(of: inclusion.number, in: transaction)
        .filter(leavers.contains)
      try divide(inclusion, movers, by: parting, today: facts.today, in: transaction)
    }
    for part in unpaid { try part.move(to: new, on: day, in: transaction) }
    try writeEvents(new, on: day, in: transaction)
    return new.raw
  }

  // MARK: Checks, in their order

  private func check(_ members: [Membership], on day: LocalDate) throws(Failure) {
    let present = Set(members.map(\.person))
    guard Set(leaving).count == leaving.count, !leaving.isEmpty else {
      throw Failure(.familyMember, "name each of those who leave once")
    }
    for person in leaving + relations.map(\.person) where !present.contains(person) {
      throw Failure(
        .familyMember, "\(person) does not belong to \(family) on \(day)",
        hint: "kosh family show \(family) --on \(day) lists its members")
    }
    guard leaving.count < members.count else {
      throw Failure(
        .familySplit, "nobody would stay in \(family)",
        hint: "a whole family that goes to another joins it: kosh family join")
    }
    guard leaving.contains(head) else {
      throw Failure(.familySplit, "\(head) would head the new family and is not among its members")
    }
    let oldHead = members.first { $0.relation == .head }?.person
    let headLeaves = oldHead.map(leaving.contains) ?? false
    if headLeaves, newHead == nil {
      throw Failure(
        .familySplit,
        "the head \(oldHead.map { "\($0)" } ?? "") leaves, and nobody heads \(family)",
        hint: "name who does with --new-head")
    }
    if let newHead, !headLeaves || leaving.contains(newHead) || !present.contains(newHead) {
      throw Failure(
        .familySplit,
        headLeaves
          ? "\(newHead) does not stay in \(family) and cannot head it"
          : "the head of \(family) stays, so it needs no new one")
    }
    for stated in relations {
      guard stated.relation != .head else {
        throw Failure(.familyTwoHeads, "\(stated.person) cannot be a second head of the family")
      }
    }
  }

  /// Someone with a later membership in the family would belong to two.
  private func checkLater(
    than day: LocalDate, _ leavers: Set<Number<Person>>, in transaction: Transaction
  ) throws(Failure) {
    for membership in try MembershipTable.members(of: family, in: transaction)
    where membership.from > day && (newHead != nil || leavers.contains(membership.person)) {
      throw Failure(
        .dateOrder,
        "\(membership.person) is \(membership.relation.rawValue) in \(family) from "
          + "\(membership.from) on, after \(day)",
        hint: "split the family on that day or later, or undo what was recorded for it")
    }
  }

  // MARK: What goes

  /// By the rule of each scheme: the parts of those who leave, or all where the head leaves.
  ///
  /// A part stands under the number that was counted, which may be another of the person's.
  private func unpaidParts(
    of members: [Membership], _ leavers: Set<Number<Person>>, in transaction: Transaction
  ) throws(Failure) -> [UnpaidPart] {
    let headLeaves = members.contains { $0.relation == .head && leaving.contains($0.person) }
    var moving: [UnpaidPart] = []
    let book = try Rules.book(in: transaction)
    for part in try UnpaidPart.all(dueTo: family, in: transaction) {
      let rule = try book.division(
        part.grant.kind.division, on: part.grant.decidedOn)
      let goes =
        switch Belonging.unpaid(rule.value).follows {
        case .people: part.part.person.map(leavers.contains) ?? false
        case .head: headLeaves
        case .number: false
        }
      if goes { moving.append(part) }
    }
    return moving
  }

  private func copyResidence(
    to new: Number<Family>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    for residence in try ResidenceTable.all(of: family, in: transaction)
    where residence.during.contains(day) {
      try ResidenceTable.insert(
        Residence(
          family: new, region: residence.region, district: residence.district,
          address: residence.address, during: Period(from: day)), in: transaction)
    }
  }

  private func moveMembers(
    _ members: [Membership], by parting: FamilyParting, in transaction: Transaction
  ) throws(Failure) {
    func was(_ person: Number<Person>?) -> Relation {
      members.first { $0.person == person }?.relation ?? .other
    }
    for member in members {
      let leaves = leaving.contains(member.person)
      guard leaves || newHead != nil else { continue }
      let head = leaves ? head : newHead
      var relation = try Self.relation(of: member, toHeadWhoWas: was(head), in: transaction)
      if let stated = relations.first(where: { $0.person == member.person }) {
        relation = stated.relation
      }
      if member.person == head { relation = .head }
      if leaves {
        try parting.move(member, as: relation, in: transaction)
      } else {
        try parting.restate(member, as: relation, in: transaction)
      }
    }
  }

  /// What a member is to a new head, where kinship tells, and else `other`.
  private static func relation(
    of member: Membership, toHeadWhoWas head: Relation, in transaction: Transaction
  ) throws(Failure) -> Relation {
    guard head != .head else { return member.relation }
    let record = try PersonTable.record(of: member.person, in: transaction)
    return record.flatMap { Kinship.relation(of: member.relation, $0.sex, when: head) } ?? .other
  }

  private func divide(
    _ inclusion: InclusionRecord, _ movers: [Number<Person>], by parting: FamilyParting,
    today: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    guard !movers.isEmpty else { return }
    if Belonging.places(inclusion.unit).follows == .people {
      try parting.movePlaces(
        of: movers, in: inclusion, Int64(movers.count), today: today, in: transaction)
    } else if movers.count == inclusion.currentPeople {
      // Nobody who stays has a share in it.
      try parting.movePlaces(
        of: movers, in: inclusion, inclusion.currentPlaces, today: today, in: transaction)
    } else {
      try parting.giveUpShare(of: movers, in: inclusion, transaction)
    }
  }

  private func writeEvents(_ new: Number<Family>, on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    let who = NumberList.text(leaving)
    for (one, other, words) in [
      (family, new, "\(who) left as \(new)"), (new, family, "\(who) left \(family)"),
    ] {
      try FamilyEventTable.insert(
        FamilyEvent(
          family: one, kind: .split, on: day, otherFamily: other, reason: ground.reason,
          document: ground.document, detail: words), in: transaction)
    }
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> FamilyChange
  {
    try FamilyChange.load(
      .split, [family, Number(raw: subject)], given: facts, in: transaction)
  }
}
