internal import Glibc
internal import Storage

/// What is done before the process ends from outside: by Ctrl-C, by `kill`, or with its terminal.
///
/// The signals are held from the thread that begins, and one of its own waits for them, so that what is
/// done is ordinary code, as no handler of a signal may be. Then the signal ends the process as it would
/// have. A signal that the process was started without, as under `nohup`, stays without effect.
package final class Interruption {
  /// Sent to the waiting thread alone, to end it.
  private static let wake = SIGURG

  private let isOver = Lock(false)
  /// Held by what must be done whole, and at last by what is done before the end.
  private let gate = Lock(())
  private let thread: pthread_t?
  /// What was held before.
  private var before = sigset_t()

  package init(_ cleanUp: @escaping @Sendable () -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, Self.wake] where !Self.isIgnored(signal) {
      sigaddset(&signals, signal)
    }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    let (awaited, isOver, gate) = (signals, isOver, gate)
    thread = SideThread.start {
      Self.wait(for: awaited, until: isOver) { signal in
        gate.with { _ in
          cleanUp()
          Self.end(by: signal)
        }
      }
    }
  }

  /// Does what must not fall together with what is done before the end.
  package func apart<Result, Problem: Error>(
    _ body: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    try gate.with { (_) throws(Problem) in try body() }
  }

  /// Signals end the process at once again.
  deinit {
    if let thread {
      isOver.with { $0 = true }
      pthread_kill(thread, Self.wake)
      pthread_join(thread, nil)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static func wait(
    for signals: sigset_t, until isOver: Lock<Bool>, _ end: (Int32) -> Void
  ) {
    var signals = signals
    var signal: Int32 = 0
    while sigwait(&signals, &signal) == 0 {
      guard signal == wake else { return end(signal) }
      if isOver.with({ $0 }) { return }
    }
  }

  /// Lets the signal do what it would have done.
  private static func end(by signal: Int32) {
    var one = sigset_t()
    sigemptyset(&one)
    sigaddset(&one, signal)
    pthread_sigmask(SIG_UNBLOCK, &one, nil)
    raise(signal)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    return handler == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
