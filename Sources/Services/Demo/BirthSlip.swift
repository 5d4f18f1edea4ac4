internal import Domain

/// A birth date as another office writes it down.
enum BirthSlip {
  /// The slip that fits the date and gives a day not after today, else the date as it was.
  static func apply(
    _ slip: PaperChange, to birth: PartialDate, today: LocalDate, _ random: inout SeededRandom
  ) -> (birth: PartialDate?, change: PaperChange)? {
    let changed: PartialDate?
    switch slip {
    case .bornUnknown: return (nil, slip)
    case .bornYear: changed = PartialDate(year: birth.year)
    case .bornMonth: changed = birth.month.flatMap { PartialDate(year: birth.year, month: $0) }
    default:
      guard let day = birth.exact else { return nil }
      changed = full(slip, day, random.chance(500) ? 1 : -1)
    }
    guard let changed, changed != birth, changed.earliest <= today else { return nil }
    return (changed, slip)
  }

  private static func full(_ slip: PaperChange, _ birth: LocalDate, _ step: Int) -> PartialDate? {
    let (year, month, day) = birth.parts
    switch slip {
    case .bornDayOff: return PartialDate(birth.adding(days: step))
    case .bornMonthOff:
      let next = month + step
      guard (1...12).contains(next) else { return nil }
      return PartialDate(
        year: year, month: next, day: min(day, LocalDate.daysInMonth(next, of: year)))
    case .bornYearOff:
      let next = year + step
      return PartialDate(
        year: next, month: month, day: min(day, LocalDate.daysInMonth(month, of: next)))
    case .bornFirstOfJanuary: return PartialDate(year: year, month: 1, day: 1)
    case .bornSwapped: return day <= 12 ? PartialDate(year: year, month: day, day: month) : nil
    default: return nil
    }
  }
}
