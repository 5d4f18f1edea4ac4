import Domain
import Reports

/// How far long work has come, with its rate and the time that is left.
///
/// Nothing is shown of work that ends within a second. On a terminal it is a bar that goes away;
/// in the style of lines it is a line every five seconds, and one at the end.
package final class Progress {
  private let console: Console
  private let label: String
  private let unit: String
  private let total: Int?
  private let isBar: Bool
  private let isOff: Bool
  private let started: UInt64
  private var next: UInt64
  private var done = 0
  private var isShown = false
  private var isFinished = false

  private static let second: UInt64 = 1_000_000_000
  private static let barWidth = 24

  fileprivate init(_ console: Console, _ label: String, _ unit: String, of total: Int?) {
    self.console = console
    self.label = label
    self.unit = unit
    self.total = total
    isBar = console.progressStyle == .auto
    isOff = console.progressStyle == .none || isBar && !console.errors.isTerminal
    started = console.nanoseconds()
    next = started + (isBar ? Self.second : 5 * Self.second)
  }

  /// Tells how much is done in all; cheap enough to be told of every record.
  package func update(_ done: Int) {
    self.done = done
    guard !isOff, !isFinished else { return }
    let now = console.nanoseconds()
    guard now >= next else { return }
    next = now + (isBar ? Self.second / 10 : 5 * Self.second)
    show(at: now)
  }

  /// Takes the bar away, or leaves the last line.
  package func finish() {
    guard !isFinished else { return }
    isFinished = true
    console.visibleProgress = nil
    if isBar { return erase() }
    if isShown { show(at: console.nanoseconds()) }
  }

  func erase() {
    guard isBar, isShown else { return }
    isShown = false
    _ = console.errors.write(Array("\r\u{1B}[K".utf8))
  }

  private func show(at now: UInt64) {
    let line = line(at: now)
    isShown = true
    let text = isBar ? "\r\u{1B}[K" + Self.cut(line, to: console.errors.width - 1) : line + "\n"
    console.flush()
    _ = console.errors.write(Array(text.utf8))
  }

  /// `Importing  ███████░░░░  43%  134 000 of 313 256 families  2 310/s  1:17 left`.
  private func line(at now: UInt64) -> String {
    let milliseconds = max(1, Int((now - started) / 1_000_000))
    let rate = done / max(1, milliseconds / 1000)
    var parts = [label]
    if let total, total > 0 {
      let share = min(100, done.multipliedReportingOverflow(by: 100).partialValue / total)
      if isBar { parts.append(Self.bar(share)) }
      parts.append("\(share)%")
      parts.append("\(done.grouped) of \(total.grouped) \(unit)")
    } else {
      parts.append("\(done.grouped) \(unit)")
    }
    parts.append("\(rate.grouped)/s")
    if let total, done > 0, total >= done {
      parts.append("\(Self.clock(milliseconds / 1000 * (total - done) / done)) left")
    }
    return parts.joined(separator: "  ")
  }

  private static func bar(_ share: Int) -> String {
    let full = share * barWidth / 100
    return String(repeating: "█", count: full) + String(repeating: "░", count: barWidth - full)
  }

  private static func clock(_ seconds: Int) -> String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A line that wrapped could not be erased.
  private static func cut(_ line: String, to width: Int) -> String {
    guard DisplayWidth.of(line) > width else { return line }
    return String(line.prefix(max(0, width)))
  }
}

extension Console {
  /// Starts to show the progress of long work; `total` where the amount of it is known.
  package func progress(_ label: String, unit: String, of total: Int? = nil) -> Progress {
    visibleProgress?.finish()
    let progress = Progress(self, label, unit, of: total)
    visibleProgress = progress
    return progress
  }
}
