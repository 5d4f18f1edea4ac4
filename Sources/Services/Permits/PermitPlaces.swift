import Domain
import Storage

/// The places of quotas that permits take on the ledger: reserved at the application, confirmed at the
/// issue, given back when the permit ends.
struct PermitPlaces {
  let kind: QuotaKind
  /// Of the application: whose quota it takes its place of.
  let year: Int
  let day: LocalDate
  let citizenship: String?
  let section: String?
  let today: LocalDate

  /// Nil for a kind that takes no place.
  init?(
    _ form: PermitForm, citizenship: String?, year: Int, on day: LocalDate, today: LocalDate,
    _ book: PermitBook
  ) {
    guard let kind = book.rules.quota(of: form.kind, on: day) else { return nil }
    self.kind = kind
    self.year = year
    self.day = day
    self.citizenship = citizenship
    section = form.section
    self.today = today
  }

  /// The quotas that limit the permit in each of its regions.
  ///
  /// A country that a treaty gives places has a quota of its own; else the category's counts, and
  /// that of the section of activity where an order parts it so.
  private func quotas(in transaction: Transaction) throws(Failure) -> [QuotaName] {
    if let citizenship, try isParted(.country(citizenship), in: transaction) {
      return [QuotaName(kind: kind, part: .country(citizenship))]
    }
    var quotas = [QuotaName(kind: kind)]
    if let section, try isParted(.section(section), in: transaction) {
      quotas.append(QuotaName(kind: kind, part: .section(section)))
    }
    return quotas
  }

  /// Whether the worker's country has a quota of its own.
  func isOfTreatyCountry(in transaction: Transaction) throws(Failure) -> Bool {
    try citizenship.map { (code) throws(Failure) in
      try isParted(.country(code), in: transaction)
    } ?? false
  }

  /// Whether an order that is in force on the day gives places to the part.
  private func isParted(_ part: QuotaPart, in transaction: Transaction) throws(Failure) -> Bool {
    try QuotaOrderTable.orders(
      of: QuotaName(kind: kind, part: part), year: year, in: transaction
    ).contains { $0.effectiveFrom <= day }
  }

  // MARK: Looking

