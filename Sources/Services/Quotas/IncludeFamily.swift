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
    let open = try OpenQuota(
      QuotaName(kind: kind), year: year, region: region, on: day, in: transaction)
    var members = try MembershipTable.members(of: family, on: day, in: transaction)
    guard !members.isEmpty else {
      throw Failure(.familyMember, "\(family) has no members on \(day)")
    }
    try ExpireReservations.run(on: facts.today, in: transaction)
    switch who {
    case .everyone: break
    case .newcomers: members = try newcomers(among: members, by: open.unit, in: transaction)
    case .only(let people):
      members = members.filter { people.contains($0.survivor) }
      guard !members.isEmpty else {
        throw Failure(
          .familyMember, "none of \(NumberList.text(people)) belongs to \(family) on \(day)")
      }
    }
    try checkNoneHolds(members, in: transaction)
    let places = open.unit == .family ? 1 : Int64(members.count)
    let transfer = try open.reserve(
      places, for: "\(family)", on: day, today: facts.today,
      expiresOn: protocolNumber == nil ? expiresOn : nil, in: transaction)
    let draft = InclusionTable.Draft(
      family: family, kind: kind, year: year, region: region.code, unit: open.unit,
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
