import Domain
import Storage

/// What every order goes through, whatever it gives: it follows the earlier ones, it sums, and its
/// differences are moved on the ledger by its day of effect.
struct Allotting<Order: AllottingOrder> {
  let order: Order
  /// The orders of the same book so far, in the sequence in which they take effect.
  let earlier: [Order]

  /// Throws `date.order` for an order before one that is loaded, and the order's own code for
  /// regions that do not sum to what it states.
  func check() throws(Failure) {
    for other in earlier {
      guard other.effectiveFrom <= order.effectiveFrom else {
        throw Failure(
          .dateOrder,
          "order \(other.number) takes effect on \(other.effectiveFrom), after this one; "
            + "orders are loaded in the order in which they take effect")
      }
    }
    try checkSum()
  }

  /// A stated total must be the sum of the regions: those of the order, and those that keep what
  /// an earlier order gave them.
  private func checkSum() throws(Failure) {
    guard let stated = order.statedTotal else { return }
    let spread = OrderSpread(earlier + [order])
    let known = spread.knownSum
    // A decree gives the country its places; what spreads them over the regions may come later.
    let isWhole = !spread.regions.isEmpty && !spread.regions.values.contains(nil)
    let mustFit = isWhole && !Order.mayKeepBack
    guard known <= stated, !mustFit || known == stated else {
      throw Failure(
        Order.sumCode,
        "order \(order.number) states \(order.shown(stated)) for the country, and its regions sum "
          + "to \(order.shown(known))",
        hint: "compare the file with the order as it was issued")
    }
  }

  /// From the orders to the country, and from the country to the regions, by the differences.
  ///
  /// A total, once stated, holds until another is; where the regions exceed it, or none was ever
  /// stated, the country has what its regions have.
  func move(on book: LedgerTable.Book, in transaction: Transaction) throws(Failure) {
    let source = try LedgerTable.account(.orders, of: book, in: transaction)
    let national = try LedgerTable.account(.national, of: book, in: transaction)
    for line in order.lines {
      guard let region = line.region else { continue }
      let account = try LedgerTable.account(.region, region: region, of: book, in: transaction)
      guard let amount = line.amount else { continue }
      let difference = try amount - LedgerTable.allottedEver(to: account, in: transaction)
      try move(difference, from: national, to: account, in: transaction)
    }
    let given = try -LedgerTable.allottedEver(to: source, in: transaction)
    let regions = try given - LedgerTable.allottedEver(to: national, in: transaction)
    let statedBefore = earlier.last { $0.statedTotal != nil }?.statedTotal
    let total = max(order.statedTotal ?? statedBefore ?? regions, regions)
    try move(total - given, from: source, to: national, in: transaction)
  }

  private func move(
    _ amount: Int64, from debit: Int64, to credit: Int64, in transaction: Transaction
  ) throws(Failure) {
    guard amount != 0 else { return }
    _ = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: .allot, debit: amount > 0 ? debit : credit, credit: amount > 0 ? credit : debit,
        amount: abs(amount), effectiveOn: order.effectiveFrom), in: transaction)
  }
}
