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
  package var lines: [OrderLine]

  package init(
    number: String, date: LocalDate?, effectiveFrom: LocalDate, kind: QuotaKind, year: Int,
    unit: QuotaUnit, citation: Citation, lines: [OrderLine]
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
}

extension QuotaOrder: AllottingOrder {
  package static var sumCode: Code { .quotaSum }
  package static var mayKeepBack: Bool { false }
  package func shown(_ amount: Int64) -> String { "\(amount)" }

  package func isSame(as other: QuotaOrder) -> Bool {
    number == other.number && kind == other.kind && year == other.year && unit == other.unit
      && effectiveFrom == other.effectiveFrom
  }
}
