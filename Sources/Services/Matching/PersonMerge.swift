package import Domain
internal import Storage

/// What a merge made of two numbers.
package struct PersonMerge: Hashable, Sendable {
  package let link: PersonLink
  /// Both as they were before: the survivor, and the number that became an old one.
  package let survivor: PersonSheet
  package let merged: PersonSheet
  /// Memberships that ended by it, as they were.
  package let ended: [Membership]
  /// Cases that left the list of pairs to decide.
  package let casesClosed: Int

  static func load(_ id: Int64, in transaction: Transaction) throws(Failure) -> PersonMerge {
    guard let link = try PersonLinkTable.find(id, in: transaction) else {
      throw .damaged("the link \(id)", "nothing")
    }
    let before = link.act - 1
    return PersonMerge(
      link: link,
      survivor: try PersonSheet.load(
        under: PersonLinkTable.below(link.into, knowledge: before, in: transaction),
        knowledge: before, in: transaction),
      merged: try PersonSheet.load(
        under: PersonLinkTable.below(link.person, knowledge: before, in: transaction),
        knowledge: before, in: transaction),
      ended: try MembershipTable.closed(by: link.act, in: transaction),
      casesClosed: try MatchCaseTable.closed(by: link.act, in: transaction))
  }
}
