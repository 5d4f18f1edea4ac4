package import Domain
package import Storage

/// Loads an order that appropriates money: keeps it as issued and moves, by its day of effect,
/// what it gives or takes.
package struct LoadBudgetOrder: UseCase {
  package static let name = "budget.order"
  package static let permission = Permission.loadOrders

  package var order: BudgetOrder

  package init(order: BudgetOrder) { self.order = order }

  package var detail: String { "\(order.number): \(order.title)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let budget = BudgetOrderTable.Budget(
      programme: order.programme, year: order.year, source: order.source)
    let earlier = try BudgetOrderTable.orders(of: budget, in: transaction)
    guard !earlier.contains(where: { $0.number == order.number }) else {
      throw Failure(
        .orderExists, "order \(order.number) of \(order.title) is loaded",
        hint: "an order is never edited; a change comes as an order with a number of its own")
    }
    let allotting = Allotting(order: order, earlier: earlier)
    try allotting.check()
    let id = try BudgetOrderTable.insert(order, in: transaction)
    try allotting.move(on: budget.book, in: transaction)
    return id
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> BudgetOrder
  {
    guard let order = try BudgetOrderTable.find(subject, in: transaction) else {
      throw Failure(.fault, "order \(subject) cannot be read back")
    }
    return order
  }
}
