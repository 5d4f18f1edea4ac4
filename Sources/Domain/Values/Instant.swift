/// A moment in UTC, to the millisecond.
package struct Instant: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  /// What the clocks of Kazakhstan are ahead of UTC: one zone, UTC+5, since 2024-03-01.
  package static let zoneMilliseconds: Int64 = 5 * 3_600_000

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads `2026-03-10`, `2026-03-10T14:30`, `…:05`, `…:05.123`, with an optional `Z`.
  ///
  /// A bare date is its last millisecond, so that "as known on the 10th" counts what was
  /// learned during that day.
  package init?(iso text: String) {
    var text = Substring(text)
    if text.last == "Z" { text.removeLast() }
    guard let day = LocalDate(iso: text.prefix(10)) else { return nil }
    let start = Int64(day.dayNumber) * 86_400_000
    let rest = text.dropFirst(10)
    if rest.isEmpty {
      milliseconds = start + 86_399_999
      return
    }
    guard rest.first == "T" || rest.first == " " else { return nil }
    let halves = rest.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    let clock = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count) else { return nil }
    var parts: [Int64] = []
    for part in clock {
      guard part.utf8.count == 2, let number = Int64(part), number >= 0 else { return nil }
      parts.append(number)
    }
    guard parts[0] < 24, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    var fraction: Int64 = 0
    if halves.count == 2 {
      guard halves[1].utf8.count == 3, let number = Int64(halves[1]), number >= 0 else {
        return nil
      }
      fraction = number
    }
    let seconds = parts[0] * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
    milliseconds = start + seconds * 1000 + fraction
  }

  /// The day in UTC.
  package var day: LocalDate {
    let days = milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0)
    return LocalDate(dayNumber: Int32(days))
  }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 with milliseconds and `Z`.
  package var description: String {
    let date = day
    let rest = Int(milliseconds - Int64(date.dayNumber) * 86_400_000)
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60]
    let text = clock.map { LocalDate.padded($0, 2) }.joined(separator: ":")
    return "\(date)T\(text).\(LocalDate.padded(rest % 1000, 3))Z"
  }
}
