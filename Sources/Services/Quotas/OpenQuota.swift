package import Domain
import Storage

/// The quota out of which a region gives places on a day: its orders are in force, and they name the
/// region with its number.
struct OpenQuota {
  let quota: QuotaName
  let year: Int
  let book: LedgerTable.Book
  /// What one place is.
  let unit: QuotaUnit
  /// The region's account.
  let account: Int64

  /// Throws `quota.year-closed` where the quota is not open on the day, `quota.region` where the
  /// region receives nobody of the kind or has no places that are known, and `quota.unknown` where
  /// no order is in force.
  init(
    _ quota: QuotaName, year: Int, region: Region, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    guard try Reference.quotaTerms().days(quota.kind, year: year)?.contains(day) == true else {
      throw Failure(
        .quotaYearClosed, "the quota \(quota) of \(year) is not open on \(day)",
        hint: "unused places lapse at the end of their year")
    }
    try Self.checkSettles(region, quota.kind, on: day)
    let orders = try QuotaOrderTable.orders(of: quota, year: year, in: transaction)
      .filter { $0.effectiveFrom <= day }
    guard let order = orders.last else {
      throw Failure(
        .quotaUnknown, "no order in force on \(day) gives places for \(quota) \(year)",
        hint: "kosh quota order FILE loads one")
    }
    book = LedgerTable.Book(quota: quota, year: year, unit: order.unit)
    account = try Self.account(
      of: region, OrderSpread(orders), last: order, on: day, book, in: transaction)
    self.quota = quota
    self.year = year
    unit = order.unit
  }

  private static func checkSettles(_ region: Region, _ kind: QuotaKind, on day: LocalDate)
    throws(Failure)
  {
    guard let settling = kind.settling,
      let list = try Reference.settlement().regions(kind: settling, on: day),
      !list.codes.contains(region.code)
    else { return }
    throw Failure(
      .quotaRegion,
      "\(region.name(on: day).en) (\(region.code)) does not receive "
        + "\(settling.name.en.lowercased()) on \(day)",
      hint: "those that do: \(list.codes.joined(separator: ", "))", citation: list.citation)
  }

  private static func account(
    of region: Region, _ spread: OrderSpread, last order: QuotaOrder, on day: LocalDate,
    _ book: LedgerTable.Book, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let name = "\(region.name(on: day).en) (\(region.code))"
    let quota = "\(order.quota) \(order.year)"
    guard
      let account = try LedgerTable.find(.region, region: region.code, of: book, in: transaction)
    else {
      let isSpread = !spread.regions.isEmpty
      throw Failure(
        .quotaRegion,
        isSpread
          ? "the quota \(quota) gives no places to \(name)"
          : "how the quota \(quota) is spread over the regions is not known",
        hint: isSpread ? nil : "load the order that spreads it: kosh quota order FILE",
        citation: order.citation)
    }
    guard !spread.isUnknown(region.code) else {
      throw Failure(
        .quotaRegion, "how many places \(name) has in \(quota) is not known",
        hint: "load the order that gives its number: kosh quota order FILE",
        citation: order.citation)
    }
    return account
  }

  /// Sets places aside for `taker`, and answers with the transfer; throws `quota.exhausted`.
  ///
  /// They are free on the day and today too: a decision dated before a cut must not widen the
  /// overrun that the cut has left. Without `expiresOn` they stay set aside until they are settled.
  func reserve(
    _ places: Int64, for taker: String, on day: LocalDate, today: LocalDate,
    expiresOn: LocalDate?, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let takers = try LedgerTable.account(.families, of: book, in: transaction)
    let freeToday = try LedgerTable.free(in: account, on: today, transaction)
    guard places <= freeToday else { throw exhausted(places, for: taker, free: freeToday) }
    do {
      return try LedgerTable.insert(
        LedgerTable.Transfer(
          move: .reserve, debit: account, credit: takers, amount: places, effectiveOn: day,
          expiresOn: expiresOn), in: transaction)
    } catch {
      guard error.code == .quotaExhausted else { throw error }
      let free = try LedgerTable.free(in: account, on: day, transaction)
      throw exhausted(places, for: taker, free: free)
    }
  }

  private func exhausted(_ places: Int64, for taker: String, free: Int64) -> Failure {
    Failure(
      .quotaExhausted,
      "\(taker) needs \(places) \(places == 1 ? "place" : "places") and \(max(0, free)) are free "
        + "in this region's quota of \(quota) \(year)",
      hint: "kosh quota usage --year \(year) \(quota.options) shows the regions")
  }
}

extension QuotaName {
  /// How commands name it: `--kind labour-3 --section F`.
  package var options: String {
    switch part {
    case nil: "--kind \(kind.rawValue)"
    case .section(let code): "--kind \(kind.rawValue) --section \(code)"
    case .country(let code): "--kind \(kind.rawValue) --country \(code)"
    }
  }
}
