import Domain
import Glibc
import Migrations
import SQLiteEngine
import Services
import Storage

/// Wires the office to SQLite: the one place that knows which engine serves.
enum Opening {
  /// Opens the database at `path`, or makes it where `creating`, and brings its schema up to date.
  static func office(_ path: String, _ creating: Bool, _ clock: Clock) throws(Failure) -> Office {
    let wait = try busyMilliseconds()
    let migrator = Migrator(Migrations.sqlite)
    let first = Connection(
      try SQLiteEngine(path: path, mode: creating ? .create : .existing, wait: wait))
    try migrator.prepare(first, at: clock.now())
    let database = try Database { () throws(Failure) in
      Connection(try SQLiteEngine(path: path, wait: wait))
    }
    return Office(database, clock: clock)
  }

  /// `$KOSH_BUSY_MS`, else the engine's own patience.
  private static func busyMilliseconds() throws(Failure) -> Int {
    guard let value = getenv("KOSH_BUSY_MS") else { return SQLitePragmas.busyMilliseconds }
    let text = String(cString: value)
    guard !text.isEmpty else { return SQLitePragmas.busyMilliseconds }
    guard let milliseconds = Int(text), (0...3_600_000).contains(milliseconds) else {
      throw Failure(.usage, "KOSH_BUSY_MS: “\(text)” is not a number of milliseconds")
    }
    return milliseconds
  }
}
