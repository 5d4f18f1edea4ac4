package import Domain
internal import Hashing

/// Proves the trail: every act's hash, and that the rows in the tables are, byte for byte, those
/// that the acts wrote.
package enum Trail {
  package static func verify(
    in transaction: Transaction, progress: (Int64) -> Void = { _ in }
  ) throws(Failure) -> TrailReport {
    var report = TrailReport()
    var tables: [TableCursor] = []
    for layout in Layout.all { tables.append(try TableCursor(layout, in: transaction)) }
    let acts = try transaction.connection.engine.prepare(
      """
      SELECT content, hash, id, at, today, user, action, subject, detail, key, request
      FROM act ORDER BY id
      """)
    var hash = SHA256()
    var data = SHA256()
    let empty = SHA256.digest(of: [])
    var previous: [UInt8] = []
    var expected: Int64 = 1
    while try acts.step() {
      let (content, stored, id) = (acts.blob(0), acts.blob(1), acts.integer(2))
      if id != expected { report.note("act \(expected) is missing") }
      var bytes = previous
      for column in 2..<11 { acts.appendCanonical(Int32(column), to: &bytes) }
      acts.appendCanonical(0, to: &bytes)
      hash.update(bytes)
      if hash.finish() != stored {
        report.note("act \(id): its hash does not follow from the chain")
      }
      for table in tables { report.rows += try table.feedRows(of: id, to: &hash) }
      for table in tables { try table.feedClosings(of: id, to: &hash) }
      let found = hash.finish()
      if found != content {
        report.note("act \(id) (\(acts.text(6))): its rows are not those it wrote")
      }
      if content != empty { data.update(content) }
      previous = stored
      expected = id + 1
      report.acts += 1
      if report.acts % 5_000 == 0 { progress(report.acts) }
    }
    for table in tables where !table.isAtEnd {
      report.note("\(table.layout.name) holds rows that no act wrote")
    }
    report.head = previous.hexadecimal
    report.dataDigest = data.finish().hexadecimal
    return report
  }

  /// Walks a table in the order of its rows, which is the order of acts.
  private final class TableCursor {
    let layout: Layout
    private let rows: any Statement
    private let closings: (any Statement)?
    private var hasRow: Bool
    private var hasClosing: Bool

    init(_ layout: Layout, in transaction: Transaction) throws(Failure) {
      self.layout = layout
      let engine = transaction.connection.engine
      let order = layout.isNumbered ? "act, id" : "id"
      rows = try engine.prepare(
        "SELECT \(layout.columns.joined(separator: ", ")) FROM \(layout.name) ORDER BY \(order)")
      closings =
        layout.closes
        ? try engine.prepare(
          "SELECT closed_by, id FROM \(layout.name) WHERE closed_by IS NOT NULL ORDER BY 1, 2")
        : nil
      hasRow = try rows.step()
      hasClosing = try closings?.step() ?? false
    }

    var isAtEnd: Bool { !hasRow && !hasClosing }

    func feedRows(of act: Int64, to hash: inout SHA256) throws(Failure) -> Int64 {
      guard hasRow, rows.integer(1) == act else { return 0 }
      var bytes: [UInt8] = []
      var count: Int64 = 0
      while hasRow, rows.integer(1) == act {
        var width = rows.columnCount
        while width > layout.firstCount, rows.isNull(width - 1) { width -= 1 }
        Canonical.appendRow(table: layout.index, count: width, to: &bytes)
        for column in 0..<width { rows.appendCanonical(column, to: &bytes) }
        count += 1
        hasRow = try rows.step()
      }
      hash.update(bytes)
      return count
    }

    func feedClosings(of act: Int64, to hash: inout SHA256) throws(Failure) {
      var bytes: [UInt8] = []
      while hasClosing, let closings, closings.integer(0) == act {
        Canonical.appendClosing(table: layout.index, id: closings.integer(1), to: &bytes)
        hasClosing = try closings.step()
      }
      if !bytes.isEmpty { hash.update(bytes) }
    }
  }
}
