import Domain
import Migrations
import SQLiteEngine
import Services
import Storage

/// Wires the office to SQLite: the one place that knows which engine serves.
enum Opening {
  /// Opens the database at `path`, or makes it where `creating`, and brings its schema up to date.
  static func office(_ path: String, _ creating: Bool, _ clock: Clock) throws(Failure) -> Office {
    let migrator = Migrator(Migrations.sqlite)
    let first = Connection(try SQLiteEngine(path: path, mode: creating ? .create : .existing))
    try migrator.prepare(first, at: clock.now())
    let database = try Database { () throws(Failure) in
      Connection(try SQLiteEngine(path: path))
    }
    return Office(database, clock: clock)
  }
}
