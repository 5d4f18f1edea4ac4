/// The monthly calculation index (АЕК, МРП) of some days: the tenge in which benefits, fines and
/// taxes are counted, set by the law on the republican budget.
package struct MCI: Hashable, Sendable {
  /// For what an index counts; from April to December 2022 there were two at once.
  package enum Purpose: String, Hashable, Sendable, CaseIterable {
    case general
    /// Benefits and other social payments only.
    case social
  }

  package let period: Period
  package let purpose: Purpose
  package let amount: Money
  package let citation: Citation

  package init(period: Period, purpose: Purpose, amount: Money, citation: Citation) {
    self.period = period
    self.purpose = purpose
    self.amount = amount
    self.citation = citation
  }
}