  /// Whether each region has a place, on a day; nothing is written.
  func answers(for regions: [String], on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> [PermitPlaceAnswer]
  {
    var answers: [PermitPlaceAnswer] = []
    for code in regions {
      let region = try Reference.regions().resolve(code, on: day)
      for quota in try quotas(in: transaction) {
        answers.append(try answer(quota, region, on: day, in: transaction))
      }
    }
    return answers
  }

  private func answer(
    _ quota: QuotaName, _ region: Region, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> PermitPlaceAnswer {
    do {
      let open = try OpenQuota(quota, year: year, region: region, on: day, in: transaction)
      let free = try free(in: open.account, on: day, in: transaction)
      return PermitPlaceAnswer(
        region: region.code, free: free,
        failure: free > 0 ? nil : exhausted(quota, region, on: day))
    } catch {
      guard error.code.kind != .fault, error.code.kind != .busy else { throw error }
      return PermitPlaceAnswer(region: region.code, free: nil, failure: error)
    }
  }

  /// What is free both on the day and today; places whose day has come count as given back.
  private func free(in account: Int64, on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let ended = try PermitTable.endedPlaces(in: account, by: today, in: transaction)
    let free = try min(
      LedgerTable.free(in: account, on: day, transaction),
      LedgerTable.free(in: account, on: today, transaction))
    return free + ended
  }

  private func exhausted(_ quota: QuotaName, _ region: Region, on day: LocalDate) -> Failure {
    Failure(
      .quotaExhausted,
      "no place is free in the quota \(quota) \(year) of \(region.name(on: day).en) "
        + "(\(region.code))",
      hint: "kosh quota usage --year \(year) \(quota.options) shows the regions")
  }

  // MARK: Moving

  /// Reserves a place in each region, for as long as the application is under way.
  func reserve(
    for permit: Number<WorkPermit>, in regions: [String], on day: LocalDate,
    _ transaction: Transaction
  ) throws(Failure) {
    // What was paid in time and is entered in the next year has the place of its own year.
    let open = LocalDate(year: year, month: 12, day: 31).map { min(day, $0) } ?? day
    for code in regions {
      let region = try Reference.regions().resolve(code, on: day)
      for quota in try quotas(in: transaction) {
        let open = try OpenQuota(quota, year: year, region: region, on: open, in: transaction)
        let transfer = try open.reserve(
          1, for: "\(permit)", on: day, today: today, expiresOn: nil, in: transaction)
        try PermitTable.take(
          transfer, of: open.account, region: region.code, for: permit, in: transaction)
      }
    }
  }

  /// Says from which day on the places of a permit are free again by themselves.
  static func hold(
    _ permit: Number<WorkPermit>, until day: LocalDate?, in transaction: Transaction
  ) throws(Failure) {
    for place in try PermitTable.places(of: permit, in: transaction) where place.endsOn != day {
      try pass(place, to: permit, until: day, in: transaction)
    }
  }

  /// Confirms what is reserved, to the day on which the permit ends.
  static func confirm(
    _ permit: Number<WorkPermit>, on day: LocalDate, until end: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    for place in try PermitTable.places(of: permit, in: transaction) {
      let held = try transfer(of: place, in: transaction)
      guard held.move == .reserve else {
        // What an extension goes on with was confirmed for the permit before it.
        try pass(place, to: permit, until: end, in: transaction)
        continue
      }
      try PermitTable.close(place, in: transaction)
      let confirmed = try LedgerTable.settle(1, of: held, as: .confirm, on: day, in: transaction)
      try PermitTable.take(
        confirmed, of: place.account, region: place.region, for: permit, endsOn: end,
        in: transaction)
    }
  }

  /// Passes the places of one permit on to another, which holds them to its own end.
  ///
  /// Nothing moves on the ledger: the places stay taken, also where an order has cut the region below
  /// what is used.
  static func pass(
    from permit: Number<WorkPermit>, to other: Number<WorkPermit>, until end: LocalDate?,
    in transaction: Transaction
  ) throws(Failure) {
    for place in try PermitTable.places(of: permit, in: transaction) {
      try pass(place, to: other, until: end, in: transaction)
    }
  }

  private static func pass(
    _ place: PermitTable.Place, to other: Number<WorkPermit>, until end: LocalDate?,
    in transaction: Transaction
  ) throws(Failure) {
    try PermitTable.close(place, in: transaction)
    try PermitTable.take(
      place.transfer, of: place.account, region: place.region, for: other, endsOn: end,
      in: transaction)
  }

  /// Gives up every place of a permit that comes to nothing or ends on a day.
  ///
  /// An extension goes on with the place of the permit before it. While that one holds still, it is
  /// its place again; the rest is free.
  static func release(
    _ record: PermitRecord, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    if let earlier = try PermitTable.earlier(of: record, in: transaction),
      record.request == .extension, let end = earlier.validity?.to, day < end,
      !earlier.state(on: day).isFinal,
      try PermitTable.places(of: earlier.number, in: transaction).isEmpty
    {
      return try pass(from: record.number, to: earlier.number, until: end, in: transaction)
    }
    for place in try PermitTable.places(of: record.number, in: transaction) {
      try giveBack(place, on: day, in: transaction)
    }
  }

  static func giveBack(
    _ place: PermitTable.Place, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let held = try transfer(of: place, in: transaction)
    let isOver = place.endsOn.map { $0 <= day } ?? false
    let move: LedgerTable.Move =
      held.move == .confirm ? .return : (isOver ? .expire : .release)
    _ = try LedgerTable.settle(
      1, of: held, as: move, on: max(day, held.effectiveOn), in: transaction)
    try PermitTable.close(place, in: transaction)
  }

  private static func transfer(of place: PermitTable.Place, in transaction: Transaction)
    throws(Failure) -> LedgerTable.Transfer
  {
    guard let transfer = try LedgerTable.transfer(place.transfer, in: transaction) else {
      throw .damaged("the transfer \(place.transfer)", "nothing")
    }
    return transfer
  }
}

/// Gives back the places whose day has come, and lets unpaid applications lapse, as part of the next
/// act about permits.
///
/// That a permit has expired is told by its days alone. The permit that the act is about is left to
/// the act, which may be of a day before.
enum EndPermits {
  static func run(
    on today: LocalDate, except own: Number<WorkPermit>? = nil, in transaction: Transaction
  ) throws(Failure) {
    for (permit, payBy) in try PermitTable.unpaid(on: today, in: transaction) where permit != own {
      let day = payBy.adding(days: 1)
      try PermitPlaces.release(
        PermitTable.known(permit, in: transaction), on: day, in: transaction)
      try PermitTable.add(
        PermitStep(.lapse, to: .lapsed, on: day, reason: "not paid by \(payBy)"),
        to: permit, in: transaction)
      try PermitTable.set(nil, of: permit, in: transaction)
    }
    for place in try PermitTable.ended(by: today, in: transaction) where place.permit != own {
      guard let day = place.endsOn else { continue }
      try PermitPlaces.giveBack(place, on: day, in: transaction)
    }
  }
}
