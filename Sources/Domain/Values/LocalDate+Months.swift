extension LocalDate {
  /// The first day of its month.
  package var firstOfMonth: LocalDate { adding(days: 1 - day) }

  /// The same day so many months later, or the last day of a month that is shorter.
  package func adding(months: Int) -> LocalDate {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let (later, place) = (count / 12, count % 12 + 1)
    let last = Self.daysInMonth(place, of: later)
    return LocalDate(year: later, month: place, day: min(day, last)) ?? self
  }

  /// `2026-11`.
  package var yearAndMonth: String { String(description.prefix(7)) }
}
