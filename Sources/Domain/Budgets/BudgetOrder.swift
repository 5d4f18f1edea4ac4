/// An order that appropriates money: to the country, and to regions.
///
/// Its lines are in tiyn; each is the new total by that order.
package struct BudgetOrder: Hashable, Sendable {
  package var number: String
  /// Nil where the source does not give it.
  package var date: LocalDate?
  package var effectiveFrom: LocalDate
  /// The code of a ``BudgetProgramme``.
  package var programme: String
  /// The year whose money it is.
  package var year: Int
  package var source: BudgetSource
  package var citation: Citation
  package var lines: [OrderLine]

  package init(
    number: String, date: LocalDate?, effectiveFrom: LocalDate, programme: String, year: Int,
    source: BudgetSource, citation: Citation, lines: [OrderLine]
  ) {
    self.number = number
    self.date = date
    self.effectiveFrom = effectiveFrom
    self.programme = programme
    self.year = year
    self.source = source
    self.citation = citation
    self.lines = lines
  }

  /// For people: `resettlement 2026 (national)`.
  package var title: String { "\(programme) \(year) (\(source.rawValue))" }
}

extension BudgetOrder: AllottingOrder {
  package static var sumCode: Code { .budgetSum }
  /// Money of the country is given to its regions when it is needed there.
  package static var mayKeepBack: Bool { true }
  package func shown(_ amount: Int64) -> String { "\(Money(tiyn: amount).grouped) tenge" }

  package func isSame(as other: BudgetOrder) -> Bool {
    number == other.number && programme == other.programme && year == other.year
      && source == other.source && effectiveFrom == other.effectiveFrom
  }
}
