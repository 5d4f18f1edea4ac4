internal import CSQLite
internal import CSQLiteShim
package import Domain
package import Storage

/// SQLite behind the engine port: one connection, used by one thread at a time.
package final class SQLiteEngine: Engine {
  private let connection: OpaquePointer

  /// What opening may do to the file.
  package enum Mode: Sendable { case existing, create }

  /// Opens a file, or `:memory:`; a statement waits so many milliseconds for another process.
  ///
  /// Throws `database.not-found`, `database.foreign` for a file of another program, and
  /// `database.busy`.
  package init(
    path: String, mode: Mode = .existing, wait: Int = SQLitePragmas.busyMilliseconds
  ) throws(Failure) {
    var connection: OpaquePointer?
    let create = mode == .create ? SQLITE_OPEN_CREATE : 0
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | create
    let result = sqlite3_open_v2(path, &connection, flags, nil)
    guard result == SQLITE_OK, let connection else {
      let failure = Failure.sqlite(result, connection, during: "opening \(path)")
      sqlite3_close_v2(connection)
      throw failure
    }
    self.connection = connection
    try SQLitePragmas.applyBeforeReading(to: self, wait: wait)
    try refuseForeign(mode)
    try SQLitePragmas.apply(to: self)
  }

  /// A file of another program is refused before anything about it is changed.
  private func refuseForeign(_ mode: Mode) throws(Failure) {
    let application = try number("PRAGMA application_id")
    guard application != Migrator.applicationID else { return }
    if mode == .create, application == 0,
      try number("SELECT count(*) FROM sqlite_schema") == 0
    {
      return
    }
    throw Failure(
      .databaseForeign, "the file is not a Kosh database",
      hint: "name another file with --db, or make a new one with kosh init")
  }

  private func number(_ sql: String) throws(Failure) -> Int64 {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : 0
  }

  // Closing waits for statements that the caller still holds.
  deinit { sqlite3_close_v2(connection) }

  package func prepare(_ sql: String) throws(Failure) -> any Statement {
    try SQLiteStatement(sql, on: connection)
  }

  package func script(_ sql: String) throws(Failure) {
    let result = sqlite3_exec(connection, sql, nil, nil, nil)
    guard result == SQLITE_OK else { throw .sqlite(result, connection, during: "running a script") }
  }

  package let beginWrite = "BEGIN IMMEDIATE"

  package var changes: Int { Int(sqlite3_changes(connection)) }

  package var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }

  func setOption(_ option: Int32, to on: Bool) {
    _ = kosh_sqlite_option(connection, option, on ? 1 : 0)
  }
}
