package import Domain
internal import Hashing

/// Brings a database to the newest schema, step by step, and refuses files it does not know.
///
/// Steps are numbered text, forward only; the database keeps the SHA-256 of each step it took, so
/// a step edited after release is found.
package struct Migrator {
  /// “Kosh” in ASCII: the application id in the header of our files.
  package static let applicationID: Int64 = 0x4B6F_7368

  private let steps: [(name: String, sql: String)]

  package init(_ steps: [(name: String, sql: String)]) { self.steps = steps }

  /// Throws `database.newer` for a file that a later Kosh has written, and `database.damaged` for
  /// one that took other steps than ours; the engine has refused files of other programs.
  package func prepare(_ connection: Connection, at now: Instant) throws(Failure) {
    let engine = connection.engine
    let version = try pragma("user_version", on: engine)
    guard version <= steps.count else {
      throw Failure(
        .databaseNewer,
        "the database has schema \(version), and this program knows \(steps.count) steps",
        hint: "use the Kosh that wrote it, or a later one")
    }
    if version < steps.count { try migrate(engine, at: now) }
    try check(engine)
  }

  private func migrate(_ engine: any Engine, at now: Instant) throws(Failure) {
    try engine.script(engine.beginWrite)
    do {
      // Another process may have migrated while this one waited for the lock.
      let version = Int(try pragma("user_version", on: engine))
      if version == 0 {
        try engine.script("PRAGMA application_id = \(Self.applicationID)")
        try engine.script(
          """
          CREATE TABLE schema_step (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            taken_at INTEGER NOT NULL
          ) STRICT
          """)
      }
      for number in version..<max(version, steps.count) {
        try take(number, on: engine, at: now)
      }
      try engine.script("PRAGMA user_version = \(steps.count)")
      try engine.script("COMMIT")
    } catch {
      if engine.isInTransaction { try? engine.script("ROLLBACK") }
      throw error
    }
  }

  private func take(_ number: Int, on engine: any Engine, at now: Instant) throws(Failure) {
    try engine.script(steps[number].sql)
    let statement = try engine.prepare(
      "INSERT INTO schema_step (number, name, sha256, taken_at) VALUES ($1, $2, $3, $4)")
    statement.bind(Int64(number + 1), 1)
    statement.bind(steps[number].name, 2)
    statement.bind(Self.digest(steps[number].sql), 3)
    statement.bind(now.milliseconds, 4)
    _ = try statement.step()
  }

  private func check(_ engine: any Engine) throws(Failure) {
    let statement = try engine.prepare("SELECT name, sha256 FROM schema_step ORDER BY number")
    var count = 0
    while try statement.step() {
      guard count < steps.count, statement.text(0) == steps[count].name,
        statement.text(1) == Self.digest(steps[count].sql)
      else {
        throw Failure(
          .databaseDamaged,
          "the database took step “\(statement.text(0))”, which differs from this program's",
          hint: "a released step is never edited; use the program that wrote the database")
      }
      count += 1
    }
  }

  private func pragma(_ name: String, on engine: any Engine) throws(Failure) -> Int64 {
    let statement = try engine.prepare("PRAGMA \(name)")
    return try statement.step() ? statement.integer(0) : 0
  }

  private static func digest(_ text: String) -> String {
    SHA256.digest(of: Array(text.utf8)).hexadecimal
  }
}
