package import Domain

/// One connection to a database: the port that an engine fills.
///
/// A connection belongs to one thread at a time; ``Database`` sees to that.
package protocol Engine: AnyObject {
  /// Compiles one statement; the text uses `$1`, `$2`… in order.
  func prepare(_ sql: String) throws(Failure) -> any Statement
  /// Runs statements without results.
  func script(_ sql: String) throws(Failure)
  /// How a transaction that will write begins.
  var beginWrite: String { get }
  /// Rows changed by the last statement.
  var changes: Int { get }
  /// True between a begin and its commit or rollback.
  var isInTransaction: Bool { get }
}

/// A compiled statement with its bindings and, while it runs, its current row.
///
/// Places count from 1 for bindings and from 0 for columns, as the C libraries do.
package protocol Statement: AnyObject {
  func bindNull(_ place: Int32)
  func bind(_ integer: Int64, _ place: Int32)
  func bind(_ text: String, _ place: Int32)
  func bind(_ blob: [UInt8], _ place: Int32)
  /// Binds a row that stands in `bytes` in its canonical form from `offset`, and runs the
  /// statement to its end; places up to `width` that the row does not have are null.
  func run(row bytes: [UInt8], from offset: Int, width: Int32) throws(Failure)
  /// Goes to the next row; false at the end.
  func step() throws(Failure) -> Bool
  /// Makes the statement ready to run again; its bindings stay.
  func reset()

  var columnCount: Int32 { get }
  func isNull(_ column: Int32) -> Bool
  func integer(_ column: Int32) -> Int64
  func text(_ column: Int32) -> String
  func blob(_ column: Int32) -> [UInt8]
  /// Appends the column's value in its canonical form, as the trail digests it.
  func appendCanonical(_ column: Int32, to bytes: inout [UInt8])
}
