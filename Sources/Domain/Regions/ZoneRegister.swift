/// The zones of programmes, and in which of them a region of any day lies.
package struct ZoneRegister: Sendable {
  /// Programme by programme, in the programme's own order.
  package let all: [Zone]

  private let regions: RegionRegister

  /// Throws `rule.malformed` where an id stands twice, a region is not of the zone's first day or
  /// is in two zones or in none, or a programme has two divisions on one day.
  package init(_ zones: [Zone], _ register: RegionRegister) throws(Failure) {
    var ids: Set<String> = []
    for zone in zones {
      guard ids.insert(zone.id).inserted else { throw Self.malformed("\(zone.id) stands twice") }
      try Self.check(zone, register)
    }
    for zone in zones { try Self.check(zone, among: zones, register) }
    all = zones
    regions = register
  }

  private static func malformed(_ detail: String) -> Failure {
    Failure(.ruleMalformed, "zones: \(detail)")
  }

  private static func check(_ zone: Zone, _ register: RegionRegister) throws(Failure) {
    for code in zone.regions {
      guard let region = register.region(code) else {
        throw malformed("\(zone.id) names \(code), which is not a region")
      }
      guard region.period.contains(zone.period.from) else {
        throw malformed("\(zone.id) names \(code), which did not exist on \(zone.period.from)")
      }
    }
  }

  /// The zones of one programme with the same days are one division, which must be a partition.
  private static func check(
    _ zone: Zone, among zones: [Zone], _ register: RegionRegister
  ) throws(Failure) {
    var holders: [String: String] = [:]
    for other in zones where other.programme == zone.programme {
      guard other.period == zone.period else {
        guard other.period.overlaps(zone.period) else { continue }
        throw malformed("\(zone.id) and \(other.id) have other days, and overlap")
      }
      for code in other.regions {
        guard let holder = holders.updateValue(other.id, forKey: code) else { continue }
        throw malformed("\(code) is in \(holder) and in \(other.id)")
      }
    }
    for region in register.all(on: zone.period.from) where holders[region.code] == nil {
      throw malformed("\(region.code) is in no zone of \(zone.programme.rawValue)")
    }
  }

  /// The zone with an id; throws `zone.unknown`, with the known ones as the hint.
  package func zone(_ id: String) throws(Failure) -> Zone {
    if let zone = all.first(where: { $0.id == id.lowercased() }) { return zone }
    let known = all.map(\.id).joined(separator: ", ")
    throw Failure(.zoneUnknown, "“\(id)” is not a zone", hint: "the zones are \(known)")
  }

  /// The zones of a programme that count on a day: those in force, else the last before it, else
  /// the first.
  package func zones(of programme: Programme, on day: LocalDate) -> [Zone] {
    let own = all.filter { $0.programme == programme }
    let begun = own.filter { $0.period.from <= day }.max { $0.period.from < $1.period.from }
    guard let chosen = begun ?? own.min(by: { $0.period.from < $1.period.from }) else { return [] }
    return own.filter { $0.period == chosen.period }
  }

  /// The zone in which a region of a day lies.
  ///
  /// A region that the programme could not name lies where the land is that it was made of. Nil
  /// for a region that is not of the day, and for one made out of two zones.
  package func place(
    of region: String, in programme: Programme, on day: LocalDate
  ) -> ZonePlace? {
    places(in: programme, on: day).first { $0.region == region }
  }

  /// The regions of a day that lie in a zone, in the register's order.
  package func places(in zone: Zone, on day: LocalDate) -> [ZonePlace] {
    places(of: [zone], on: day)
  }

  /// The regions of a day with their zones, in the register's order.
  package func places(in programme: Programme, on day: LocalDate) -> [ZonePlace] {
    places(of: zones(of: programme, on: day), on: day)
  }

  private func places(of zones: [Zone], on day: LocalDate) -> [ZonePlace] {
    guard let first = zones.first else { return [] }
    let groups = regions.groups(from: first.period.from, to: day)
    return regions.all(on: day).compactMap { region in
      guard let group = groups.first(where: { $0.to.contains(region.code) }),
        let zone = zones.first(where: { Set($0.regions).isSuperset(of: group.from) }),
        !group.from.isEmpty
      else { return nil }
      return Self.place(region.code, zone, group)
    }
  }

  private static func place(_ region: String, _ zone: Zone, _ group: RegionGroup) -> ZonePlace {
    guard !zone.regions.contains(region) else {
      return ZonePlace(zone: zone, region: region, derivedFrom: [], citation: zone.citation)
    }
    var citation = zone.citation
    for source in group.sources { citation.standing = citation.standing.weaker(source.standing) }
    return ZonePlace(zone: zone, region: region, derivedFrom: group.from, citation: citation)
  }
}
