package import Domain
internal import Seeds
internal import Storage

/// Makes a fresh database a register: reference data, the first administrator, the orders that
/// ship with Kosh.
package struct SetUp: Sendable {
  package struct Outcome: Hashable, Sendable {
    package var administrator: String
    /// Of places and of money.
    package var orders: Int
  }

  private static let name = "register.set-up"

  package init() {}
}

extension Office {
  /// Throws `database.exists` where the register has users already.
  package func setUp(administrator: String) throws(Failure) -> SetUp.Outcome {
    let facts = facts
    let regions = try Reference.regions()
    var orders: [LoadQuotaOrder] = []
    for file in try Seeds.orderFiles() {
      orders += try QuotaOrderFile.read(file.bytes, name: file.name, regions: regions)
        .map { LoadQuotaOrder(order: $0) }
    }
    var budgets: [LoadBudgetOrder] = []
    for file in try Seeds.budgetOrderFiles() {
      budgets += try BudgetOrderFile.read(
        file.bytes, name: file.name, regions: regions, programmes: Reference.budgetProgrammes()
      ).map { LoadBudgetOrder(order: $0) }
    }
    return try database.write { (transaction) throws(Failure) in
      guard try UserTable.all(in: transaction).isEmpty else {
        throw Failure(.databaseExists, "the register has been set up already")
      }
      try RegionTable.replaceAll(with: regions, named: facts.today, in: transaction)
      let founding = AddUser(name: administrator, fullName: "", roles: [.administrator])
      try Self.run(founding, as: administrator, in: transaction, given: facts)
      for order in orders {
        try Self.run(order, as: administrator, in: transaction, given: facts)
      }
      for order in budgets {
        try Self.run(order, as: administrator, in: transaction, given: facts)
      }
      return SetUp.Outcome(
        administrator: administrator, orders: orders.count + budgets.count)
    }
  }
}
