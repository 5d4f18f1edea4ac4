/// The history of a region out of everything that the reference data says of it.
package enum RegionHistory {
  /// The lines in the order of their days.
  package static func events(
    of region: Region, in register: RegionRegister, settlement: SettlementRegions
  ) -> [RegionEvent] {
    var events = [beginning(of: region)]
    events += names(of: region)
    events += successions(of: region, in: register)
    for kind in SettlementRegions.kinds { events += lists(of: region, kind, settlement) }
    // A sort that keeps the order of one day: forming, names, land, lists.
    return events.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  private static func beginning(of region: Region) -> RegionEvent {
    RegionEvent(
      day: region.period.from,
      kind: region.predecessors.isEmpty ? .begun : .formed(outOf: region.predecessors),
      citation: region.citation, note: nil)
  }

  private static func names(of region: Region) -> [RegionEvent] {
    zip(region.datedNames, region.datedNames.dropFirst()).map { old, new in
      RegionEvent(
        day: new.from, kind: .renamed(from: old.name, to: new.name), citation: new.citation,
        note: nil)
    }
  }

  private static func successions(
    of region: Region, in register: RegionRegister
  ) -> [RegionEvent] {
    var events: [RegionEvent] = []
    let successors = region.successors.compactMap { register.region($0) }
    for day in Set(successors.map(\.period.from)).sorted() where region.period.contains(day) {
      let made = successors.filter { $0.period.from == day }
      guard let first = made.first else { continue }
      events.append(
        RegionEvent(
          day: day, kind: .reduced(by: made.map(\.code)), citation: first.citation, note: nil))
    }
    if let end = region.period.to {
      let heirs = successors.filter { $0.period.contains(end) }
      events.append(
        RegionEvent(
          day: end, kind: .ended(to: heirs.map(\.code)), citation: region.citation, note: nil))
    }
    return events
  }

  /// Lists that began while the region existed: an ended one neither gains nor loses by them.
  private static func lists(
    of region: Region, _ kind: QuotaKind, _ settlement: SettlementRegions
  ) -> [RegionEvent] {
    var events: [RegionEvent] = []
    var isNamed = false
    for (index, list) in settlement.lists(kind: kind).enumerated()
    where region.period.contains(list.entry.from) {
      let names = list.entry.codes.contains(region.code)
      if names != isNamed {
        events.append(
          RegionEvent(
            day: list.entry.from,
            kind: names ? .listed(kind, isFirstList: index == 0) : .unlisted(kind),
            citation: list.entry.citation, note: list.entry.note))
      }
      isNamed = names
    }
    return events
  }
}
