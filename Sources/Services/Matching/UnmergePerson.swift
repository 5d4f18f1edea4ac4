package import Domain
package import Storage

/// Takes a merge apart: the old number is a person of its own again.
///
/// Each row stands under the number it was entered with, so what came since goes where it was
/// entered; a gift moves one to the other. Memberships that the merge ended are restored; whoever
/// comes back to a family that all others have left heads it.
package struct UnmergePerson: UseCase {
  package static let name = "person.unmerge"
  package static let permission = Permission.resolveDoubles

  /// The number that was merged into another.
  package var person: Number<Person>
  package var reason: String
  package var gifts: [PersonGift]

  package init(person: Number<Person>, reason: String, gifts: [PersonGift] = []) {
    self.person = person
    self.reason = reason
    self.gifts = gifts
  }

  package var detail: String { "\(person): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let survivor = try PersonTable.known(person, in: transaction)
    try Ground.check(reason: reason, for: "an unmerge")
    guard let link = try PersonLinkTable.link(of: person, in: transaction) else {
      throw try notMerged(in: transaction)
    }
    let own = try PersonLinkTable.below(person, in: transaction)
    let rest = try PersonLinkTable.below(survivor, in: transaction).filter { !own.contains($0) }
    try PersonLinkTable.close(link, in: transaction)
    try FamilyEventTable.closeAll(of: link.act, in: transaction)
    for membership in try MembershipTable.closed(by: link.act, in: transaction) {
      try restore(membership, endedBy: link.act, in: transaction)
    }
    for gift in gifts { try give(gift, between: own, and: rest, in: transaction) }
    for numbers in [own, rest] {
      try check(numbers, on: facts.today, in: transaction)
    }
    try MatchCaseTable.decide(
      .different, between: own, and: rest, reason: reason, in: transaction)
    return link.id
  }

  private func notMerged(in transaction: Transaction) throws(Failure) -> Failure {
    let old = try PersonLinkTable.below(person, in: transaction).dropFirst()
    let names = old.map { "\($0)" }.joined(separator: ", ")
    return Failure(
      .personNotMerged,
      old.isEmpty
        ? "\(person) was not merged with another number"
        : "\(person) is the number that survived",
      hint: old.isEmpty ? nil : "name the number that was merged into it: \(names)")
  }

  /// Writes a membership again as it was, unless what the merge put in its place was changed since.
  private func restore(
    _ membership: Membership, endedBy act: Int64, in transaction: Transaction
  ) throws(Failure) {
    let after = try MembershipTable.replacement(of: membership, by: act, in: transaction)
    if let after {
      guard after.stands else { return }
      try MembershipTable.close(after.row, in: transaction)
    }
    for (relation, during) in try parts(of: membership, in: transaction) {
      try MembershipTable.insert(
        membership.person, in: membership.family, as: relation, during: during,
        reason: membership.reason, in: transaction)
    }
  }

  /// The membership as it was; where all others have left the family since, it has a head again:
  /// whoever comes back heads it from the day on which the last head went.
  private func parts(
    of membership: Membership, in transaction: Transaction
  ) throws(Failure) -> [(Relation, Period)] {
    let heads = try MembershipTable.history(of: membership.family, in: transaction)
      .filter { $0.relation == .head }
    var parts: [(Relation, Period?)] = [
      (membership.relation, Period(from: membership.from, to: membership.to))
    ]
    if membership.relation != .head, membership.to == nil,
      heads.allSatisfy({ $0.to != nil }), let end = heads.compactMap(\.to).max()
    {
      parts = [
        (membership.relation, Period(from: membership.from, to: end)),
        (.head, Period(from: max(membership.from, end))),
      ]
    }
    return parts.compactMap { relation, during in during.map { (relation, $0) } }
  }

  private func give(
    _ gift: PersonGift, between own: [Number<Person>], and rest: [Number<Person>],
    in transaction: Transaction
  ) throws(Failure) {
    guard own.contains(gift.to) || rest.contains(gift.to) else {
      throw Failure(
        .fieldValue, "\(gift.to) is neither of the two that are taken apart",
        hint: "give to \(own[0]) or to \(rest[0])")
    }
    let givers = own.contains(gift.to) ? rest : own
    var given = 0
    for giver in givers {
      let entries = try PersonEntryTable.entries(under: giver, after: 0, in: transaction)
        .filter { $0.closedBy == nil }
      for entry in entries where gift.names(entry) {
        try PersonEntryTable.give(entry, to: gift.to, in: transaction)
        given += 1
      }
      if gift.kind == .family {
        for entry in entries where entry.kind == .place {
          try givePlace(entry, with: gift, in: transaction)
        }
      }
      guard try !PersonTable.names(under: [giver], in: transaction).isEmpty else {
        throw Failure(.personNoName, "\(giver) would be left without a name")
      }
    }
    guard given > 0 else {
      throw Failure(
        .fieldValue,
        "no \(gift.kind.rawValue) “\(gift.key)” stands under "
          + givers.map { "\($0)" }.joined(separator: ", "))
    }
  }

  /// A place goes with the membership of its family.
  private func givePlace(
    _ entry: PersonEntry, with gift: PersonGift, in transaction: Transaction
  ) throws(Failure) {
    let inclusion = try InclusionTable.known(Number(entry.key), in: transaction)
    guard "\(inclusion.family)" == gift.key.uppercased() else { return }
    let held = try InclusionTable.held(under: [gift.to], in: transaction)
    if let other = held.first {
      throw Failure(
        .placeHeld,
        "\(gift.to) holds a place by \(other.number) and would hold one by \(inclusion.number)")
    }
    try PersonEntryTable.give(entry, to: gift.to, in: transaction)
  }

  /// What must hold of each of the two when they are two again.
  private func check(
    _ numbers: [Number<Person>], on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let sheet = try PersonSheet.load(under: numbers, in: transaction)
    let lasting = sheet.families(beyond: day)
    let families = Set(lasting.map(\.family)).sorted()
    guard families.count < 2 else {
      throw Failure(
        .personFamilies,
        "\(sheet.number) would belong to "
          + families.map { "\($0)" }.joined(separator: " and ") + " today",
        hint: "end one membership first, or give it to the other: --give family:\(families[1])=…")
    }
    for membership in lasting where membership.relation == .head {
      // Whoever headed it for a while since has left it a head on those days.
      let heads = try MembershipTable.members(of: membership.family, in: transaction)
        .filter { $0.relation == .head && $0.lasts(beyond: membership.from) }
      guard heads.count < 2 else {
        throw Failure(
          .familyTwoHeads,
          "\(membership.family) has had another head since: "
            + heads.map { "\($0.survivor)" }.joined(separator: ", "))
      }
    }
    for place in sheet.places {
      let same = sheet.places.filter { $0.kind == place.kind }
      guard same.count < 2 else {
        throw Failure(
          .placeHeld,
          "\(sheet.number) would hold places of \(place.kind.rawValue) by "
            + same.map { "\($0.number)" }.joined(separator: " and "))
      }
    }
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PersonUnmerge
  {
    try PersonUnmerge.load(subject, gifts: gifts, in: transaction)
  }
}
