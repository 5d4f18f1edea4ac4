package import Domain
internal import Storage

/// What taking a merge apart came to.
package struct PersonUnmerge: Hashable, Sendable {
  /// Something that was entered while the two were one, and the number it belongs to now.
  package struct Entry: Hashable, Sendable {
    package let entry: PersonEntry
    package let goesTo: Number<Person>
  }

  package let link: PersonLink
  /// Both as they are now: the number that was an old one, and the other.
  package let person: PersonSheet
  package let other: PersonSheet
  package let since: [Entry]
  /// What was entered before the merge and given all the same.
  package let given: [Entry]
  /// Memberships that the merge had ended and that hold again.
  package let restored: [Membership]
  /// Those that were changed since, and stay as they are.
  package let changed: [Membership]

  static func load(_ id: Int64, gifts: [PersonGift], in transaction: Transaction)
    throws(Failure) -> PersonUnmerge
  {
    guard let link = try PersonLinkTable.find(id, in: transaction), let act = link.closedBy else {
      throw .damaged("a link \(id) that was taken apart", "nothing")
    }
    let own = try PersonLinkTable.below(link.person, knowledge: act, in: transaction)
    let survivor = try PersonLinkTable.survivor(of: link.into, knowledge: act, in: transaction)
    let rest = try PersonLinkTable.below(survivor, knowledge: act, in: transaction)
    var since: [Entry] = []
    var given: [Entry] = []
    for number in own + rest {
      for entry in try PersonEntryTable.entries(
        under: number, after: 0, before: act, in: transaction)
      {
        let gift = gifts.first { $0.names(entry) }
        let isGiven = gift != nil && entry.closedBy == act
        let line = Entry(entry: entry, goesTo: isGiven ? gift?.to ?? number : number)
        if entry.act > link.act { since.append(line) } else if isGiven { given.append(line) }
      }
    }
    var restored: [Membership] = []
    var changed: [Membership] = []
    for before in try MembershipTable.closed(by: link.act, in: transaction) {
      let now = try MembershipTable.families(
        under: [before.person], knowledge: act, in: transaction)
      let isBack = now.contains {
        $0.family == before.family && $0.relation == before.relation && $0.from == before.from
          && $0.to == before.to
      }
      if isBack { restored.append(before) } else { changed.append(before) }
    }
    return PersonUnmerge(
      link: link, person: try PersonSheet.load(under: own, knowledge: act, in: transaction),
      other: try PersonSheet.load(under: rest, knowledge: act, in: transaction),
      since: since.sorted { ($0.entry.act, $0.entry.id) < ($1.entry.act, $1.entry.id) },
      given: given, restored: restored, changed: changed)
  }
}
