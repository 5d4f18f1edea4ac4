package import Domain
package import Storage

/// The newest acts of the trail: who did or read what, and when.
package struct ListActs: Query {
  package static let name = "audit.list"
  package static let permission = Permission.audit

  package var limit: Int

  package init(limit: Int) { self.limit = limit }

  package var detail: String { "" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Act] {
    try ActTable.newest(limit, in: transaction)
  }
}
