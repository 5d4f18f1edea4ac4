internal import Domain

/// An office's export: a title row or more, a row of column codes, and a row for each person and
/// each of their records.
struct ExportFile {
  /// The row of codes stands among the first rows.
  private static let headerRows = 5

  private var places: [(column: ExportColumn, index: Int)] = []
  private let headerLine: Int
  private let width: Int
  private var rows: FamilyRows
  private var dottedDates = 0
  private var firstDotted: IntakeProblem?

  var familyCount: Int { rows.familyCount }
  var rowCount: Int { rows.rowCount }

  /// Throws `csv.missing-column`, `csv.unknown-column`, and `csv.quote` where the file cannot be
  /// cut into rows at all.
  init(_ bytes: [UInt8], name: String) throws(Failure) {
    var reader = CSVReader(bytes)
    do {
      places = try Self.header(&reader)
      headerLine = reader.line
      width = reader.count
      let reference = places.first { $0.column == .applicationID }?.index ?? 0
      rows = try FamilyRows(after: reader, column: reference, isSpreadsheet: true)
    } catch {
      throw Failure(error.code, "\(name): \(error.detail)", hint: error.hint)
    }
  }

  private static func header(
    _ reader: inout CSVReader
  ) throws(Failure) -> [(column: ExportColumn, index: Int)] {
    for _ in 0..<headerRows {
      guard try reader.next() else { break }
      let codes = (0..<reader.count).map { code(reader.repairedText($0)) }
      guard codes.contains(ExportColumn.applicationID.rawValue) else { continue }
      return try places(of: codes, line: reader.line)
    }
    throw Failure(
      .csvMissingColumn,
      "none of the first \(headerRows) rows is the row of codes: it would have APP_ID",
      hint: "an intake file is read with --format intake")
  }

  private static func code(_ text: String) -> String {
    text.uppercased().filter { !$0.isWhitespace }
  }

  private static func places(
    of codes: [String], line: Int
  ) throws(Failure) -> [(column: ExportColumn, index: Int)] {
    var places: [(column: ExportColumn, index: Int)] = []
    for (index, code) in codes.enumerated() {
      guard let column = ExportColumn(rawValue: code) else {
        throw Failure(
          .csvUnknownColumn, "line \(line): “\(code)” is not a column of the office export",
          hint: "Docs/reference/intake-format.md lists those that Kosh knows; take it out")
      }
      guard !places.contains(where: { $0.column == column }) else {
        throw Failure(.csvUnknownColumn, "line \(line): the column “\(code)” stands twice")
      }
      places.append((column, index))
    }
    for column in ExportColumn.required where !places.contains(where: { $0.column == column }) {
      throw Failure(
        .csvMissingColumn, "line \(line): the column “\(column.rawValue)” is missing")
    }
    return places
  }

  // MARK: Warnings of the file

  /// What the register has no place for.
  var notTaken: IntakeProblem? {
    let columns = places.map(\.column).filter(\.isNotTaken).map(\.rawValue)
    guard !columns.isEmpty else { return nil }
    return IntakeProblem(
      line: headerLine, familyRef: "", field: nil, code: .intakeNotTaken,
      message: "the register has no place for \(columns.joined(separator: ", ")): not taken")
  }

  /// The dates read so far that stood as dd.mm.yyyy, in one sentence.
  var dotted: IntakeProblem? {
    guard var problem = firstDotted else { return nil }
    let iso = problem.message
    problem.familyRef = ""
    problem.message =
      "\(dottedDates) dates written dd.mm.yyyy are read as such, "
      + "first “\(problem.value)” as “\(iso)”"
    return problem
  }

  // MARK: Families

  /// The rows of a family, read by the export's words; problems are told under its columns.
  mutating func read(
    _ family: Int, _ export: ExportReader, _ intake: IntakeReader
  ) throws(Failure) -> (rows: [IntakeRow], reading: IntakeReader.Reading) {
    let (written, broken) = try texts(ofFamily: family)
    guard broken.isEmpty else { return ([], IntakeReader.Reading(problems: broken)) }
    let mended = export.read(written)
    dottedDates += mended.dottedDates
    if firstDotted == nil { firstDotted = mended.firstDotted }
    guard mended.problems.isEmpty else {
      return (
        mended.rows,
        IntakeReader.Reading(problems: mended.problems, warnings: mended.warnings)
      )
    }
    var reading = intake.read(mended.rows)
    reading.problems = reading.problems.map { Self.told($0, of: written) }
    reading.warnings = mended.warnings + reading.warnings.map { Self.told($0, of: written) }
    return (mended.rows, reading)
  }

  /// A problem of the intake form, under the export's column and with the value that stood there.
  private static func told(_ problem: IntakeProblem, of rows: [ExportRow]) -> IntakeProblem {
    guard let column = ExportColumn.column(of: problem.field) else { return problem }
    var problem = problem
    problem.field = column.rawValue
    if let row = rows.first(where: { $0.line == problem.line }), !row[column].isEmpty {
      problem.value = row[column]
    }
    return problem
  }

  private mutating func texts(
    ofFamily family: Int
  ) throws(Failure) -> (rows: [ExportRow], problems: [IntakeProblem]) {
    var found: [ExportRow] = []
    var problems: [IntakeProblem] = []
    for place in rows.places(ofFamily: family) {
      try rows.open(place)
      var row = ExportRow(line: rows.reader.line)
      guard rows.reader.count == width else {
        problems.append(
          IntakeProblem(
            line: row.line, familyRef: reference(), field: nil, code: .csvFieldCount,
            message: "the row has \(rows.reader.count) fields where the header has \(width)"))
        continue
      }
      for (column, index) in places {
        if let text = rows.reader.text(index) {
          row[column] = text
        } else {
          problems.append(
            IntakeProblem(
              line: row.line, familyRef: reference(), column: column.rawValue, code: .csvUTF8,
              message: "the field is not UTF-8 text", value: rows.reader.repairedText(index)))
        }
      }
      if reference().isEmpty {
        problems.append(
          IntakeProblem(
            line: row.line, familyRef: "", column: ExportColumn.applicationID.rawValue,
            code: .fieldRequired, message: "the row names no family"))
      }
      found.append(row)
    }
    return (found, problems)
  }

  /// The family that the open row names.
  private func reference() -> String {
    guard let index = places.first(where: { $0.column == .applicationID })?.index,
      rows.reader.count > index
    else { return "" }
    let text = rows.reader.repairedText(index).filter { $0 != " " }
    return text == "-" ? "" : text
  }
}
