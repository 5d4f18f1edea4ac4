package import Domain
package import Storage

/// How a quota is used, by region, on a day.
package struct QuotaUsage: Query {
  package static let name = "quota.usage"
  package static let permission = Permission.readReports

  package var kind: QuotaKind
  package var year: Int
  package var on: LocalDate?

  package init(kind: QuotaKind, year: Int, on: LocalDate? = nil) {
    self.kind = kind
    self.year = year
    self.on = on
  }

  package var detail: String { "\(kind.rawValue) \(year)" }

  package struct Answer: Hashable, Sendable {
    package var kind: QuotaKind
    package var year: Int
    package var unit: QuotaUnit
    package var on: LocalDate
    /// In the official order of regions.
    package var lines: [QuotaLine]
    /// The sum of the lines; what is allotted is the total the orders state, nil where they name
    /// the country without its number.
    package var total: QuotaLine
    /// Places of the country that no order has given to a region whose number is known.
    package var undistributed: Int64
    /// The orders in force, oldest first.
    package var orders: [QuotaOrder]
  }

  /// Throws `quota.unknown` where no order in force on the day gives places.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    // The end of a past year, or today in the year that runs.
    let end = try Reference.quotaTerms().days(kind, year: year)?.to
    let day = on ?? min(facts.today, end?.adding(days: -1) ?? facts.today)
    let orders = try QuotaOrderTable.orders(of: kind, year: year, in: transaction)
      .filter { $0.effectiveFrom <= day }
    guard let unit = orders.last?.unit else {
      throw Failure(
        .quotaUnknown, "no order in force on \(day) gives places for \(kind.rawValue) \(year)",
        hint: "kosh quota order FILE loads one")
    }
    let spread = QuotaSpread(orders)
    let book = LedgerTable.Book(kind: kind, year: year, unit: unit)
    let balances = try LedgerTable.balances(of: book, on: day, in: transaction)
    let regions = try Reference.regions()
    var lines: [QuotaLine] = []
    for region in regions.all {
      guard spread.regions[region.code] != nil,
        let balance = balances.first(where: { $0.region == region.code })
      else { continue }
      lines.append(
        QuotaLine(
          region: region.code,
          allotted: spread.isUnknown(region.code) ? nil : balance.allotted,
          reserved: balance.reserved, used: balance.used))
    }
    let total = QuotaLine(
      region: QuotaOrderFile.country, allotted: spread.total,
      reserved: lines.reduce(0) { $0 + $1.reserved }, used: lines.reduce(0) { $0 + $1.used },
      overrun: lines.reduce(0) { $0 + $1.overrun })
    return Answer(
      kind: kind, year: year, unit: unit, on: day, lines: lines, total: total,
      undistributed: spread.undistributed, orders: orders)
  }
}
