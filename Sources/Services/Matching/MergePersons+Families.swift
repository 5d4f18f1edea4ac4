import Domain
import Storage

/// A merged person belongs to one family: what became of the other membership.
extension MergePersons {
  /// Why a membership ended that was a double's.
  static let endingReason = "merged"

  /// The memberships that end by the merge; throws where the person would be left in two families.
  func endingMemberships(_ some: PersonSheet, _ others: PersonSheet, on day: LocalDate)
    throws(Failure) -> [Membership]
  {
    let lasting = some.families(beyond: day) + others.families(beyond: day)
    let ending = lasting.filter { $0.family == leave }
    if let leave, ending.isEmpty {
      throw Failure(
        .familyMember, "neither \(some.number) nor \(others.number) belongs to \(leave) today")
    }
    let staying = Set(lasting.map(\.family)).subtracting(ending.map(\.family)).sorted()
    guard staying.count > 1 else { return ending }
    throw Failure(
      .personFamilies,
      "\(some.number) and \(others.number) belong to "
        + staying.map { "\($0)" }.joined(separator: " and ") + " today",
      hint: "end one membership in the same act: --leave \(staying[0]) or --leave \(staying[1])")
  }

  /// Ends a membership today, and writes it into the history of the family.
  func end(
    _ membership: Membership, of survivor: PersonSheet, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    if membership.relation == .head {
      let others = try MembershipTable.members(of: membership.family, in: transaction)
        .filter { $0.survivor != survivor.number && $0.lasts(beyond: day) }
      guard others.isEmpty else {
        throw Failure(
          .familyNoHead,
          "\(membership.person) is the head of \(membership.family), which has "
            + "other members",
          hint: "give the family another head first, or leave the other family")
      }
    }
    try MembershipTable.close(membership, in: transaction)
    // A membership that began today, or has yet to begin, was never one.
    if let until = Period(from: membership.from, to: day) {
      try MembershipTable.insert(
        membership.person, in: membership.family, as: membership.relation, during: until,
        reason: Self.endingReason, in: transaction)
    }
    try FamilyEventTable.insert(
      FamilyEvent(
        family: membership.family, kind: .removeMember, on: day, person: membership.person,
        reason: ground.reason, document: ground.document,
        detail: "\(membership.person) is \(survivor.number), who belongs to another family"),
      in: transaction)
  }
}
