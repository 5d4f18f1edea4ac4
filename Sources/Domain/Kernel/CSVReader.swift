/// Reads comma-separated text (RFC 4180) from bytes, one record at a time.
///
/// Takes LF and CRLF, a byte-order mark, and quoted fields with doubled quotes and line breaks.
/// Fields are decoded only when asked for, so a broken byte spoils one field and not the file.
package struct CSVReader {
  package let bytes: [UInt8]
  /// The line on which the current record starts; the first line is 1.
  package private(set) var line = 0
  /// Where the current record starts; a reader can be set back there.
  package private(set) var offset = 0
  /// How many fields the current record has.
  package var count: Int { fields.count }

  private struct Field {
    var start: Int
    var end: Int
    var hasDoubledQuotes: Bool
  }

  private var fields: [Field] = []
  private var cursor: Int
  private var nextLine = 1

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    cursor = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// How far reading has come, in bytes.
  package var position: Int { cursor }

  /// Sets the reader to a record start that ``offset`` and ``line`` gave earlier.
  package mutating func move(to offset: Int, line: Int) {
    cursor = offset
    nextLine = line
  }

  /// Advances to the next record that is not an empty line; false at the end.
  ///
  /// Throws `csv.quote` where a quote is not closed, or text follows a closing quote.
  package mutating func next() throws(Failure) -> Bool {
    while cursor < bytes.count {
      fields.removeAll(keepingCapacity: true)
      line = nextLine
      offset = cursor
      try readRecord()
      if fields.count > 1 || fields[0].end > fields[0].start { return true }
    }
    return false
  }

  private mutating func readRecord() throws(Failure) {
    var start = cursor
    while true {
      if start < bytes.count, bytes[start] == UInt8(ascii: "\"") {
        cursor = try readQuoted(from: start)
      } else {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ","), bytes[end] != 10 { end += 1 }
        cursor = end
        if end > start, bytes[end - 1] == 13, end == bytes.count || bytes[end] == 10 { end -= 1 }
        fields.append(Field(start: start, end: end, hasDoubledQuotes: false))
      }
      guard cursor < bytes.count else { return }
      let delimiter = bytes[cursor]
      cursor += 1
      if delimiter == 10 {
        nextLine += 1
        return
      }
      start = cursor
    }
  }

  /// Reads a quoted field; returns the place of the delimiter behind it.
  private mutating func readQuoted(from start: Int) throws(Failure) -> Int {
    var end = start + 1
    var doubled = false
    while true {
      guard end < bytes.count else {
        throw Failure(.csvQuote, "line \(line): a quoted field is not closed")
      }
      if bytes[end] == 10 { nextLine += 1 }
      if bytes[end] == UInt8(ascii: "\"") {
        guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\"") else { break }
        doubled = true
        end += 1
      }
      end += 1
    }
    fields.append(Field(start: start + 1, end: end, hasDoubledQuotes: doubled))
    var after = end + 1
    if after < bytes.count, bytes[after] == 13 { after += 1 }
    guard after == bytes.count || bytes[after] == UInt8(ascii: ",") || bytes[after] == 10 else {
      throw Failure(.csvQuote, "line \(line): text follows a closing quote")
    }
    return after
  }

  /// The field as it stands in the file, or nil where its bytes are not UTF-8.
  package func text(_ index: Int) -> String? {
    let field = fields[index]
    if field.start == field.end { return "" }
    guard let text = String(validating: bytes[field.start..<field.end], as: UTF8.self) else {
      return nil
    }
    guard field.hasDoubledQuotes else { return text }
    var plain = ""
    var afterQuote = false
    for scalar in text.unicodeScalars {
      if scalar == "\"", afterQuote {
        afterQuote = false
        continue
      }
      afterQuote = scalar == "\""
      plain.unicodeScalars.append(scalar)
    }
    return plain
  }

  /// The field with every broken byte shown as U+FFFD, for a message.
  package func repairedText(_ index: Int) -> String {
    let field = fields[index]
    return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
  }

  /// The raw bytes of a field.
  package func rawBytes(_ index: Int) -> ArraySlice<UInt8> {
    bytes[fields[index].start..<fields[index].end]
  }
}

/// Rows of a reference file by the names in its header, read whole: for small, trusted files.
package struct CSVTable {
  package let header: [String]
  package let rows: [[String]]

  /// Throws the reader's failures, and `csv.field-count` or `csv.utf8` with the line.
  package init(_ bytes: [UInt8]) throws(Failure) {
    var reader = CSVReader(bytes)
    var records: [[String]] = []
    while try reader.next() {
      var record: [String] = []
      for index in 0..<reader.count {
        guard let text = reader.text(index) else {
          throw Failure(.csvUTF8, "line \(reader.line): field \(index + 1) is not UTF-8 text")
        }
        record.append(text)
      }
      if let first = records.first, first.count != record.count {
        throw Failure(
          .csvFieldCount,
          "line \(reader.line): \(record.count) fields where the header has \(first.count)")
      }
      records.append(record)
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The place of a column; `csv.missing-column` where the header lacks it.
  package func column(_ name: String) throws(Failure) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw Failure(.csvMissingColumn, "the header has no column “\(name)”")
    }
    return index
  }
}
