internal import CSQLite
internal import Domain
internal import Storage

/// A compiled statement of SQLite.
final class SQLiteStatement: Statement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ sql: String, on connection: OpaquePointer) throws(Failure) {
    var handle: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let result = sqlite3_prepare_v3(connection, sql, -1, flags, &handle, nil)
    guard result == SQLITE_OK, let handle else {
      throw .sqlite(result, connection, during: "reading “\(sql)”")
    }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  // SQLite copies what is bound; a binding fails only for a place that the text does not have.

  func bindNull(_ place: Int32) { sqlite3_bind_null(handle, place) }

  func bind(_ integer: Int64, _ place: Int32) { sqlite3_bind_int64(handle, place, integer) }

  func bind(_ text: String, _ place: Int32) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else {
        // A nil pointer would bind NULL where an empty text is meant.
        sqlite3_bind_text(handle, place, "", 0, Self.transient)
        return
      }
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        _ = sqlite3_bind_text(handle, place, $0, Int32(bytes.count), Self.transient)
      }
    }
  }

  func bind(_ blob: [UInt8], _ place: Int32) {
    blob.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else {
        sqlite3_bind_zeroblob(handle, place, 0)
        return
      }
      sqlite3_bind_blob(handle, place, start, Int32(bytes.count), Self.transient)
    }
  }

  func run(row bytes: [UInt8], from offset: Int, width: Int32) throws(Failure) {
    let result = bytes.withUnsafeBytes { bytes in
      bind(bytes, from: offset, width: width)
      // The bytes stay where they are until the statement has ended, so SQLite need not copy
      // them; whoever runs it again binds again.
      return sqlite3_step(handle)
    }
    guard result == SQLITE_DONE else {
      throw .sqlite(result, connection, during: "writing a row")
    }
  }

  private func bind(_ bytes: UnsafeRawBufferPointer, from offset: Int, width: Int32) {
    var next = offset + Canonical.rowHeader
    let count = Int32(bytes[next - 1])
    // Columns that the row leaves out must not keep what the row before has bound.
    for place in count..<width { sqlite3_bind_null(handle, place + 1) }
    for place in 1...count {
      let tag = bytes[next]
      next += 1
      guard tag != 0 else {
        sqlite3_bind_null(handle, place)
        continue
      }
      let number = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      next += 8
      guard tag != 1 else {
        sqlite3_bind_int64(handle, place, Int64(bitPattern: number))
        continue
      }
      let start = bytes.baseAddress.map { $0 + next }
      if tag == 2 {
        let text = start?.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(handle, place, text, Int32(number), nil)
      } else {
        sqlite3_bind_blob(handle, place, start, Int32(number), nil)
      }
      next += Int(number)
    }
  }

  // The macro SQLITE_TRANSIENT, which Swift does not import: copy what is bound.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func step() throws(Failure) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result: throw .sqlite(result, connection, during: "running a statement")
    }
  }

  func reset() { sqlite3_reset(handle) }

  var columnCount: Int32 { sqlite3_column_count(handle) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func text(_ column: Int32) -> String { String(decoding: textBytes(column), as: UTF8.self) }

  /// Valid until the statement goes on.
  private func textBytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func appendCanonical(_ column: Int32, to bytes: inout [UInt8]) {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: Canonical.append(integer(column), to: &bytes)
    // As stored: decoding would make one replacement character of many broken bytes.
    case SQLITE_TEXT: Canonical.append(text: textBytes(column), to: &bytes)
    case SQLITE_NULL: Canonical.appendNull(to: &bytes)
    default: Canonical.append(blob(column), to: &bytes)
    }
  }
}
