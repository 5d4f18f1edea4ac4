package import Domain
package import Services
internal import Storage

/// A clock that stands still until the test sets it.
package final class SettableClock: Sendable {
  private let instant: Lock<Instant>

  package init(_ instant: Instant) { self.instant = Lock(instant) }

  package var now: Instant {
    get { instant.with { $0 } }
    set { instant.with { $0 = newValue } }
  }

  /// As an office is given it; the day follows the moment.
  package var clock: Clock { Clock(now: { self.now }) }
}
