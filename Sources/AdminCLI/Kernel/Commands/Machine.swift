import Domain
import Glibc
package import Services

extension Clock {
  /// The machine's own clock.
  package static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// Time that only runs forward, for measuring.
enum Stopwatch {
  static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// The name under which the person at the keyboard is logged in.
enum LoginName {
  /// The account's name, or its number where it has none.
  static func current() -> String {
    let id = getuid()
    guard let account = getpwuid(id), let name = account.pointee.pw_name else { return "\(id)" }
    return String(cString: name)
  }
}
