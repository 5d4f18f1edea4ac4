/// An order that gives places of a quota to regions.
package struct QuotaOrder: Hashable, Sendable {
  package var number: String
  /// Nil where the source does not give it.
  package var date: LocalDate?
  package var effectiveFrom: LocalDate
  package var kind: QuotaKind
  package var year: Int
  package var unit: QuotaUnit
  package var citation: Citation
  package var lines: [Line]

  package init(
    number: String, date: LocalDate?, effectiveFrom: LocalDate, kind: QuotaKind, year: Int,
    unit: QuotaUnit, citation: Citation, lines: [Line]
  ) {
    self.number = number
    self.date = date
    self.effectiveFrom = effectiveFrom
    self.kind = kind
    self.year = year
    self.unit = unit
    self.citation = citation
    self.lines = lines
  }

  /// One region's new total by the order.
  package struct Line: Hashable, Sendable {
    /// The stable code of the region; nil for the whole country.
    package var region: String?
    /// Nil where the source names the region without its number.
    package var places: Int64?
    /// The line in the file, from 1.
    package var line: Int

    package init(region: String?, places: Int64?, line: Int) {
      self.region = region
      self.places = places
      self.line = line
    }
  }

  /// The sum of the regions whose numbers are known.
  package var knownSum: Int64 { lines.reduce(0) { $0 + ($1.region == nil ? 0 : $1.places ?? 0) } }

  /// The total the order states for the whole country, where it does.
  package var statedTotal: Int64? { lines.first { $0.region == nil }?.places }

  /// What these orders, oldest first, state for the whole country in the end.
  ///
  /// Where none states it, it is what the regions have; it is not known where the last that names
  /// the country leaves its number out.
  package static func total(of orders: [QuotaOrder]) -> (places: Int64, isUnknown: Bool) {
    let national = orders.last { order in order.lines.contains { $0.region == nil } }
    let regions = regionalTotals(of: orders).values.reduce(Int64(0)) { $0 + ($1 ?? 0) }
    guard let national else { return (regions, false) }
    return (national.statedTotal ?? regions, national.statedTotal == nil)
  }

  /// What each region has in the end by these orders, oldest first; nil where it is not known.
  package static func regionalTotals(of orders: [QuotaOrder]) -> [String: Int64?] {
    var places: [String: Int64?] = [:]
    for order in orders {
      for line in order.lines { if let region = line.region { places[region] = line.places } }
    }
    return places
  }

  /// The regions that these orders, oldest first, name in the end without a number.
  package static func unknownRegions(of orders: [QuotaOrder]) -> Set<String> {
    Set(regionalTotals(of: orders).filter { $0.value == nil }.keys)
  }
}
