package import Domain

/// Writes rows of one table, value by value, and keeps their canonical form for the act's digest.
///
/// The insert statement is prepared once for the life of the connection; nothing is allocated for
/// a row but what the digest needs.
package final class RowWriter {
  let layout: Layout
  private let statement: any Statement
  private var place: Int32 = 0
  /// The canonical rows of the act in the making.
  var content: [UInt8] = []

  init(_ layout: Layout, on engine: any Engine) throws(Failure) {
    self.layout = layout
    statement = try engine.prepare(layout.insert)
  }

  func begin(id: Int64, act: Int64) {
    place = 0
    Canonical.appendRow(table: layout.index, count: Int32(layout.columns.count), to: &content)
    add(id)
    add(act)
  }

  package func add(_ integer: Int64) {
    place += 1
    statement.bind(integer, place)
    Canonical.append(integer, to: &content)
  }

  package func add(_ text: String) {
    place += 1
    statement.bind(text, place)
    Canonical.append(text, to: &content)
  }

  package func add(_ blob: [UInt8]) {
    place += 1
    statement.bind(blob, place)
    Canonical.append(blob, to: &content)
  }

  package func addNull() {
    place += 1
    statement.bindNull(place)
    Canonical.appendNull(to: &content)
  }

  package func add(_ integer: Int) { add(Int64(integer)) }
  package func add<Entity>(_ number: Number<Entity>) { add(number.raw) }
  package func add(_ date: LocalDate) { add(date.description) }
  package func add(_ money: Money) { add(money.tiyn) }
  package func add(word: some RawRepresentable<String>) { add(word.rawValue) }

  package func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  package func add(_ date: LocalDate?) {
    if let date { add(date) } else { addNull() }
  }

  /// Inserts the row; every column must have been added.
  package func insert() throws(Failure) {
    precondition(Int(place) == layout.columns.count, "a row of \(layout.name) is incomplete")
    defer { statement.reset() }
    _ = try statement.step()
  }
}
