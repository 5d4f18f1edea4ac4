internal import EmbeddedMigrations

/// The numbered steps that make the schema, oldest first; text only.
///
/// A step is never edited once released: the migrator keeps each step's SHA-256 in the database
/// and a test keeps them in the repository.
package enum Migrations {
  package static var sqlite: [(name: String, sql: String)] {
    (0..<kosh_migration_count()).map { index in
      let step = kosh_migration_at(index).pointee
      let bytes = UnsafeBufferPointer(start: step.text, count: step.count)
      return (String(cString: step.name), String(decoding: bytes, as: UTF8.self))
    }
  }
}
