/// The one byte form of a value from which digests are made.
///
/// A tag, then a fixed-size number, or a length and the bytes. Two different rows never share a form.
package enum Canonical {
  package static func appendNull(to bytes: inout [UInt8]) { bytes.append(0) }

  package static func append(_ integer: Int64, to bytes: inout [UInt8]) {
    bytes.append(1)
    appendFixed(UInt64(bitPattern: integer), to: &bytes)
  }

  package static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text: text.utf8, to: &bytes)
  }

  /// A text by its bytes as they are stored, which need not be UTF-8 once someone has changed them.
  package static func append(text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(2)
    appendFixed(UInt64(text.count), to: &bytes)
    bytes.append(contentsOf: text)
  }

  package static func append(_ blob: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(3)
    appendFixed(UInt64(blob.count), to: &bytes)
    bytes.append(contentsOf: blob)
  }

  /// A row starts with its table and its number of values.
  package static func appendRow(table: Int, count: Int32, to bytes: inout [UInt8]) {
    bytes.append(4)
    bytes.append(UInt8(truncatingIfNeeded: table))
    bytes.append(UInt8(truncatingIfNeeded: count))
  }

  /// Says how many values the row has that starts at `start`.
  static func setCount(_ count: Int, ofRowAt start: Int, in bytes: inout [UInt8]) {
    bytes[start + rowHeader - 1] = UInt8(truncatingIfNeeded: count)
  }

  /// The closing of a row.
  package static func appendClosing(table: Int, id: Int64, to bytes: inout [UInt8]) {
    bytes.append(5)
    bytes.append(UInt8(truncatingIfNeeded: table))
    appendFixed(UInt64(bitPattern: id), to: &bytes)
  }

  private static func appendFixed(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
