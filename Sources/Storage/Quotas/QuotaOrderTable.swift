package import Domain

/// The orders that give places to regions: kept as issued, never edited.
package enum QuotaOrderTable {
  static let orders = Layout(
    11, "quota_order",
    ["number", "order_date", "effective_from", "kind", "year", "unit", "standing", "source"],
    later: ["labour_share"])
  static let lines = Layout(12, "quota_order_line", ["order_id", "region", "places", "line"])

  package static func insert(_ order: QuotaOrder, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: orders)
    row.add(order.number)
    row.add(order.date)
    row.add(order.effectiveFrom)
    row.add(word: order.quota)
    row.add(order.year)
    row.add(word: order.unit)
    row.add(word: order.citation.standing)
    row.add(order.citation.source)
    row.addLater(order.labourShare?.rawValue)
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
    _ number: String, of quota: QuotaName, year: Int, in transaction: Transaction
  ) throws(Failure) -> Bool {
    try transaction.integer(
      """
      SELECT count(*) FROM quota_order
      WHERE kind = \(quota) AND year = \(year) AND number = \(number)
      """) > 0
  }

  /// The years of a quota for which orders are loaded, oldest first.
  package static func years(
    of quota: QuotaName, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [Int] {
    try transaction.all(
      """
      SELECT DISTINCT year FROM quota_order WHERE kind = \(quota) AND act <= \(knowledge)
      ORDER BY year
      """
    ) { (row: inout Row) throws(Failure) in row.int() }
  }

  /// Every quota, part of a quota and year of which there is an order.
  package static func quotas(in transaction: Transaction) throws(Failure)
    -> [(quota: QuotaName, year: Int)]
  {
    try transaction.all("SELECT DISTINCT kind, year FROM quota_order ORDER BY year, kind") {
      (row: inout Row) throws(Failure) in (try row.word(), row.int())
    }
  }

  /// The parts of a kind for which there are orders in a year: sections first, then countries.
  package static func parts(
    of kind: QuotaKind, year: Int, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [QuotaPart] {
    // A range of the index of kinds: “/” is followed by “0”.
    let names: [QuotaName] = try transaction.all(
      """
      SELECT DISTINCT kind FROM quota_order
      WHERE kind > \(kind.rawValue + "/") AND kind < \(kind.rawValue + "0") AND year = \(year)
        AND act <= \(knowledge)
      ORDER BY kind
      """
    ) { (row: inout Row) throws(Failure) in try row.word() }
    let parts = names.compactMap(\.part)
    return parts.filter(\.isSection) + parts.filter { !$0.isSection }
  }

  package static func orders(
    of kind: QuotaKind, year: Int, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [QuotaOrder] {
    try orders(
      of: QuotaName(kind: kind), year: year, knowledge: knowledge, in: transaction)
  }

  /// The orders of a quota as known after act `knowledge`, in the order in which they take effect.
  package static func orders(
    of quota: QuotaName, year: Int, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [QuotaOrder] {
    var orders: [QuotaOrder] = []
    let found = try transaction.all(
      """
      SELECT \(raw: columns) FROM quota_order WHERE kind = \(quota) AND year = \(year)
        AND act <= \(knowledge)
      ORDER BY effective_from, id
      """, decode)
    for order in found { orders.append(try withLines(order, in: transaction)) }
    return orders
  }

  private static let columns: StaticString =
    "id, number, order_date, effective_from, kind, year, unit, standing, source, labour_share"

  private static func decode(_ row: inout Row) throws(Failure) -> (id: Int64, order: QuotaOrder) {
    let id = row.integer()
    let number = row.text()
    let (date, effectiveFrom) = try (row.optionalDate(), row.date())
    let quota: QuotaName = try row.word()
    var order = try QuotaOrder(
      number: number, date: date, effectiveFrom: effectiveFrom, kind: quota.kind,
      part: quota.part, year: row.int(), unit: row.word(), citation: citation(&row), lines: [])
    order.labourShare = try row.optionalWord()
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
