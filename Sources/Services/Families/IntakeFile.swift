internal import Domain

/// An intake file: a header of the form's columns, and a row for each person.
struct IntakeFile {
  /// The column of each field.
  private let columns: [Int]
  private let width: Int
  private var rows: FamilyRows

  var familyCount: Int { rows.familyCount }
  var rowCount: Int { rows.rowCount }

  /// Throws `csv.missing-column`, `csv.unknown-column`, and `csv.quote` where the file cannot be
  /// cut into rows at all.
  init(_ bytes: [UInt8], name: String) throws(Failure) {
    var reader = CSVReader(bytes)
    do {
      columns = try Self.columns(&reader)
      width = reader.count
      rows = try FamilyRows(after: reader, column: columns[IntakeField.familyRef.rawValue])
    } catch {
      throw Failure(error.code, "\(name): \(error.detail)", hint: error.hint)
    }
  }

  private static func columns(_ reader: inout CSVReader) throws(Failure) -> [Int] {
    guard try reader.next() else {
      throw Failure(
        .csvMissingColumn, "line 1: the file is empty; its first line names the columns")
    }
    var places: [Int?] = Array(repeating: nil, count: IntakeField.allCases.count)
    for index in 0..<reader.count {
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
    var columns: [Int] = []
    for field in IntakeField.allCases {
      guard let place = places[field.rawValue] else {
        throw Failure(
          .csvMissingColumn, "line 1: the column “\(field.name)” is missing",
          hint: "every column of the intake format must be there, even if it is empty")
      }
      columns.append(place)
    }
    return columns
  }

  /// The lines of a family's rows in the order of the form: the head first.
  static func lines(of rows: [IntakeRow]) -> [Int] {
    var lines = rows.map(\.line)
    if let head = rows.firstIndex(where: { $0[.relation] == Relation.head.rawValue }) {
      lines.insert(lines.remove(at: head), at: 0)
    }
    return lines
  }

  /// The rows of a family as text, and what could not even be read as text.
  mutating func rows(ofFamily family: Int) throws(Failure) -> (
    rows: [IntakeRow], problems: [IntakeProblem]
  ) {
    var found: [IntakeRow] = []
    var problems: [IntakeProblem] = []
    for place in rows.places(ofFamily: family) {
      try rows.open(place)
      var row = IntakeRow(line: rows.reader.line)
      guard rows.reader.count == width else {
        let column = columns[IntakeField.familyRef.rawValue]
        problems.append(
          IntakeProblem(
            line: row.line,
            familyRef: rows.reader.count > column ? rows.reader.repairedText(column) : "",
            field: nil, code: .csvFieldCount,
            message: "the row has \(rows.reader.count) fields where the header has \(width)"))
        continue
      }
      for field in IntakeField.allCases {
        let column = columns[field.rawValue]
        if let text = rows.reader.text(column) {
          if !text.isEmpty { row[field] = text }
        } else {
          problems.append(
            IntakeProblem(
              line: row.line, familyRef: rows.reader.repairedText(columns[0]), field: field,
              code: .csvUTF8, message: "the field is not UTF-8 text",
              value: rows.reader.repairedText(column)))
        }
      }
      if row[.familyRef].isEmpty, problems.isEmpty {
        problems.append(
          IntakeProblem(
            line: row.line, familyRef: "", field: .familyRef, code: .fieldRequired,
            message: "the row names no family"))
      }
      found.append(row)
    }
    return (found, problems)
  }
}
