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

  /// A family and the member whom the text met best; of those met alike, the first.
  package struct Match: Hashable, Sendable {
    package let family: Number<Family>
    package let relation: Relation
    package let found: FoundPerson
    package let destinationRegion: String?

    package var person: PersonRecord { found.record }
    package var names: [PersonName] { found.names }
    package var by: FoundPerson.Way { found.by }
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Match] {
    let asked = try? Number<Family>(text)
    // The members of a family bear one surname: few families take many persons.
    let people = limit < Self.mostPeople / 4 ? limit * 4 : max(limit, Self.mostPeople)
    var seen: Set<Number<Family>> = []
    var matches: [Match] = []
    for found in try PeopleFinder(text: text, limit: people).find(in: transaction) {
      for membership in try found.families(in: transaction)
      where asked == nil || asked == membership.family {
        guard matches.count < limit, seen.insert(membership.family).inserted else { continue }
        let family = try FamilyTable.find(membership.family, in: transaction)
        matches.append(
          Match(
            family: membership.family, relation: membership.relation, found: found,
            destinationRegion: family?.destinationRegion))
      }
      if matches.count == limit { break }
    }
    return matches
  }

  private static let mostPeople = 4_000
}

extension [Membership] {
  /// The last of those that share a family or a person, in the order of the first.
  func last<Key: Hashable>(ofEach key: (Membership) -> Key) -> [Membership] {
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
