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
    let record = try InclusionTable.known(inclusion, in: transaction)
    try ProtocolGround.check(
      protocolNumber, of: protocolDate, on: facts.day(on), region: record.region, .include,
      record.family, in: transaction)
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
    if let expires = reservation.expiresOn, expires <= day { throw .expired(inclusion, expires) }
    guard day >= record.countedOn else {
      throw Failure(.dateOrder, "\(inclusion) was reserved on \(record.countedOn), after \(day)")
    }
    let places = try giveBackOfLeavers(record, reservation, on: day, in: transaction)
    let transfer = try LedgerTable.settle(
      places, of: reservation, as: .confirm, on: day, in: transaction)
    try InclusionTable.add(
      InclusionTable.Step(
        .confirmed, on: day, protocolNumber: protocolNumber, protocolDate: protocolDate,
        transfer: transfer), to: inclusion, in: transaction)
  }

  /// Gives the places that are left to confirm.
  ///
  /// A protocol confirms those who still belong to the family on its day: the places of the others
  /// go back.
  private func giveBackOfLeavers(
    _ record: InclusionRecord, _ reservation: LedgerTable.Transfer, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let members = try MembershipTable.members(of: record.family, on: day, in: transaction)
    let holders = try InclusionTable.people(of: inclusion, in: transaction)
    var leavers: [Number<Person>] = []
    for holder in holders {
      let person = try PersonLinkTable.survivor(of: holder, in: transaction)
      if !members.contains(where: { $0.survivor == person }) { leavers.append(holder) }
    }
    guard !leavers.isEmpty else { return record.currentPlaces }
    guard leavers.count < holders.count else {
      throw Failure(
        .familyMember, "nobody of \(inclusion) belongs to \(record.family) on \(day)",
        hint: "kosh quota release \(inclusion) --reason TEXT gives the places back")
    }
    return try record.giveBack(
      leavers, of: reservation, on: day, reason: "no member of the family on the protocol's day",
      in: transaction)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> InclusionRecord
  {
    try InclusionTable.known(Number(raw: subject), in: transaction)
  }
}

/// Gives the places of an inclusion back, for a reason: those of all its people, or of some.
///
/// Places that a protocol confirmed are taken back by a protocol.
package struct ReleaseInclusion: UseCase {
  package static let name = "quota.release"
  package static let permission = Permission.includeFamilies

  package var inclusion: Number<Inclusion>
  /// Whose places; empty means everybody's.
  package var people: [Number<Person>]
  package var reason: String
  package var protocolNumber: String?
  package var protocolDate: LocalDate?
  package var on: LocalDate?

  package init(
    inclusion: Number<Inclusion>, people: [Number<Person>] = [], reason: String,
    protocolNumber: String? = nil, protocolDate: LocalDate? = nil, on: LocalDate? = nil
  ) {
    self.inclusion = inclusion
    self.people = people
    self.reason = reason
    self.protocolNumber = protocolNumber
    self.protocolDate = protocolDate
    self.on = on
  }

  package var detail: String {
    let who = people.isEmpty ? "" : ", \(NumberList.text(people))"
    return "\(inclusion)\(who): \(reason)\(protocolNumber.map { ", protocol \($0)" } ?? "")"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let record = try InclusionTable.known(inclusion, in: transaction)
    try ProtocolGround.check(
      protocolNumber, of: protocolDate, on: facts.day(on), region: record.region, .release,
      record.family, in: transaction)
    try release(in: transaction, given: facts)
    return inclusion.raw
  }

  /// The same for a protocol that is being carried out.
  func release(in transaction: Transaction, given facts: Facts) throws(Failure) {
    let day = try facts.day(on)
    try Ground.check(reason: reason, for: "a release")
    let record = try InclusionTable.known(inclusion, in: transaction)
    guard record.holdsPlaces,
      let held = try LedgerTable.transfer(record.transfer, in: transaction)
    else { throw .settled(record) }
    guard day >= record.stepOn else {
      throw Failure(.dateOrder, "\(inclusion) was \(record.step.rawValue) on \(record.stepOn)")
    }
    guard record.step == .reserved || protocolNumber?.isEmpty == false else {
      throw Failure(
        .inclusionConfirmed,
        "\(inclusion) was confirmed by protocol \(record.protocolNumber ?? "?") on "
          + "\(record.stepOn)",
        hint: "a protocol takes the places back: --protocol NUMBER")
    }
    let holders = try InclusionTable.people(of: inclusion, in: transaction)
    let leavers = try leavers(among: holders, in: transaction)
    guard leavers.isEmpty || leavers.count == holders.count else {
      _ = try record.giveBack(
        leavers, of: held, on: day,
        reason: protocolNumber.map { "\(reason), protocol \($0)" } ?? reason, in: transaction)
      return
    }
    let transfer = try LedgerTable.settle(
      record.currentPlaces, of: held, as: record.step == .reserved ? .release : .return, on: day,
      in: transaction)
    try InclusionTable.add(
      InclusionTable.Step(
        .released, on: day, protocolNumber: protocolNumber, protocolDate: protocolDate,
        reason: reason, transfer: transfer), to: inclusion, in: transaction)
    try InclusionTable.closePlaces(of: inclusion, in: transaction)
  }

  /// The numbers under which those who are named hold their places, each once.
  private func leavers(
    among holders: [Number<Person>], in transaction: Transaction
  ) throws(Failure) -> [Number<Person>] {
    var leavers: [Number<Person>] = []
    for person in people {
      let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
      guard let holder = holders.first(where: numbers.contains) else {
        throw Failure(
          .memberNotFound, "\(person) holds no place by \(inclusion)",
          hint: "those who do: \(NumberList.text(holders))")
      }
      if !leavers.contains(holder) { leavers.append(holder) }
    }
    return leavers
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> InclusionRecord
  {
    try InclusionTable.known(Number(raw: subject), in: transaction)
  }
}

extension InclusionRecord {
  /// Gives back the places of some of the people, and says how many are left.
  ///
  /// The others keep theirs; a place of a whole family stays with those who are left.
  fileprivate func giveBack(
    _ leavers: [Number<Person>], of held: LedgerTable.Transfer, on day: LocalDate, reason: String,
    in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let places = unit == .family ? 0 : Int64(leavers.count)
    if places > 0 {
      _ = try LedgerTable.settle(
        places, of: held, as: step == .reserved ? .release : .return, on: day, in: transaction)
    }
    let change = InclusionTable.Change(
      inclusion: number, on: day, people: -leavers.count, places: -places, other: nil,
      reason: reason)
    try InclusionTable.insert(change, in: transaction)
    try InclusionTable.closePlaces(of: leavers, in: number, transaction)
    return currentPlaces - places
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
  static func expired(_ inclusion: Number<Inclusion>, _ day: LocalDate) -> Failure {
    Failure(
      .reservationExpired, "the reservation \(inclusion) held to \(day.adding(days: -1))",
      hint: "include the family again, if places are free")
  }

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
  static func settle(
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
