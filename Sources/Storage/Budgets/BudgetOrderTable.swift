package import Domain

/// The orders that appropriate money: kept as issued, never edited.
package enum BudgetOrderTable {
  static let orders = Layout(
    41, "budget_order",
    [
      "number", "order_date", "effective_from", "programme", "year", "source", "standing",
      "citation",
    ])
  static let lines = Layout(42, "budget_order_line", ["order_id", "region", "amount", "line"])

  package static func insert(_ order: BudgetOrder, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: orders)
    row.add(order.number)
    row.add(order.date)
    row.add(order.effectiveFrom)
    row.add(order.programme)
    row.add(order.year)
    row.add(word: order.source)
    row.add(word: order.citation.standing)
    row.add(order.citation.source)
    try row.insert()
    try order.lines.insert(of: id, into: lines, in: transaction)
    return id
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> BudgetOrder?
  {
    try transaction.first("SELECT \(raw: columns) FROM budget_order WHERE id = \(id)", decode)
      .map { (found) throws(Failure) in try withLines(found, in: transaction) }
  }

  /// The orders of one book as known after act `knowledge`, in the order in which they take effect.
  package static func orders(
    of book: Budget, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [BudgetOrder] {
    let found = try transaction.all(
      """
      SELECT \(raw: columns) FROM budget_order
      WHERE programme = \(book.programme) AND year = \(book.year) AND source = \(book.source)
        AND act <= \(knowledge)
      ORDER BY effective_from, id
      """, decode)
    var orders: [BudgetOrder] = []
    for order in found { orders.append(try withLines(order, in: transaction)) }
    return orders
  }

  /// One programme's money of a year out of one source.
  package struct Budget: Hashable, Sendable {
    package let programme: String
    package let year: Int
    package let source: BudgetSource

    package init(programme: String, year: Int, source: BudgetSource) {
      self.programme = programme
      self.year = year
      self.source = source
    }

    package var book: LedgerTable.Book {
      LedgerTable.Book(programme: programme, source: source, year: year)
    }
  }

  /// Every programme, year and source of which an order is known after act `knowledge`: by year,
  /// then in no order that matters.
  package static func budgets(
    programme: String? = nil, year: Int? = nil, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> [Budget] {
    try transaction.all(
      """
      SELECT DISTINCT programme, year, source FROM budget_order
      WHERE programme = coalesce(\(programme), programme) AND year = coalesce(\(year), year)
        AND act <= \(knowledge)
      ORDER BY year, programme, source
      """
    ) { (row: inout Row) throws(Failure) in
      Budget(programme: row.text(), year: row.int(), source: try row.word())
    }
  }

  private static let columns: StaticString = """
    id, number, order_date, effective_from, programme, year, source, standing, citation
    """

  private static func decode(_ row: inout Row) throws(Failure) -> (id: Int64, order: BudgetOrder) {
    let (id, number) = (row.integer(), row.text())
    let (date, effective) = (try row.optionalDate(), try row.date())
    let (programme, year) = (row.text(), row.int())
    let source: BudgetSource = try row.word()
    let standing: Standing = try row.word()
    let order = BudgetOrder(
      number: number, date: date, effectiveFrom: effective, programme: programme, year: year,
      source: source, citation: Citation(row.text(), standing: standing), lines: [])
    return (id, order)
  }

  private static func withLines(
    _ found: (id: Int64, order: BudgetOrder), in transaction: Transaction
  ) throws(Failure) -> BudgetOrder {
    var order = found.order
    order.lines = try transaction.all(
      """
      SELECT region, amount, line FROM budget_order_line WHERE order_id = \(found.id) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      OrderLine(region: row.optionalText(), amount: row.optionalInteger(), line: row.int())
    }
    return order
  }
}
