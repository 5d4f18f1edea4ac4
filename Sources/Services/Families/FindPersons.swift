package import Domain
package import Storage

/// Finds persons by any name in any script, by document, IIN or number, with their families.
package struct FindPersons: Query {
  package static let name = "person.find"
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
    package let found: FoundPerson
    /// Every family the person belongs or belonged to, in the order of time.
    package let families: [Membership]
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Match] {
    var matches: [Match] = []
    for found in try PeopleFinder(text: text, limit: limit).find(in: transaction) {
      matches.append(Match(found: found, families: try found.families(in: transaction)))
    }
    return matches
  }
}

extension FoundPerson {
  /// Under every number the person ever had; each family once, as what the person was in it last.
  func families(in transaction: Transaction) throws(Failure) -> [Membership] {
    try MembershipTable.families(of: record.number, in: transaction).last(ofEach: \.family)
  }
}
