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
  /// Words of the index as they sound, so that one that is met again is not read anew.
  private var nameWords: [Int64: NameWord] = [:]
  private static let mostNameWords = 20_000

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
    nameWords.removeAll()
  }

  /// How much content each table has, for ``discardContent(after:)``.
  var contentMark: [Int] { writers.map { $0?.content.count ?? 0 } }

  /// Forgets what was gathered since the mark.
  func discardContent(after mark: [Int]) {
    for (index, writer) in writers.enumerated() {
      guard let writer else { continue }
      let kept = index < mark.count ? mark[index] : 0
      writer.content.removeLast(writer.content.count - kept)
    }
    nameTokens.removeAll()
    nameWords.removeAll()
  }

  /// A word of the index as it sounds; nil where it is no word.
  func word(_ id: Int64) throws(Failure) -> NameWord? {
    if let known = nameWords[id] { return known }
    let texts = try statement("SELECT text FROM name_token WHERE id = $1")
    texts.bind(id, 1)
    defer { texts.reset() }
    return try texts.step() ? word(id, texts.text(0)) : nil
  }

  /// The same, where the text is at hand.
  func word(_ id: Int64, _ token: String) -> NameWord? {
    if let known = nameWords[id] { return known }
    guard let word = NameIndex.read(token) else { return nil }
    if nameWords.count >= Self.mostNameWords { nameWords.removeAll() }
    nameWords[id] = word
    return word
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
