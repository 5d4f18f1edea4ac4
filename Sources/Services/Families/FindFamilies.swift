package import Domain
package import Storage

/// Finds families by any name of a member in any script, by document, IIN or number.
package struct FindFamilies: Query {
  package static let name = "family.find"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var text: String
  package var limit: Int

  package init(text: String, limit: Int = 20) {
    self.text = text
    self.limit = limit
  }

  package var detail: String { text }

  package struct Match: Hashable, Sendable {
    package let family: Number<Family>
    package let relation: Relation
    package let person: PersonRecord
    package let names: [PersonName]
    package let destinationRegion: String?
    /// What of the person the text met: `name`, `iin`, `document` or `number`.
    package let by: String
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Match] {
    let (people, by) = try people(in: transaction)
    var matches: [Match] = []
    var met: Set<Number<Person>> = []
    for person in people {
      let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
      guard met.insert(numbers[0]).inserted,
        let record = try PersonTable.record(under: numbers, in: transaction)
      else { continue }
      let names = try PersonTable.names(under: numbers, in: transaction)
      let memberships = try MembershipTable.families(under: numbers, in: transaction)
      for membership in memberships.last(ofEach: \.family) {
        let family = try FamilyTable.find(membership.family, in: transaction)
        matches.append(
          Match(
            family: membership.family, relation: membership.relation, person: record, names: names,
            destinationRegion: family?.destinationRegion, by: by))
      }
    }
    return Array(matches.prefix(limit))
  }

  private func people(in transaction: Transaction) throws(Failure) -> ([Number<Person>], String) {
    if let family = try? Number<Family>(text) {
      let members = try MembershipTable.members(of: family, in: transaction)
      return (members.last(ofEach: \.person).map(\.person), "number")
    }
    if let person = try? Number<Person>(text) { return ([person], "number") }
    let digits = text.filter { $0 != " " }
    if digits.utf8.count == 12, digits.utf8.allSatisfy({ (48...57).contains($0) }) {
      if let holder = try PersonTable.holder(of: digits, in: transaction) {
        return ([holder], "iin")
      }
    }
    if text.utf8.contains(where: { (48...57).contains($0) }) {
      let number = text.uppercased().filter { $0 != " " }
      let holders = try PersonTable.holders(ofDocument: number, in: transaction)
      return (Array(holders.prefix(limit)), "document")
    }
    return (try NameIndex.find(text, limit: limit, in: transaction), "name")
  }
}

extension [Membership] {
  /// The last of those that share a family or a person, in the order of the first.
  fileprivate func last<Key: Hashable>(ofEach key: (Membership) -> Key) -> [Membership] {
    var places: [Key: Int] = [:]
    var found: [Membership] = []
    for membership in self {
      if let place = places[key(membership)] {
        found[place] = membership
      } else {
        places[key(membership)] = found.count
        found.append(membership)
      }
    }
    return found
  }
}
