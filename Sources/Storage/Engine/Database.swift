package import Domain

/// The database: one connection that writes, and others that read.
///
/// Several processes may have it open; a write takes the database's own lock when it begins, so
/// what a body has read stays true until it commits.
package final class Database: Sendable {
  /// Opens one more connection.
  package typealias Opener = @Sendable () throws(Failure) -> Connection

  private let writer: Lock<Connection>
  private let readers: Lock<[Connection]>
  private let open: Opener

  package init(_ open: @escaping Opener) throws(Failure) {
    self.open = open
    writer = Lock(try open())
    readers = Lock([])
  }

  /// Runs `body` in a transaction that may write, and commits it; a failure rolls it back, and so
  /// does ``Transaction/leaveNoTrace()``.
  package func write<Result>(
    _ body: (Transaction) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try writer.with { (connection) throws(Failure) -> Result in
      try Self.transact(on: connection, begin: connection.engine.beginWrite, body)
    }
  }

  /// Runs `body` on one snapshot.
  package func read<Result>(
    _ body: (Transaction) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let idle = readers.with { $0.popLast() }
    let connection: Connection
    if let idle { connection = idle } else { connection = try open() }
    defer { readers.with { $0.append(connection) } }
    return try Self.transact(on: connection, begin: "BEGIN", body)
  }

  private static func transact<Result>(
    on connection: Connection, begin: String, _ body: (Transaction) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try connection.engine.script(begin)
    do {
      let transaction = Transaction(connection)
      let result = try body(transaction)
      try connection.engine.script(transaction.isKept ? "COMMIT" : "ROLLBACK")
      if !transaction.isKept { connection.discardContent() }
      return result
    } catch {
      connection.discardContent()
      // SQLite has rolled back by itself after some failures; the first failure is the news.
      if connection.engine.isInTransaction { try? connection.engine.script("ROLLBACK") }
      throw error
    }
  }
}
