package import Domain

extension Statement {
  /// For an engine that binds value by value.
  package func run(row bytes: [UInt8], from offset: Int, width: Int32) throws(Failure) {
    var next = offset + Canonical.rowHeader
    let count = Int32(bytes[next - 1])
    for place in 1...count {
      let value = Canonical.value(in: bytes, at: &next)
      switch value {
      case .null: bindNull(place)
      case .integer(let integer): bind(integer, place)
      case .text(let text): bind(text, place)
      case .blob(let blob): bind(blob, place)
      }
    }
    for place in (count..<width) { bindNull(place + 1) }
    _ = try step()
  }
}

extension Canonical {
  /// Bytes before the first value of a row; the last of them is the number of values.
  package static let rowHeader = 3

  /// The value that stands at `next`, which moves behind it.
  fileprivate static func value(in bytes: [UInt8], at next: inout Int) -> SQLValue {
    let tag = bytes[next]
    next += 1
    guard tag != 0 else { return .null }
    let number = fixed(in: bytes, at: &next)
    guard tag != 1 else { return .integer(Int64(bitPattern: number)) }
    let content = bytes[next..<next + Int(number)]
    next = content.endIndex
    return tag == 2 ? .text(String(decoding: content, as: UTF8.self)) : .blob(Array(content))
  }

  private static func fixed(in bytes: [UInt8], at next: inout Int) -> UInt64 {
    defer { next += 8 }
    return bytes[next..<next + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
