package import Domain

/// Writes rows of one table, value by value, and keeps their canonical form for the act's digest.
///
/// The insert statement is prepared once for the life of the connection, and bound from those
/// bytes: what is digested is what is written, and nothing else is allocated for a row.
package final class RowWriter {
  let layout: Layout
  private let statement: any Statement
  private var count = 0
  /// Where the row in the making starts in the content.
  private var start = 0
  /// The canonical rows of the act in the making.
  var content: [UInt8] = []

  init(_ layout: Layout, on engine: any Engine) throws(Failure) {
    self.layout = layout
    statement = try engine.prepare(layout.insert)
  }

  func begin(id: Int64, act: Int64) {
    count = 0
    start = content.count
    Canonical.appendRow(table: layout.index, count: 0, to: &content)
    add(id)
    add(act)
  }

  package func add(_ integer: Int64) {
    count += 1
    Canonical.append(integer, to: &content)
  }

  package func add(_ text: String) {
    count += 1
    Canonical.append(text, to: &content)
  }

  package func add(_ blob: [UInt8]) {
    count += 1
    Canonical.append(blob, to: &content)
  }

  package func addNull() {
    count += 1
    Canonical.appendNull(to: &content)
  }

  /// The last columns of a table that grew: those that are empty at the end are left out.
  package func addLater(_ values: String?...) {
    addLater(values.map { $0.map(Later.text) })
  }

  /// A value of a column that came later.
  package enum Later {
    case text(String)
    case integer(Int64)
  }

  package func addLater(_ values: [Later?]) {
    let last = values.lastIndex { $0 != nil } ?? -1
    for value in values.prefix(last + 1) {
      switch value {
      case .text(let text): add(text)
      case .integer(let integer): add(integer)
      case nil: addNull()
      }
    }
  }

  package func add(_ integer: Int) { add(Int64(integer)) }
  package func add<Entity>(_ number: Number<Entity>) { add(number.raw) }
  package func add(_ date: LocalDate) { add(date.description) }
  package func add(_ money: Money) { add(money.tiyn) }
  package func add(word: some RawRepresentable<String>) { add(word.rawValue) }

  package func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  package func add(_ integer: Int64?) {
    if let integer { add(integer) } else { addNull() }
  }

  package func add(_ date: LocalDate?) {
    if let date { add(date) } else { addNull() }
  }

  /// The value of a column of the row at which another statement stands.
  func add(column: Int32, of other: any Statement) {
    count += 1
    other.appendCanonical(column, to: &content)
  }

  /// Inserts the row; every column must have been added.
  package func insert() throws(Failure) {
    precondition(
      (layout.firstCount...layout.columns.count).contains(count),
      "a row of \(layout.name) is incomplete")
    Canonical.setCount(count, ofRowAt: start, in: &content)
    defer { statement.reset() }
    try statement.run(row: content, from: start, width: Int32(layout.columns.count))
  }
}
