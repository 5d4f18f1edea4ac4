package import Domain
package import Storage

/// Gives a region's unused places back to the country, by a paper of the region: kept as an order of
/// its own, so that every figure before and after it can be told again.
package struct ReturnPlaces: UseCase {
  package static let name = "quota.return"
  package static let permission = Permission.loadOrders

  package var kind: QuotaKind
  package var year: Int
  /// Any code of the region.
  package var region: String
  package var places: Int64
  /// The number of the paper.
  package var document: String
  package var reason: String
  package var on: LocalDate?

  package init(
    kind: QuotaKind, year: Int, region: String, places: Int64, document: String, reason: String,
    on: LocalDate? = nil
  ) {
    self.kind = kind
    self.year = year
    self.region = region
    self.places = places
    self.document = document
    self.reason = reason
    self.on = on
  }

  package var detail: String {
    "\(places) of \(kind.rawValue) \(year), \(region), by \(document): \(reason)"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(on)
    try Ground.check(reason: reason, for: "a return of places")
    let target = try Reference.regions().resolve(region, on: day)
    try ExpireReservations.run(on: facts.today, in: transaction)
    let usage = try QuotaUsage(kind: kind, year: year, on: day)
      .answer(in: transaction, given: facts)
    guard let line = usage.lines.first(where: { $0.region == target.code }),
      let allotted = line.allotted
    else {
      throw Failure(
        .quotaRegion, "how many places \(target.code) has in \(kind.rawValue) \(year) is not known")
    }
    let book = LedgerTable.Book(kind: kind, year: year, unit: usage.unit)
    let account = try LedgerTable.account(.region, region: target.code, of: book, in: transaction)
    let free = try min(line.free ?? 0, LedgerTable.free(in: account, on: facts.today, transaction))
    guard places > 0, places <= free else {
      throw Failure(
        .quotaExhausted,
        "\(target.code) has \(max(0, free)) unused places of \(kind.rawValue) \(year), and "
          + "\(places) cannot be given back")
    }
    let order = QuotaOrder(
      number: document, date: day, effectiveFrom: day, kind: kind, year: year, unit: usage.unit,
      citation: Citation("unused places given back: \(reason)", standing: .official),
      lines: [OrderLine(region: target.code, amount: allotted - places, line: 1)])
    return try LoadQuotaOrder(order: order).perform(in: transaction, given: facts)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> QuotaOrder
  {
    try LoadQuotaOrder.order(subject, in: transaction)
  }
}
