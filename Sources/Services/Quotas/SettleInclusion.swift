package import Domain
package import Storage

/// Confirms a reservation by the protocol of a commission's sitting.
package struct ConfirmInclusion: UseCase {
  package static let name = "quota.confirm"
  package static let permission = Permission.includeFamilies

  package var inclusion: Number<Inclusion>
  package var protocolNumber: String
  package var protocolDate: LocalDate?
  package var on: LocalDate?

  package init(
    inclusion: Number<Inclusion>, protocolNumber: String, protocolDate: LocalDate? = nil,
    on: LocalDate? = nil
  ) {
    self.inclusion = inclusion
    self.protocolNumber = protocolNumber
    self.protocolDate = protocolDate
    self.on = on
  }

  package var detail: String { "\(inclusion), protocol \(protocolNumber)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try confirm(in: transaction, given: facts)
    return inclusion.raw
  }

  /// Throws `reservation.settled` and `reservation.expired`, the latter by the dates alone.
  func confirm(in transaction: Transaction, given facts: Facts) throws(Failure) {
    let day = try facts.day(on)
    guard !protocolNumber.isEmpty else {
      throw Failure(.fieldRequired, "the protocol has no number")
    }
    let record = try InclusionTable.known(inclusion, in: transaction)
    guard record.step == .reserved, record.holdsPlaces,
      let reservation = try LedgerTable.transfer(record.transfer, in: transaction)
    else { throw .settled(record) }
    if let expires = reservation.expiresOn, expires <= day {
      throw Failure(
        .reservationExpired, "the reservation \(inclusion) held to \(expires.adding(days: -1))",
        hint: "include the family again, if places are free")
    }
    guard day >= record.countedOn else {
      throw Failure(.dateOrder, "\(inclusion) was reserved on \(record.countedOn), after \(day)")
    }
    let transfer = try LedgerTable.settle(
      record.currentPlaces, of: reservation, as: .confirm, on: day, in: transaction)
    try InclusionTable.add(
      InclusionTable.Step(
        .confirmed, on: day, protocolNumber: protocolNumber, protocolDate: protocolDate,
        transfer: transfer), to: inclusion, in: transaction)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> InclusionRecord
  {
    try InclusionTable.known(Number(raw: subject), in: transaction)
  }
}

/// Gives the places of an inclusion back, for a reason.
package struct ReleaseInclusion: UseCase {
  package static let name = "quota.release"
  package static let permission = Permission.includeFamilies

  package var inclusion: Number<Inclusion>
  package var reason: String
  package var on: LocalDate?

  package init(inclusion: Number<Inclusion>, reason: String, on: LocalDate? = nil) {
    self.inclusion = inclusion
    self.reason = reason
    self.on = on
  }

  package var detail: String { "\(inclusion): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(on)
    try Ground.check(reason: reason, for: "a release")
    let record = try InclusionTable.known(inclusion, in: transaction)
    guard record.holdsPlaces,
      let held = try LedgerTable.transfer(record.transfer, in: transaction)
    else { throw .settled(record) }
    guard day >= record.stepOn else {
      throw Failure(.dateOrder, "\(inclusion) was \(record.step.rawValue) on \(record.stepOn)")
    }
    let transfer = try LedgerTable.settle(
      record.currentPlaces, of: held, as: record.step == .reserved ? .release : .return, on: day,
      in: transaction)
    try InclusionTable.add(
      InclusionTable.Step(.released, on: day, reason: reason, transfer: transfer), to: inclusion,
      in: transaction)
    try InclusionTable.closePlaces(of: inclusion, in: transaction)
    return inclusion.raw
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> InclusionRecord
  {
    try InclusionTable.known(Number(raw: subject), in: transaction)
  }
}

/// Ends the reservations whose time has run out, as part of the act that needs the places.
enum ExpireReservations {
  static func run(on day: LocalDate, in transaction: Transaction) throws(Failure) {
    for record in try InclusionTable.overdue(on: day, in: transaction) {
      guard let held = try LedgerTable.transfer(record.transfer, in: transaction) else { continue }
      let transfer = try LedgerTable.settle(
        record.currentPlaces, of: held, as: .expire, on: day, in: transaction)
      try InclusionTable.add(
        InclusionTable.Step(.expired, on: day, reason: "its time ran out", transfer: transfer),
        to: record.number, in: transaction)
      try InclusionTable.closePlaces(of: record.number, in: transaction)
    }
  }
}

extension Failure {
  fileprivate static func settled(_ record: InclusionRecord) -> Failure {
    guard !record.isMoved else {
      return Failure(
        .reservationSettled, "the places of \(record.number) went with its people",
        hint: "kosh family show \(record.family) shows where they are")
    }
    return Failure(
      .reservationSettled, "\(record.number) was \(record.step.rawValue) on \(record.stepOn)")
  }
}

extension LedgerTable {
  /// Writes the transfer that settles so many places of another; the rest of them may have gone
  /// with their people to other inclusions.
  fileprivate static func settle(
    _ places: Int64, of transfer: Transfer, as move: Move, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> Int64 {
    try insert(
      Transfer(
        move: move, debit: transfer.debit, credit: transfer.credit, amount: places,
        effectiveOn: day, settles: transfer.id), in: transaction)
  }

  /// What an account has left on a day; below zero after an order has cut it.
  static func free(in account: Int64, on day: LocalDate, _ transaction: Transaction)
    throws(Failure) -> Int64
  {
    try allotted(to: account, on: day, in: transaction)
      - transaction.integer("SELECT held + spent FROM ledger_account WHERE id = \(account)")
  }
}
