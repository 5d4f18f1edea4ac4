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
}
