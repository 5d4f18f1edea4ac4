internal import Domain
internal import Hashing

/// An engine with the statements that were compiled on it.
///
/// A statement is compiled once for each text and kept; the texts come from source code, so their
/// number is bounded.
package final class Connection {
  package let engine: any Engine
  private var statements: [String: any Statement] = [:]
  private var writers: [RowWriter?] = []
  var hash = SHA256()
  /// The identifiers of words met on this connection, so that a load asks for each once.
  var nameTokens: [[UInt8]: Int64] = [:]

  package init(_ engine: any Engine) { self.engine = engine }

  func statement(_ text: String) throws(Failure) -> any Statement {
    if let statement = statements[text] { return statement }
    let statement = try engine.prepare(text)
    statements[text] = statement
    return statement
  }

  func writer(_ layout: Layout) throws(Failure) -> RowWriter {
    while writers.count <= layout.index { writers.append(nil) }
    if let writer = writers[layout.index] { return writer }
    let writer = try RowWriter(layout, on: engine)
    writers[layout.index] = writer
    return writer
  }

  /// Forgets what a transaction that was rolled back has gathered.
  func discardContent() {
    for writer in writers { writer?.content.removeAll(keepingCapacity: true) }
    nameTokens.removeAll()
  }

  /// Digests the rows of the act in the making, table by table, then its closings in order.
  func digestContent(closings: [(table: Int, id: Int64)]) -> [UInt8] {
    for writer in writers {
      guard let writer, !writer.content.isEmpty else { continue }
      hash.update(writer.content)
      writer.content.removeAll(keepingCapacity: true)
    }
    if !closings.isEmpty {
      var bytes: [UInt8] = []
      for closing in closings.sorted(by: { ($0.table, $0.id) < ($1.table, $1.id) }) {
        Canonical.appendClosing(table: closing.table, id: closing.id, to: &bytes)
      }
      hash.update(bytes)
    }
    return hash.finish()
  }
}
