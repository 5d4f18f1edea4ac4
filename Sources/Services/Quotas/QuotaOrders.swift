package import Domain
package import Storage

/// The orders of the register, as they were issued, with what each changed.
package struct QuotaOrders: Query {
  package static let name = "quota.order.list"
  package static let permission = Permission.readReports

  /// Nil for orders of every number, kind, year; a kind includes its parts.
  package var number: String?
  package var kind: QuotaKind?
  package var year: Int?

  package init(number: String? = nil, kind: QuotaKind? = nil, year: Int? = nil) {
    self.number = number
    self.kind = kind
    self.year = year
  }

  package var detail: String {
    let words = [number, kind?.rawValue, year.map { "\($0)" }].compactMap(\.self)
    return words.isEmpty ? "all" : words.joined(separator: ", ")
  }

  /// An order between what held before it and what holds from it on.
  package struct Entry: Hashable, Sendable {
    package let order: QuotaOrder
    package let before: OrderSpread
    package let after: OrderSpread

    /// Every region of either, in the official order.
    package func regions(of register: RegionRegister) -> [Region] {
      register.all.filter { before.regions[$0.code] != nil || after.regions[$0.code] != nil }
    }
  }

  /// By year, then kind, then day of effect; throws `order.not-found` where a number is given that
  /// no order has.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Entry] {
    var entries: [Entry] = []
    for quota in try QuotaOrderTable.quotas(in: transaction)
    where (kind ?? quota.quota.kind) == quota.quota.kind && (year ?? quota.year) == quota.year {
      entries += try Self.entries(of: quota.quota, quota.year, in: transaction)
    }
    guard let number else { return entries }
    let found = entries.filter { $0.order.number == number }
    guard !found.isEmpty else {
      let near = entries.map(\.order.number).suffix(5).joined(separator: ", ")
      throw Failure(
        .orderNotFound, "no order is numbered \(number)",
        hint: near.isEmpty ? "kosh quota order FILE loads one" : "the last are \(near)")
    }
    return found
  }

  private static func entries(
    of quota: QuotaName, _ year: Int, in transaction: Transaction
  ) throws(Failure) -> [Entry] {
    let orders = try QuotaOrderTable.orders(of: quota, year: year, in: transaction)
    return orders.indices.map { place in
      Entry(
        order: orders[place], before: OrderSpread(Array(orders[..<place])),
        after: OrderSpread(Array(orders[...place])))
    }
  }
}

/// What held after one order beside what held after another, quota by quota.
package struct CompareQuotaOrders: Query {
  package static let name = "quota.order.compare"
  package static let permission = Permission.readReports

  package var one: String
  package var other: String

  package init(_ one: String, _ other: String) {
    self.one = one
    self.other = other
  }

  package var detail: String { "\(one), \(other)" }

  /// One quota, or part of one, and year.
  ///
  /// A side whose order does not concern it has what held when that order took effect; nil where
  /// there was nothing yet.
  package struct Pair: Hashable, Sendable {
    package let quota: QuotaName
    package let year: Int
    package let unit: QuotaUnit
    package let one: OrderSpread?
    package let other: OrderSpread?
  }

  /// Throws `order.not-found`.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Pair] {
    let left = try QuotaOrders(number: one).answer(in: transaction, given: facts)
    let right = try QuotaOrders(number: other).answer(in: transaction, given: facts)
    var pairs: [Pair] = []
    for order in (left + right).map(\.order) {
      guard !pairs.contains(where: { $0.quota == order.quota && $0.year == order.year }) else {
        continue
      }
      pairs.append(
        Pair(
          quota: order.quota, year: order.year, unit: order.unit,
          one: try Self.spread(after: left, of: order, in: transaction),
          other: try Self.spread(after: right, of: order, in: transaction)))
    }
    return pairs
  }

  private static func spread(
    after entries: [QuotaOrders.Entry], of quota: QuotaOrder, in transaction: Transaction
  ) throws(Failure) -> OrderSpread? {
    let own = entries.first { $0.order.quota == quota.quota && $0.order.year == quota.year }
    if let own { return own.after }
    guard let day = entries.first?.order.effectiveFrom else { return nil }
    let orders = try QuotaOrderTable.orders(of: quota.quota, year: quota.year, in: transaction)
      .filter { $0.effectiveFrom <= day }
    return orders.isEmpty ? nil : OrderSpread(orders)
  }
}
