import Domain

/// What stands before the root element of a document, looked at before a library reads it.
struct XMLProlog {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// Refuses with `input.malformed` what is not UTF-8 XML by its first bytes, and a document type.
  ///
  /// A document type is the door to entities: to other files, and to texts that grow without end.
  /// No message of ISO 20022 has one. Only what stands before the root can be one.
  static func check(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(Failure) {
    var prolog = XMLProlog(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { prolog.place = 3 }
    while true {
      prolog.skipSpace()
      if prolog.skip(from: "<?", to: "?>") || prolog.skip(from: "<!--", to: "-->") { continue }
      let line = 1 + bytes[..<prolog.place].count { $0 == 10 }
      if prolog.isAt("<!") {
        throw Failure(
          .inputMalformed,
          "\(file), line \(line): the file has a document type, which no message of a bank needs")
      }
      guard prolog.isAt("<"), !prolog.isAt("<\0") else {
        throw Failure(.inputMalformed, "\(file), line \(line): the file is not XML in UTF-8")
      }
      return
    }
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[place]) { place += 1 }
  }

  /// Passes over what starts and ends with these; to the end of the file where it is not ended.
  private mutating func skip(from start: StaticString, to end: StaticString) -> Bool {
    guard isAt(start) else { return false }
    place += start.utf8CodeUnitCount
    while place < bytes.count, !isAt(end) { place += 1 }
    place = min(bytes.count, place + end.utf8CodeUnitCount)
    return true
  }

  private func isAt(_ text: StaticString) -> Bool {
    bytes[place...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
