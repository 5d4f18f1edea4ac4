internal import Glibc

/// Threads of their own, beside the pool that tests run on.
package enum Threads {
  private final class Work {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs `body` on so many threads at once, each told its index, and waits for all.
  package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for index in 0..<count {
      var thread = pthread_t()
      let work = Unmanaged.passRetained(Work { body(index) })
      let result = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
          return nil
        }, work.toOpaque())
      precondition(result == 0, "no thread was to be had")
      threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
  }
}
