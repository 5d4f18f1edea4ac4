package import Domain

/// Where the time comes from: injected, so that a test or `--today` can set it.
package struct Clock: Sendable {
  package var now: @Sendable () -> Instant
  /// Overrides the day, not the moment at which something becomes known.
  package var today: LocalDate?

  package init(today: LocalDate? = nil, now: @escaping @Sendable () -> Instant) {
    self.now = now
    self.today = today
  }

  /// The day in Kazakhstan.
  package func day(at instant: Instant) -> LocalDate {
    today ?? Instant(milliseconds: instant.milliseconds + Instant.zoneMilliseconds).day
  }
}
