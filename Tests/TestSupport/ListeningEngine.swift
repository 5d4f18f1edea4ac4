package import Domain
package import Storage

/// The statements that were compiled on some engine, in order, each once.
package final class Listener: Sendable {
  private let heard = Lock<[String]>([])

  package init() {}

  package var texts: [String] { heard.with { $0 } }

  func hear(_ sql: String) {
    heard.with { if !$0.contains(sql) { $0.append(sql) } }
  }
}

/// An engine that tells a listener what it compiles.
package final class ListeningEngine: Engine {
  private let engine: any Engine
  private let listener: Listener

  package init(_ engine: any Engine, _ listener: Listener) {
    self.engine = engine
    self.listener = listener
  }

  package func prepare(_ sql: String) throws(Failure) -> any Statement {
    listener.hear(sql)
    return try engine.prepare(sql)
  }

  package func script(_ sql: String) throws(Failure) { try engine.script(sql) }

  package var beginWrite: String { engine.beginWrite }
  package var changes: Int { engine.changes }
  package var isInTransaction: Bool { engine.isInTransaction }
}
