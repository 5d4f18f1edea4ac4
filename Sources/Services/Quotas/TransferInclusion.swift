package import Domain
package import Storage

/// Moves a family's places from one region's quota to another's, in one act: they are given back
/// there and taken here, so that nobody holds two and no other takes them on the way.
///
/// A reservation stays a reservation with its term; confirmed places need a protocol.
package struct TransferInclusion: UseCase {
  package static let name = "quota.transfer"
  package static let permission = Permission.includeFamilies

  package var inclusion: Number<Inclusion>
  /// Any code of the region that receives the family.
  package var region: String
  package var reason: String
  package var protocolNumber: String?
  package var protocolDate: LocalDate?
  package var on: LocalDate?

  package init(
    inclusion: Number<Inclusion>, region: String, reason: String, protocolNumber: String? = nil,
    protocolDate: LocalDate? = nil, on: LocalDate? = nil
  ) {
    self.inclusion = inclusion
    self.region = region
    self.reason = reason
    self.protocolNumber = protocolNumber
    self.protocolDate = protocolDate
    self.on = on
  }

  package var detail: String { "\(inclusion) to \(region): \(reason)" }

  /// Gives the new inclusion; throws `quota.region` where the places are of that region already.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(on)
    let record = try InclusionTable.known(inclusion, in: transaction)
    try ProtocolGround.check(
      protocolNumber, of: protocolDate, on: day,
      region: Reference.regions().resolve(region, on: day).code, .transfer, record.family,
      in: transaction)
    return try transfer(in: transaction, given: facts).raw
  }

  /// The same for a protocol that is being carried out.
  func transfer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> Number<Inclusion>
  {
    let day = try facts.day(on)
    let record = try InclusionTable.known(inclusion, in: transaction)
    let target = try Reference.regions().resolve(region, on: day)
    guard target.code != record.region else {
      throw Failure(.quotaRegion, "\(inclusion) is of \(target.code) already")
    }
    var people: [Number<Person>] = []
    for holder in try InclusionTable.people(of: inclusion, in: transaction) {
      people.append(try PersonLinkTable.survivor(of: holder, in: transaction))
    }
    let expires = try LedgerTable.transfer(record.transfer, in: transaction)?.expiresOn
    if record.step == .reserved, let expires, expires <= day { throw .expired(inclusion, expires) }
    let release = ReleaseInclusion(
      inclusion: inclusion, reason: "goes to \(target.code): \(reason)",
      protocolNumber: protocolNumber, protocolDate: protocolDate, on: day)
    try release.release(in: transaction, given: facts)
    let include = IncludeFamily(
      family: record.family, kind: record.kind, year: record.year, region: target.code,
      protocolNumber: record.step == .confirmed ? protocolNumber : nil,
      protocolDate: protocolDate, expiresOn: expires,
      who: record.unit == .person ? .only(people) : .everyone, on: day)
    return try include.include(in: transaction, given: facts)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> InclusionRecord
  {
    try InclusionTable.known(Number(raw: subject), in: transaction)
  }
}
