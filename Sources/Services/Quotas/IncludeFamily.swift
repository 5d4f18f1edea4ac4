package import Domain
package import Storage

/// Includes a family in a region's quota: as many places as it has people on the day.
///
/// With a protocol the places are confirmed at once; without one they are reserved, until
/// `expiresOn` where that is given. The checks run in the order of the code below, and the last
/// word on the number of places is the database's own.
package struct IncludeFamily: UseCase {
  package static let name = "quota.include"
  package static let permission = Permission.includeFamilies

  package var family: Number<Family>
  package var kind: QuotaKind
  package var year: Int
  /// Any code of the region; nil takes the family's destination.
  package var region: String?
  package var protocolNumber: String?
  package var protocolDate: LocalDate?
  package var expiresOn: LocalDate?
  package var who: Who
  /// The day on which the people are counted; nil is the office's day.
  package var on: LocalDate?

  /// Whom of the family a place is taken for.
  package enum Who: Sendable {
    case everyone
    /// Those who hold none: a child born, or someone who came, since the others were included.
    case newcomers
    /// Those of these people who are members, by the numbers that survive.
    case only([Number<Person>])
  }

  package init(
    family: Number<Family>, kind: QuotaKind, year: Int, region: String?,
    protocolNumber: String? = nil, protocolDate: LocalDate? = nil, expiresOn: LocalDate? = nil,
    who: Who = .everyone, on: LocalDate? = nil
  ) {
    self.family = family
    self.kind = kind
    self.year = year
    self.region = region
    self.protocolNumber = protocolNumber
    self.protocolDate = protocolDate
    self.expiresOn = expiresOn
    self.who = who
    self.on = on
  }

  package var detail: String {
    let ground = protocolNumber.map { ", protocol \($0)" } ?? ", reserved"
    return "\(family), \(kind.rawValue) \(year), \(region ?? "its destination")\(ground)"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(on)
    if protocolNumber != nil {
      let record = try FamilyTable.known(family, in: transaction)
      try ProtocolGround.check(
        protocolNumber, of: protocolDate, on: day, region: quotaRegion(of: record, on: day).code,
        .include, family, in: transaction)
    }
    return try include(in: transaction, given: facts).raw
  }

  /// The same for a protocol that is being carried out.
  func include(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> Number<Inclusion>
  {
    let day = try facts.day(on)
    let record = try FamilyTable.known(family, in: transaction)
    let region = try quotaRegion(of: record, on: day)
    let (book, unit, account) = try openQuota(region, on: day, in: transaction)
    var members = try MembershipTable.members(of: family, on: day, in: transaction)
    guard !members.isEmpty else {
      throw Failure(.familyMember, "\(family) has no members on \(day)")
    }
    try ExpireReservations.run(on: facts.today, in: transaction)
    switch who {
    case .everyone: break
    case .newcomers: members = try newcomers(among: members, by: unit, in: transaction)
    case .only(let people):
      members = members.filter { people.contains($0.survivor) }
      guard !members.isEmpty else {
        throw Failure(
          .familyMember, "none of \(NumberList.text(people)) belongs to \(family) on \(day)")
      }
    }
    try checkNoneHolds(members, in: transaction)
    let places = unit == .family ? 1 : Int64(members.count)
    let transfer = try reserve(
      places, from: account, of: book, on: day, today: facts.today, in: transaction)
    let draft = InclusionTable.Draft(
      family: family, kind: kind, year: year, region: region.code, unit: unit,
      people: members.map(\.person), places: places, countedOn: day)
    let number = try InclusionTable.insert(draft, registered: facts.today.year, in: transaction)
    try InclusionTable.add(
      InclusionTable.Step(.reserved, on: day, transfer: transfer), to: number, in: transaction)
    if let protocolNumber {
      try ConfirmInclusion(
        inclusion: number, protocolNumber: protocolNumber, protocolDate: protocolDate, on: day
      ).confirm(in: transaction, given: facts)
    }
    return number
  }

  private func quotaRegion(of record: FamilyRecord, on day: LocalDate) throws(Failure)
    -> Region
  {
    guard let code = region ?? record.destinationRegion else {
      throw Failure(
        .fieldRequired, "\(family) has no destination; say which region's quota with --region")
    }
    return try Reference.regions().resolve(code, on: day)
  }

  /// The year must be the day's, the region one that receives people of this kind, and an order
  /// in force must name it.
  private func openQuota(_ region: Region, on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> (book: LedgerTable.Book, unit: QuotaUnit, account: Int64)
  {
    guard try Reference.quotaTerms().days(kind, year: year)?.contains(day) == true else {
      throw Failure(
        .quotaYearClosed, "the quota \(kind.rawValue) of \(year) is not open on \(day)",
        hint: "unused places lapse at the end of their year")
    }
    try checkSettles(region, on: day)
    let orders = try QuotaOrderTable.orders(of: kind, year: year, in: transaction)
      .filter { $0.effectiveFrom <= day }
    guard let order = orders.last else {
      throw Failure(
        .quotaUnknown, "no order in force on \(day) gives places for \(kind.rawValue) \(year)",
        hint: "kosh quota order FILE loads one")
    }
    let name = region.name(on: day).en
    let spread = OrderSpread(orders)
    let book = LedgerTable.Book(kind: kind, year: year, unit: order.unit)
    guard
      let account = try LedgerTable.find(.region, region: region.code, of: book, in: transaction)
    else {
      let isSpread = !spread.regions.isEmpty
      throw Failure(
        .quotaRegion,
        isSpread
          ? "the quota \(kind.rawValue) \(year) gives no places to \(name) (\(region.code))"
          : "how the quota \(kind.rawValue) \(year) is spread over the regions is not known",
        hint: isSpread ? nil : "load the order that spreads it: kosh quota order FILE",
        citation: order.citation)
    }
    guard !spread.isUnknown(region.code) else {
      throw Failure(
        .quotaRegion,
        "how many places \(name) (\(region.code)) has in \(kind.rawValue) \(year) is not known",
        hint: "load the order that gives its number: kosh quota order FILE",
        citation: order.citation)
    }
    return (book, order.unit, account)
  }

  private func checkSettles(_ region: Region, on day: LocalDate) throws(Failure) {
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

  private func newcomers(
    among members: [Membership], by unit: QuotaUnit, in transaction: Transaction
  ) throws(Failure) -> [Membership] {
    guard unit == .person else {
      throw Failure(
        .familyMember, "a place of \(kind.rawValue) \(year) is a whole family's",
        hint: "those who come later share it")
    }
    var found: [Membership] = []
    for member in members {
      if try InclusionTable.holding(member.person, in: transaction) == nil { found.append(member) }
    }
    guard !found.isEmpty else {
      throw Failure(.familyMember, "everyone of \(family) holds a place")
    }
    return found
  }

  /// A place is a person's, whatever quota or region or family it came by.
  private func checkNoneHolds(_ members: [Membership], in transaction: Transaction)
    throws(Failure)
  {
    for member in members {
      guard
        let held = try InclusionTable.holding(member.person, in: transaction)
      else { continue }
      throw Failure(
        .placeHeld,
        "\(member.person) of \(family) holds a place of \(held.kind.rawValue) \(held.year) in "
          + "\(held.region) by \(held.number)",
        hint: "a person holds one place; release that one first")
    }
    for member in members {
      for rival in try PlaceRival.all(of: member.person, in: transaction)
      where rival.match.decision == PlaceRival.certain {
        throw Failure(
          .placeHeld, "\(member.person) of \(family) \(rival.sentence)",
          hint: "decide first: kosh match decide \(rival.match.person) \(rival.match.candidate) "
            + "with --same or --different and --reason TEXT")
      }
    }
  }

  private func reserve(
    _ places: Int64, from account: Int64, of book: LedgerTable.Book, on day: LocalDate,
    today: LocalDate, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let families = try LedgerTable.account(.families, of: book, in: transaction)
    // An inclusion dated before a cut must not widen the overrun that the cut has left.
    let freeToday = try LedgerTable.free(in: account, on: today, transaction)
    guard places <= freeToday else { throw exhausted(places, free: freeToday) }
    do {
      return try LedgerTable.insert(
        LedgerTable.Transfer(
          move: .reserve, debit: account, credit: families, amount: places, effectiveOn: day,
          expiresOn: protocolNumber == nil ? expiresOn : nil), in: transaction)
    } catch {
      guard error.code == .quotaExhausted else { throw error }
      throw exhausted(places, free: try LedgerTable.free(in: account, on: day, transaction))
    }
  }

  private func exhausted(_ places: Int64, free: Int64) -> Failure {
    Failure(
      .quotaExhausted,
      "\(family) needs \(places) \(places == 1 ? "place" : "places") and \(max(0, free)) are free "
        + "in this region's quota of \(kind.rawValue) \(year)",
      hint: "kosh quota usage --year \(year) --kind \(kind.rawValue) shows the regions")
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> InclusionRecord
  {
    var record = try InclusionTable.known(Number(raw: subject), in: transaction)
    for person in try InclusionTable.people(of: record.number, in: transaction) {
      for rival in try PlaceRival.all(of: person, in: transaction) {
        record.doubts.append("\(person) \(rival.sentence)")
      }
    }
    return record
  }
}

extension InclusionTable {
  /// Throws `inclusion.not-found`.
  static func known(_ number: Number<Inclusion>, in transaction: Transaction) throws(Failure)
    -> InclusionRecord
  {
    guard let record = try find(number, in: transaction) else {
      throw Failure(.inclusionNotFound, "no inclusion is numbered \(number)")
    }
    return record
  }
}
