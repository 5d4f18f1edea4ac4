package import Domain
package import Storage

/// Loads an order: keeps it as issued and moves, by its day of effect, what it gives or takes.
package struct LoadQuotaOrder: UseCase {
  package static let name = "quota.order"
  package static let permission = Permission.loadOrders

  package var order: QuotaOrder

  package init(order: QuotaOrder) { self.order = order }

  package var detail: String { "\(order.number): \(order.kind.rawValue) \(order.year)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    guard
      try !QuotaOrderTable.exists(
        order.number, kind: order.kind, year: order.year, in: transaction)
    else {
      throw Failure(
        .orderExists, "order \(order.number) of \(order.kind.rawValue) \(order.year) is loaded",
        hint: "an order is never edited; a change comes as an order with a number of its own")
    }
    try checkTerm()
    let earlier = try QuotaOrderTable.orders(of: order.kind, year: order.year, in: transaction)
    for other in earlier {
      guard other.unit == order.unit else {
        throw Failure(
          .quotaTerm,
          "the quota \(order.kind.rawValue) \(order.year) counts \(other.unit.name.en), and order "
            + "\(order.number) counts \(order.unit.name.en); units are never added")
      }
      guard other.effectiveFrom <= order.effectiveFrom else {
        throw Failure(
          .dateOrder,
          "order \(other.number) takes effect on \(other.effectiveFrom), after this one; "
            + "orders are loaded in the order in which they take effect")
      }
    }
    try checkSum(after: earlier)
    let id = try QuotaOrderTable.insert(order, in: transaction)
    let stated = earlier.last { $0.statedTotal != nil }?.statedTotal
    try movePlaces(statedBefore: stated, in: transaction)
    return id
  }

  /// The kind has a quota in that year, and counts what the order counts.
  private func checkTerm() throws(Failure) {
    let term = try Reference.quotaTerms().term(order.kind, year: order.year)
    guard let unit = term.unit, unit != order.unit else { return }
    throw Failure(
      .quotaTerm,
      "order \(order.number) counts \(order.unit.name.en), and the quota \(order.kind.rawValue) "
        + "of \(order.year) counts \(unit.name.en); units are never added",
      citation: term.citation)
  }

  /// A stated total must be the sum of the regions: those of the order, and those that keep what
  /// an earlier order gave them.
  private func checkSum(after earlier: [QuotaOrder]) throws(Failure) {
    guard let stated = order.statedTotal else { return }
    let spread = QuotaSpread(earlier + [order])
    let known = spread.knownSum
    // A decree gives the country its places; what spreads them over the regions may come later.
    let isComplete = !spread.regions.isEmpty && !spread.regions.values.contains(nil)
    guard known <= stated, !isComplete || known == stated else {
      throw Failure(
        .quotaSum,
        "order \(order.number) states \(stated) for the country, and its regions sum to \(known)",
        hint: "compare the file with the order as it was issued")
    }
  }

  /// From the orders to the country, and from the country to the regions, by the differences.
  ///
  /// A total, once stated, holds until another is; where the regions exceed it, or none was ever
  /// stated, the country has what its regions have.
  private func movePlaces(statedBefore: Int64?, in transaction: Transaction) throws(Failure) {
    let book = LedgerTable.Book(kind: order.kind, year: order.year, unit: order.unit)
    let source = try LedgerTable.account(.orders, of: book, in: transaction)
    let national = try LedgerTable.account(.national, of: book, in: transaction)
    for line in order.lines {
      guard let region = line.region else { continue }
      let account = try LedgerTable.account(.region, region: region, of: book, in: transaction)
      guard let places = line.places else { continue }
      let difference = try places - LedgerTable.allottedEver(to: account, in: transaction)
      try move(difference, from: national, to: account, in: transaction)
    }
    let given = try -LedgerTable.allottedEver(to: source, in: transaction)
    let regions = try given - LedgerTable.allottedEver(to: national, in: transaction)
    let total = max(order.statedTotal ?? statedBefore ?? regions, regions)
    try move(total - given, from: source, to: national, in: transaction)
  }

  private func move(
    _ places: Int64, from debit: Int64, to credit: Int64, in transaction: Transaction
  ) throws(Failure) {
    guard places != 0 else { return }
    _ = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: .allot, debit: places > 0 ? debit : credit, credit: places > 0 ? credit : debit,
        amount: abs(places), effectiveOn: order.effectiveFrom), in: transaction)
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
