package import Domain
internal import Storage

/// Since when a family has no members, and where the last of them went: its number goes on to say
/// so.
package struct FamilyEnding: Hashable, Sendable {
  package struct Destination: Hashable, Sendable {
    /// Nil where they belong to no family on the day.
    package let family: Number<Family>?
    package let people: Int
  }

  package let since: LocalDate
  package let destinations: [Destination]

  /// Nil where nobody belonged to it before the day.
  static func load(
    _ family: Number<Family>, on day: LocalDate, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> FamilyEnding? {
    let ended = try MembershipTable.history(
      of: family, knowledge: knowledge, in: transaction
    ).filter { membership in membership.to.map { $0 <= day } ?? false }
    guard let since = ended.compactMap(\.to).max() else {
      // Whoever left on the day on which the membership began was a member on no day.
      let left = try MembershipTable.lastLeft(family, knowledge: knowledge, in: transaction)
      guard let since = left.map(\.from).max(), since <= day else { return nil }
      return try load(left, since: since, on: day, knowledge: knowledge, in: transaction)
    }
    return try load(
      ended.filter { $0.to == since }, since: since, on: day, knowledge: knowledge,
      in: transaction)
  }

  private static func load(
    _ last: [Membership], since: LocalDate, on day: LocalDate, knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) -> FamilyEnding {
    var counts: [Number<Family>?: Int] = [:]
    for membership in last {
      // Under whichever number they belong to a family now.
      let now = try MembershipTable.families(
        of: membership.person, knowledge: knowledge, in: transaction
      ).last { $0.from <= day && $0.lasts(beyond: day) }
      counts[now?.family, default: 0] += 1
    }
    let destinations = counts.map { Destination(family: $0.key, people: $0.value) }
      .sorted { ($0.family?.raw ?? .max) < ($1.family?.raw ?? .max) }
    return FamilyEnding(since: since, destinations: destinations)
  }
}

extension FamilyTable {
  /// Throws `family.withdrawn` for a number whose making was undone, and `family.not-found`.
  static func known(
    _ number: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> FamilyRecord {
    if let record = try find(number, knowledge: knowledge, in: transaction) { return record }
    guard let withdrawal = try withdrawal(of: number, in: transaction), withdrawal <= knowledge,
      let act = try ActTable.find(withdrawal, in: transaction)
    else { throw .familyNotFound(number) }
    throw Failure(
      .familyWithdrawn,
      "\(number) was withdrawn on \(act.today): the act that made it was undone (act \(act.id))",
      hint: "kosh family show \(number) --known-at TIME shows what was held before \(act.at)")
  }
}
