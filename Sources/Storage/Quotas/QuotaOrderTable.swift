package import Domain

/// The orders that give places to regions: kept as issued, never edited.
package enum QuotaOrderTable {
  static let orders = Layout(
    11, "quota_order",
    ["number", "order_date", "effective_from", "kind", "year", "unit", "standing", "source"])
  static let lines = Layout(12, "quota_order_line", ["order_id", "region", "places", "line"])

  package static func insert(_ order: QuotaOrder, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: orders)
    row.add(order.number)
    row.add(order.date)
    row.add(order.effectiveFrom)
    row.add(word: order.kind)
    row.add(order.year)
    row.add(word: order.unit)
    row.add(word: order.citation.standing)
    row.add(order.citation.source)
    try row.insert()
    try order.lines.insert(of: id, into: lines, in: transaction)
    return id
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure) -> QuotaOrder?
  {
    try transaction.first("SELECT \(raw: columns) FROM quota_order WHERE id = \(id)", decode)
      .map { (order) throws(Failure) in try withLines(order, in: transaction) }
  }

  package static func exists(
    _ number: String, kind: QuotaKind, year: Int, in transaction: Transaction
  ) throws(Failure) -> Bool {
    try transaction.integer(
      """
      SELECT count(*) FROM quota_order
      WHERE kind = \(kind) AND year = \(year) AND number = \(number)
      """) > 0
  }

  /// The years of a kind for which orders are loaded, oldest first.
  package static func years(
    of kind: QuotaKind, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [Int] {
    try transaction.all(
      """
      SELECT DISTINCT year FROM quota_order WHERE kind = \(kind) AND act <= \(knowledge)
      ORDER BY year
      """
    ) { (row: inout Row) throws(Failure) in row.int() }
  }

  /// Every kind and year of which there is an order.
  package static func quotas(in transaction: Transaction) throws(Failure)
    -> [(kind: QuotaKind, year: Int)]
  {
    try transaction.all("SELECT DISTINCT kind, year FROM quota_order ORDER BY year, kind") {
      (row: inout Row) throws(Failure) in (try row.word(), row.int())
    }
  }

  /// The orders of a quota as known after act `knowledge`, in the order in which they take effect.
  package static func orders(
    of kind: QuotaKind, year: Int, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [QuotaOrder] {
    var orders: [QuotaOrder] = []
    let found = try transaction.all(
      """
      SELECT \(raw: columns) FROM quota_order WHERE kind = \(kind) AND year = \(year)
        AND act <= \(knowledge)
      ORDER BY effective_from, id
      """, decode)
    for order in found { orders.append(try withLines(order, in: transaction)) }
    return orders
  }

  private static let columns: StaticString =
    "id, number, order_date, effective_from, kind, year, unit, standing, source"

  private static func decode(_ row: inout Row) throws(Failure) -> (id: Int64, order: QuotaOrder) {
    let id = row.integer()
    let order = try QuotaOrder(
      number: row.text(), date: row.optionalDate(), effectiveFrom: row.date(), kind: row.word(),
      year: row.int(), unit: row.word(), citation: citation(&row), lines: [])
    return (id, order)
  }

  private static func citation(_ row: inout Row) throws(Failure) -> Citation {
    let standing: Standing = try row.word()
    return Citation(row.text(), standing: standing)
  }

  private static func withLines(
    _ found: (id: Int64, order: QuotaOrder), in transaction: Transaction
  ) throws(Failure) -> QuotaOrder {
    var order = found.order
    order.lines = try transaction.all(
      """
      SELECT region, places, line FROM quota_order_line WHERE order_id = \(found.id) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      OrderLine(region: row.optionalText(), amount: row.optionalInteger(), line: row.int())
    }
    return order
  }
}
