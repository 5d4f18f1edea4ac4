internal import Domain
internal import Glibc
internal import Storage

/// Threads for work that can be parted: each reads on a snapshot of its own.
enum Workers {
  /// As many as there are processors, and four at most.
  static let count = max(1, min(4, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// Runs `body` on so many threads, each told its index, and `meanwhile` here, ten times a second.
  ///
  /// Throws the first failure, when all have ended.
  static func run(
    _ count: Int = Workers.count, meanwhile: () -> Void = {},
    _ body: @escaping @Sendable (Int) throws(Failure) -> Void
  ) throws(Failure) {
    let failure = Lock<Failure?>(nil)
    let ended = Lock(0)
    var threads: [pthread_t] = []
    for index in 0..<count {
      let work: @Sendable () -> Void = {
        do throws(Failure) {
          try body(index)
        } catch {
          failure.with { if $0 == nil { $0 = error } }
        }
        ended.with { $0 += 1 }
      }
      if let thread = SideThread.start(work) { threads.append(thread) } else { work() }
    }
    // Short work should not wait for the end of a long sleep.
    var pause: UInt32 = 500
    while ended.with({ $0 }) < count {
      usleep(pause)
      pause = min(100_000, pause * 2)
      meanwhile()
    }
    for thread in threads { pthread_join(thread, nil) }
    if let failure = failure.with({ $0 }) { throw failure }
  }
}
