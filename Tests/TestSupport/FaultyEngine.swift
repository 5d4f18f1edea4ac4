package import Domain
package import Storage

/// Decides which of many statements fails; blows once.
package final class Fuse: Sendable {
  private let left = Lock<Int?>(nil)

  package init() {}

  package static let failure = Failure(.fault, "the fuse blew")

  /// The `place`th use from now on fails, counting from 1.
  package func arm(at place: Int) { left.with { $0 = place } }

  /// Puts the fuse out; true where it had blown.
  package func disarm() -> Bool {
    left.with { left in
      defer { left = nil }
      return left == nil
    }
  }

  func use() throws(Failure) {
    let blows = left.with { left in
      guard let count = left else { return false }
      left = count > 1 ? count - 1 : nil
      return count == 1
    }
    if blows { throw Self.failure }
  }
}

/// An engine that fails where its fuse says: compiling, stepping or running a script.
package final class FaultyEngine: Engine {
  private let engine: any Engine
  private let fuse: Fuse

  package init(_ engine: any Engine, _ fuse: Fuse) {
    self.engine = engine
    self.fuse = fuse
  }

  package func prepare(_ sql: String) throws(Failure) -> any Statement {
    try fuse.use()
    return FaultyStatement(try engine.prepare(sql), fuse)
  }

  package func script(_ sql: String) throws(Failure) {
    try fuse.use()
    try engine.script(sql)
  }

  package var beginWrite: String { engine.beginWrite }
  package var changes: Int { engine.changes }
  package var isInTransaction: Bool { engine.isInTransaction }
}

/// A statement whose steps may fail.
final class FaultyStatement: Statement {
  private let statement: any Statement
  private let fuse: Fuse

  init(_ statement: any Statement, _ fuse: Fuse) {
    self.statement = statement
    self.fuse = fuse
  }

  func bindNull(_ place: Int32) { statement.bindNull(place) }
  func bind(_ integer: Int64, _ place: Int32) { statement.bind(integer, place) }
  func bind(_ text: String, _ place: Int32) { statement.bind(text, place) }
  func bind(_ blob: [UInt8], _ place: Int32) { statement.bind(blob, place) }

  func step() throws(Failure) -> Bool {
    try fuse.use()
    return try statement.step()
  }

  func reset() { statement.reset() }

  var columnCount: Int32 { statement.columnCount }
  func isNull(_ column: Int32) -> Bool { statement.isNull(column) }
  func integer(_ column: Int32) -> Int64 { statement.integer(column) }
  func text(_ column: Int32) -> String { statement.text(column) }
  func blob(_ column: Int32) -> [UInt8] { statement.blob(column) }

  func appendCanonical(_ column: Int32, to bytes: inout [UInt8]) {
    statement.appendCanonical(column, to: &bytes)
  }
}
