internal import CSQLite
internal import Domain

/// How every connection is set up, in the order in which it matters.
package enum SQLitePragmas {
  /// How long a statement waits for another process to finish writing, where nobody says.
  package static let busyMilliseconds = 30_000
  /// The page cache of a connection, KiB: room for the inner pages of a national register.
  static let cacheKibibytes = 65_536
  /// Pages in the log before a commit moves them into the file.
  ///
  /// SQLite's 1,000 makes a national load move the same hot index pages again and again.
  static let checkpointPages = 8_000

  static func applyBeforeReading(to engine: SQLiteEngine, wait milliseconds: Int) throws(Failure) {
    // First of all, or the switch to WAL below would not wait for another process.
    try engine.script("PRAGMA busy_timeout = \(milliseconds)")
    // A schema from a hostile file may not call functions or rewrite itself.
    engine.setOption(SQLITE_DBCONFIG_DEFENSIVE, to: true)
    engine.setOption(SQLITE_DBCONFIG_TRUSTED_SCHEMA, to: false)
    // A double-quoted word is a name, never a text.
    engine.setOption(SQLITE_DBCONFIG_DQS_DML, to: false)
    engine.setOption(SQLITE_DBCONFIG_DQS_DDL, to: false)
  }

  /// What every connection runs when it is open.
  package static let settings = """
    -- Readers go on while one process writes.
    PRAGMA journal_mode = WAL;
    -- A commit that was acknowledged survives a loss of power.
    PRAGMA synchronous = FULL;
    -- Off by default, and for each connection anew.
    PRAGMA foreign_keys = ON;
    -- Off by default; without it INSERT OR REPLACE removes a row behind the back of its triggers.
    PRAGMA recursive_triggers = ON;
    PRAGMA cache_size = -\(cacheKibibytes);
    PRAGMA wal_autocheckpoint = \(checkpointPages);
    PRAGMA temp_store = MEMORY;
    """

  static func apply(to engine: SQLiteEngine) throws(Failure) { try engine.script(settings) }
}
