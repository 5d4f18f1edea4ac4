internal import Domain

/// The rows of a file cut into families: those of a family share a reference and need not be
/// adjacent.
///
/// Only the places of the rows are kept (about 20 bytes a row), so a national file fits easily;
/// the text is read again, family by family, when its turn comes.
struct FamilyRows {
  /// Stands on the row that ``open(_:)`` chose.
  private(set) var reader: CSVReader
  private var offsets: [Int] = []
  private var lines: [Int32] = []
  /// The rows of all families, family after family.
  private var order: [Int32] = []
  /// Where each family's rows start in `order`; one more at the end.
  private var starts: [Int32] = [0]

  var familyCount: Int { starts.count - 1 }
  var rowCount: Int { offsets.count }

  /// Cuts what is left behind the header; `column` holds the reference.
  ///
  /// `isSpreadsheet` passes over rows without any text, and over spaces round a reference. Throws
  /// `csv.quote` where the file cannot be cut into rows at all.
  init(after header: CSVReader, column: Int, isSpreadsheet: Bool = false) throws(Failure) {
    reader = header
    var families: [ArraySlice<UInt8>: Int32] = [:]
    var familyOfRow: [Int32] = []
    var counts: [Int32] = []
    while try reader.next() {
      if isSpreadsheet, isBlank() { continue }
      // A row that cannot name its family is a family of its own, to be refused as one.
      var reference = reader.count > column ? reader.rawBytes(column) : []
      if isSpreadsheet { Self.trim(&reference) }
      var family = Int32(counts.count)
      if reference.isEmpty {
        counts.append(0)
      } else if let known = families[reference] {
        family = known
      } else {
        families[reference] = family
        counts.append(0)
      }
      counts[Int(family)] += 1
      familyOfRow.append(family)
      offsets.append(reader.offset)
      lines.append(Int32(reader.line))
    }
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    order = Array(repeating: 0, count: offsets.count)
    for (row, family) in familyOfRow.enumerated() {
      order[Int(next[Int(family)])] = Int32(row)
      next[Int(family)] += 1
    }
  }

  private func isBlank() -> Bool {
    (0..<reader.count).allSatisfy { reader.rawBytes($0).allSatisfy { $0 == 0x20 } }
  }

  private static func trim(_ bytes: inout ArraySlice<UInt8>) {
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    if bytes.elementsEqual([UInt8(ascii: "-")]) { bytes = [] }
  }

  /// The places of a family's rows, for ``open(_:)``.
  func places(ofFamily family: Int) -> Range<Int> {
    Int(starts[family])..<Int(starts[family + 1])
  }

  /// Sets ``reader`` on a row.
  mutating func open(_ place: Int) throws(Failure) {
    let index = Int(order[place])
    reader.move(to: offsets[index], line: Int(lines[index]))
    _ = try reader.next()
  }
}
