/// How fast places are taken, and when they run out if it goes on so.
///
/// The assumption is plain: as many places a day as on average since the quota opened. It knows
/// nothing of seasons, of sittings, or of orders to come.
package struct QuotaPace: Hashable, Sendable {
  /// Places reserved and used on the last of the days.
  package let taken: Int64
  /// From the first day of the quota on, the last one included.
  package let days: Int
  /// The day on which none is left; nil where that is not within the quota's days, or nobody came.
  package let runsOutOn: LocalDate?

  /// `during` are the days of the quota; nil where `day` is none of them, or is the last.
  package init?(_ line: QuotaLine, on day: LocalDate, during: Period) {
    guard during.contains(day), let end = during.to, day.adding(days: 1) < end,
      let free = line.free
    else { return nil }
    taken = line.reserved + line.used
    days = Int(day.dayNumber - during.from.dayNumber) + 1
    guard free > 0 else {
      runsOutOn = day
      return
    }
    guard taken > 0 else {
      runsOutOn = nil
      return
    }
    let (product, overflow) = free.multipliedReportingOverflow(by: Int64(days))
    let left = overflow ? Int64.max : (product + taken - 1) / taken
    let isWithin = left < Int64(end.dayNumber - day.dayNumber)
    runsOutOn = isWithin ? day.adding(days: Int(left)) : nil
  }

  /// How many of the places would be taken at the end of a day, were as many taken each day of the
  /// quota.
  ///
  /// In whole places, rounded down. Nil where the quota has no end, or the day is before it.
  package static func even(_ places: Int64, at day: LocalDate, during: Period) -> Int64? {
    guard let end = during.to, day >= during.from, during.from < end else { return nil }
    let days = Int64(end.dayNumber - during.from.dayNumber)
    let passed = min(days, Int64(day.dayNumber - during.from.dayNumber) + 1)
    let (product, overflow) = places.multipliedReportingOverflow(by: passed)
    return overflow ? nil : product / days
  }
}
