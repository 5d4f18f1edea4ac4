package import AdminCLI

/// A console whose streams are kept in memory, with a clock that the test turns.
package final class CollectingConsole {
  private final class Store {
    var out: [UInt8] = []
    var errors: [UInt8] = []
    var nanoseconds: UInt64 = 0
  }

  private let store: Store
  package let console: Console

  /// `outError` is the `errno` with which standard output refuses every write.
  package init(
    isTerminal: Bool = false, environment: [String: String] = [:], outError: Int32 = 0
  ) {
    let store = Store()
    self.store = store
    let out = Sink(isTerminal: isTerminal) { bytes in
      if outError == 0 { store.out += bytes }
      return outError
    }
    let errors = Sink(isTerminal: isTerminal, width: 120) { bytes in
      store.errors += bytes
      return 0
    }
    console = Console(
      out: out, errors: errors, environment: environment,
      nanoseconds: { store.nanoseconds })
  }

  package var out: String { String(decoding: store.out, as: UTF8.self) }
  package var errors: String { String(decoding: store.errors, as: UTF8.self) }

  package func advance(milliseconds: UInt64) { store.nanoseconds += milliseconds * 1_000_000 }
}
