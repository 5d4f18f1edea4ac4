/// An order that gives places of a quota, or of a part of one, to regions.
package struct QuotaOrder: Hashable, Sendable {
  package var number: String
  /// Nil where the source does not give it.
  package var date: LocalDate?
  package var effectiveFrom: LocalDate
  package var kind: QuotaKind
  /// The part of a labour quota that it gives; nil for the quota as a whole.
  package var part: QuotaPart?
  package var year: Int
  package var unit: QuotaUnit
  /// What the order sets for all its permits of employers together, or for those of households, in
  /// percent of the labour force; to 2014 of the economically active population.
  package var labourShare: ExactDecimal?
  package var citation: Citation
  package var lines: [OrderLine]

  package init(
    number: String, date: LocalDate?, effectiveFrom: LocalDate, kind: QuotaKind,
    part: QuotaPart? = nil, year: Int, unit: QuotaUnit, labourShare: ExactDecimal? = nil,
    citation: Citation, lines: [OrderLine]
  ) {
    self.number = number
    self.date = date
    self.effectiveFrom = effectiveFrom
    self.kind = kind
    self.part = part
    self.year = year
    self.unit = unit
    self.labourShare = labourShare
    self.citation = citation
    self.lines = lines
  }
}

extension QuotaOrder {
  /// What it gives places of.
  package var quota: QuotaName { QuotaName(kind: kind, part: part) }
}

extension QuotaOrder: AllottingOrder {
  package static var sumCode: Code { .quotaSum }
  package static var mayKeepBack: Bool { false }
  package func shown(_ amount: Int64) -> String { "\(amount)" }

  package func isSame(as other: QuotaOrder) -> Bool {
    number == other.number && quota == other.quota && year == other.year && unit == other.unit
      && effectiveFrom == other.effectiveFrom
  }
}
