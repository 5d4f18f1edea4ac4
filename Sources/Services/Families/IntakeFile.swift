internal import Domain

/// An intake file cut into families: the rows of a family share `family_ref` and need not be
/// adjacent.
///
/// Only the places of the rows are kept (about 20 bytes a row), so a national file fits easily;
/// the text is read again, family by family, when its turn comes.
struct IntakeFile {
  private var reader: CSVReader
  /// The column of each field.
  private var columns: [Int] = []
  private var width = 0
  private var offsets: [Int] = []
  private var lines: [Int32] = []
  /// The rows of all families, family after family.
  private var order: [Int32] = []
  /// Where each family's rows start in `order`; one more at the end.
  private var starts: [Int32] = []

  var familyCount: Int { max(0, starts.count - 1) }
  var rowCount: Int { offsets.count }

  /// Throws `csv.missing-column`, `csv.unknown-column`, and `csv.quote` where the file cannot be
  /// cut into rows at all.
  init(_ bytes: [UInt8], name: String) throws(Failure) {
    reader = CSVReader(bytes)
    do {
      try readHeader(name)
      try readRows()
    } catch {
      throw Failure(error.code, "\(name): \(error.detail)", hint: error.hint)
    }
  }

  private mutating func readHeader(_ name: String) throws(Failure) {
    guard try reader.next() else {
      throw Failure(
        .csvMissingColumn, "line 1: the file is empty; its first line names the columns")
    }
    var places: [Int?] = Array(repeating: nil, count: IntakeField.allCases.count)
    width = reader.count
    for index in 0..<width {
      let column = reader.repairedText(index)
      guard let field = IntakeField(name: column) else {
        throw Failure(
          .csvUnknownColumn, "line 1: “\(column)” is not a column of the intake format",
          hint: "kosh family import --help lists the columns")
      }
      guard places[field.rawValue] == nil else {
        throw Failure(.csvUnknownColumn, "line 1: the column “\(column)” stands twice")
      }
      places[field.rawValue] = index
    }
    for field in IntakeField.allCases {
      guard let place = places[field.rawValue] else {
        throw Failure(
          .csvMissingColumn, "line 1: the column “\(field.name)” is missing",
          hint: "every column of the intake format must be there, even if it is empty")
      }
      columns.append(place)
    }
  }

  private mutating func readRows() throws(Failure) {
    let column = columns[IntakeField.familyRef.rawValue]
    var families: [ArraySlice<UInt8>: Int32] = [:]
    var familyOfRow: [Int32] = []
    var counts: [Int32] = []
    while try reader.next() {
      // A row that cannot name its family is a family of its own, to be refused as one.
      let reference = reader.count > column ? reader.rawBytes(column) : []
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
    starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    order = Array(repeating: 0, count: offsets.count)
    for (row, family) in familyOfRow.enumerated() {
      order[Int(next[Int(family)])] = Int32(row)
      next[Int(family)] += 1
    }
  }

  /// The rows of a family as text, and what could not even be read as text.
  mutating func rows(ofFamily family: Int) throws(Failure) -> (
    rows: [IntakeRow], problems: [IntakeProblem]
  ) {
    var rows: [IntakeRow] = []
    var problems: [IntakeProblem] = []
    for place in Int(starts[family])..<Int(starts[family + 1]) {
      let index = Int(order[place])
      reader.move(to: offsets[index], line: Int(lines[index]))
      _ = try reader.next()
      var row = IntakeRow(line: reader.line)
      guard reader.count == width else {
        let column = columns[IntakeField.familyRef.rawValue]
        problems.append(
          IntakeProblem(
            line: row.line, familyRef: reader.count > column ? reader.repairedText(column) : "",
            field: nil, code: .csvFieldCount,
            message: "the row has \(reader.count) fields where the header has \(width)"))
        continue
      }
      for field in IntakeField.allCases {
        let column = columns[field.rawValue]
        if let text = reader.text(column) {
          if !text.isEmpty { row[field] = text }
        } else {
          problems.append(
            IntakeProblem(
              line: row.line, familyRef: reader.repairedText(columns[0]), field: field,
              code: .csvUTF8, message: "the field is not UTF-8 text",
              value: reader.repairedText(column)))
        }
      }
      if row[.familyRef].isEmpty, problems.isEmpty {
        problems.append(
          IntakeProblem(
            line: row.line, familyRef: "", field: .familyRef, code: .fieldRequired,
            message: "the row names no family"))
      }
      rows.append(row)
    }
    return (rows, problems)
  }
}
