package import Domain
import Glibc
package import Reports

/// Where a command speaks: results on standard output, words and progress on standard error.
///
/// Output is kept and written in large pieces. A reader that went away (`| head`) is no error;
/// a disk that is full is one, and turns success into a fault.
package final class Console {
  package var isJSON = false
  package var progressStyle = GlobalOptions.ProgressStyle.auto
  /// Whether words on standard error may be coloured.
  package let isColoured: Bool
  package let nanoseconds: () -> UInt64
  let errors: Sink
  var visibleProgress: Progress?

  /// Whether results are shown to a person.
  package var isTerminal: Bool { out.isTerminal }

  private let out: Sink
  private var kept: [UInt8] = []
  private var writeError: Int32 = 0
  /// A line of words answers `--json` with one value; a failure behind it is told in words alone.
  private var hasAnswered = false

  private static let pieceSize = 1 << 16

  package init(
    out: Sink, errors: Sink, environment: [String: String],
    nanoseconds: @escaping () -> UInt64
  ) {
    self.out = out
    self.errors = errors
    self.nanoseconds = nanoseconds
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isColoured = errors.isTerminal && !refused && environment["TERM"] != "dumb"
  }

  /// The process's own streams.
  package static func standard(environment: [String: String]) -> Console {
    Console(
      out: .descriptor(STDOUT_FILENO), errors: .descriptor(STDERR_FILENO),
      environment: environment, nanoseconds: Stopwatch.nanoseconds)
  }
}

extension Console {
  /// The command's answer: one JSON value with `--json`, else the text.
  package func answer(_ value: @autoclosure () -> JSONValue, _ text: @autoclosure () -> String) {
    hasAnswered = true
    if isJSON {
      write((out.isTerminal ? value().pretty : value().compact) + "\n")
    } else {
      write(text())
    }
  }

  /// The report as an answer: JSON with `--json`, else as it looks on a terminal.
  package func answer(_ report: Report, in language: Language) {
    answer(
      JSONRenderer.value(of: report, language),
      TextRenderer.render(report, language))
  }

  /// Text on standard output as it stands; a line break is the caller's.
  package func write(_ text: String) {
    kept.append(contentsOf: text.utf8)
    if kept.count >= Self.pieceSize { flush() }
  }

  package func write(_ bytes: [UInt8]) {
    kept.append(contentsOf: bytes)
    if kept.count >= Self.pieceSize { flush() }
  }

  /// A sentence for the person at the terminal.
  package func note(_ sentence: String) {
    say(DisplayWidth.safe(sentence))
  }

  /// Something that was done, but should be looked at.
  package func warn(_ sentence: String) {
    say("\(coloured("warning:", "33")) \(DisplayWidth.safe(sentence))")
  }

  /// The failure in words, and with `--json` as the answer too.
  package func report(_ failure: Failure) {
    let detail = DisplayWidth.safe(failure.detail)
    var lines = ["\(coloured("error:", "31;1")) \(failure.code.rawValue): \(detail)"]
    if let hint = failure.hint {
      lines.append("\(coloured("hint:", "36")) \(DisplayWidth.safe(hint))")
    }
    if let citation = failure.citation {
      lines.append("\(coloured("citation:", "36")) \(DisplayWidth.safe(citation.description))")
    }
    if isJSON, !hasAnswered { write(Self.value(of: failure).compact + "\n") }
    say(lines.joined(separator: "\n"))
  }

  private static func value(of failure: Failure) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("code", .string(failure.code.rawValue)), ("message", .string(failure.detail)),
    ]
    if let hint = failure.hint { members.append(("hint", .string(hint))) }
    if let citation = failure.citation {
      members.append(("citation", JSONRenderer.citation(citation)))
    }
    return ["error": .object(members)]
  }

  /// Writes what is kept and gives the exit code, which a failed write changes from success.
  package func finish(_ exit: Int32) -> Int32 {
    visibleProgress?.finish()
    flush()
    guard exit == 0, writeError != 0, writeError != EPIPE else { return exit }
    let reason = FileDescriptor.reason(writeError)
    report(Failure(.fault, "the answer could not be written: \(reason)"))
    return Code.fault.kind.exit
  }

  /// Writes what is kept, so that words on standard error stand after it.
  func flush() {
    if writeError == 0, !kept.isEmpty { writeError = out.write(kept) }
    kept.removeAll(keepingCapacity: true)
  }

  private func say(_ text: String) {
    visibleProgress?.erase()
    flush()
    _ = errors.write(Array("\(text)\n".utf8))
  }

  private func coloured(_ word: String, _ colour: String) -> String {
    isColoured ? "\u{1B}[\(colour)m\(word)\u{1B}[0m" : word
  }
}
