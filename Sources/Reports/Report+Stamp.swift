import Domain

extension Report {
  /// The moment that documents give as that of their making: when what they say was known.
  ///
  /// Never the clock's, so that the same report is the same file. A report that does not say when
  /// it was known takes the last of its days, and one without days the year 2000.
  var stamp: Instant {
    for fact in facts where fact.id == "known_at" {
      if case .moment(let known) = fact.value { return known }
    }
    let days = facts.compactMap { fact -> LocalDate? in
      if case .date(let day) = fact.value { return day }
      return nil
    }
    let day = days.max() ?? LocalDate(dayNumber: 10_957)
    return Instant(milliseconds: Int64(day.dayNumber) * 86_400_000)
  }
}
