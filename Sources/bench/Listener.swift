internal import Domain
internal import Storage

/// Hears which statements run with which values, so that a floor can run the same.
final class Listener: Sendable {
  struct Call {
    var sql: String
    var values: [SQLValue]
  }

  /// Nil while nobody wants to know.
  private let calls = Lock<[Call]?>(nil)

  func start() { calls.with { $0 = [] } }

  func finish() -> [Call] {
    calls.with { calls in
      defer { calls = nil }
      return calls ?? []
    }
  }

  func note(_ sql: String, _ values: [SQLValue]) {
    calls.with { $0?.append(Call(sql: sql, values: values)) }
  }
}

/// An engine whose statements a listener hears.
final class ListeningEngine: Engine {
  private let engine: any Engine
  private let listener: Listener

  init(_ engine: any Engine, _ listener: Listener) {
    self.engine = engine
    self.listener = listener
  }

  func prepare(_ sql: String) throws(Failure) -> any Statement {
    ListeningStatement(try engine.prepare(sql), sql, listener)
  }

  func script(_ sql: String) throws(Failure) { try engine.script(sql) }
  var beginWrite: String { engine.beginWrite }
  var changes: Int { engine.changes }
  var isInTransaction: Bool { engine.isInTransaction }
}

private final class ListeningStatement: Statement {
  private let statement: any Statement
  private let sql: String
  private let listener: Listener
  private var values: [SQLValue] = []
  private var isRunning = false

  init(_ statement: any Statement, _ sql: String, _ listener: Listener) {
    self.statement = statement
    self.sql = sql
    self.listener = listener
  }

  private func note(_ value: SQLValue, _ place: Int32) {
    while values.count < Int(place) { values.append(.null) }
    values[Int(place) - 1] = value
  }

  func bindNull(_ place: Int32) {
    note(.null, place)
    statement.bindNull(place)
  }

  func bind(_ integer: Int64, _ place: Int32) {
    note(.integer(integer), place)
    statement.bind(integer, place)
  }

  func bind(_ text: String, _ place: Int32) {
    note(.text(text), place)
    statement.bind(text, place)
  }

  func bind(_ blob: [UInt8], _ place: Int32) {
    note(.blob(blob), place)
    statement.bind(blob, place)
  }

  // Rows of facts go by unheard: a floor takes them from the tables.
  func run(row bytes: [UInt8], from offset: Int, width: Int32) throws(Failure) {
    try statement.run(row: bytes, from: offset, width: width)
  }

  func step() throws(Failure) -> Bool {
    if !isRunning { listener.note(sql, values) }
    isRunning = true
    return try statement.step()
  }

  func reset() {
    isRunning = false
    statement.reset()
  }

  var columnCount: Int32 { statement.columnCount }
  func isNull(_ column: Int32) -> Bool { statement.isNull(column) }
  func integer(_ column: Int32) -> Int64 { statement.integer(column) }
  func text(_ column: Int32) -> String { statement.text(column) }
  func blob(_ column: Int32) -> [UInt8] { statement.blob(column) }
  func appendCanonical(_ column: Int32, to bytes: inout [UInt8]) {
    statement.appendCanonical(column, to: &bytes)
  }
}
