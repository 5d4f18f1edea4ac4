package import Domain
package import Storage

/// Loads an order: keeps it as issued and moves, by its day of effect, what it gives or takes.
package struct LoadQuotaOrder: UseCase {
  package static let name = "quota.order"
  package static let permission = Permission.loadOrders

  package var order: QuotaOrder

  package init(order: QuotaOrder) { self.order = order }

  package var detail: String { "\(order.number): \(order.quota) \(order.year)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    guard
      try !QuotaOrderTable.exists(
        order.number, of: order.quota, year: order.year, in: transaction)
    else {
      throw Failure(
        .orderExists, "order \(order.number) of \(order.quota) \(order.year) is loaded",
        hint: "an order is never edited; a change comes as an order with a number of its own")
    }
    try checkTerm()
    let earlier = try QuotaOrderTable.orders(of: order.quota, year: order.year, in: transaction)
    for other in earlier {
      guard other.unit == order.unit else {
        throw Failure(
          .quotaTerm,
          "the quota \(order.quota) \(order.year) counts \(other.unit.name.en), and order "
            + "\(order.number) counts \(order.unit.name.en); units are never added")
      }
    }
    let allotting = Allotting(order: order, earlier: earlier)
    try allotting.check()
    let id = try QuotaOrderTable.insert(order, in: transaction)
    try allotting.move(
      on: LedgerTable.Book(quota: order.quota, year: order.year, unit: order.unit), in: transaction)
    return id
  }

  /// The kind has a quota in that year, and parts where the order gives one, and counts what the order counts.
  private func checkTerm() throws(Failure) {
    guard QuotaName(rawValue: order.quota.rawValue) != nil else {
      throw Failure(
        .quotaTerm, "there is no quota \(order.quota)",
        hint: "permits are parted by a section of OKED, A to U, or by a country such as CHN")
    }
    let term = try Reference.quotaTerms().term(order.kind, year: order.year)
    guard let unit = term.unit, unit != order.unit else { return }
    throw Failure(
      .quotaTerm,
      "order \(order.number) counts \(order.unit.name.en), and the quota \(order.kind.rawValue) "
        + "of \(order.year) counts \(unit.name.en); units are never added",
      citation: term.citation)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> QuotaOrder
  {
    try Self.order(subject, in: transaction)
  }

  static func order(_ id: Int64, in transaction: Transaction) throws(Failure) -> QuotaOrder {
    guard let order = try QuotaOrderTable.find(id, in: transaction) else {
      throw Failure(.fault, "order \(id) cannot be read back")
    }
    return order
  }
}
