/// Days from one date up to, and without, another; an open end means "until further notice".
package struct Period: Hashable, Sendable {
  package let from: LocalDate
  /// The first day that is no longer in the period.
  package let to: LocalDate?

  /// From a day until further notice.
  package init(from: LocalDate) {
    self.from = from
    to = nil
  }

  /// Refuses an empty or reversed period.
  package init?(from: LocalDate, to: LocalDate?) {
    if let to, to <= from { return nil }
    self.from = from
    self.to = to
  }

  package func contains(_ day: LocalDate) -> Bool {
    day >= from && (to.map { day < $0 } ?? true)
  }

  package func overlaps(_ other: Period) -> Bool {
    (other.to.map { from < $0 } ?? true) && (to.map { other.from < $0 } ?? true)
  }
}
