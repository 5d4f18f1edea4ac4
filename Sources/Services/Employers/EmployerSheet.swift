internal import Domain

/// A file about employers, row by row: CSV with a header that names known columns only.
struct EmployerSheet {
  /// One row; a field that is not UTF-8 spoils its row and no other.
  struct Line {
    let file: String
    /// From 1, which is the header.
    let number: Int
    fileprivate let texts: [String: String]
    /// What is wrong with the row as a whole.
    let problem: Failure?

    /// The field without white space at its ends; empty where the file has no such column.
    func text(_ field: String) -> String { texts[field] ?? "" }

    func failure(_ field: String, _ failure: Failure) -> Failure {
      Failure(
        failure.code, "\(file), line \(number), \(field): \(failure.detail)", hint: failure.hint)
    }

    /// Throws what is wrong with the row as a whole.
    func check() throws(Failure) {
      guard let problem else { return }
      throw Failure(problem.code, "\(file), line \(number): \(problem.detail)")
    }

    /// The field as a type that is read from text; throws `field.required` where it is empty, and
    /// says of every failure where it stands.
    func read<Value>(_ field: String, _ read: (String) throws(Failure) -> Value)
      throws(Failure) -> Value
    {
      let text = text(field)
      guard !text.isEmpty else {
        throw failure(field, Failure(.fieldRequired, "it is empty"))
      }
      do {
        return try read(text)
      } catch {
        throw failure(field, error)
      }
    }
  }

  private let file: String
  private var reader: CSVReader
  private var header: [String] = []

  /// Every failure names the file, and the column that is missing or unknown.
  init(_ bytes: [UInt8], name: String, required: [String], optional: [String] = [])
    throws(Failure)
  {
    file = name
    reader = CSVReader(bytes)
    guard try readRecord() else {
      throw Failure(.csvMissingColumn, "\(name): the file has no header")
    }
    header = (0..<reader.count).map { reader.repairedText($0).trimmed }
    for column in required where !header.contains(column) {
      throw Failure(.csvMissingColumn, "\(name): the header has no column “\(column)”")
    }
    for column in header where !required.contains(column) && !optional.contains(column) {
      throw Failure(
        .csvUnknownColumn, "\(name): “\(column.shown)” is no column of such a file",
        hint: "its columns: \((required + optional).joined(separator: ", "))")
    }
    guard Set(header).count == header.count else {
      throw Failure(.csvUnknownColumn, "\(name): the header names a column twice")
    }
  }

  /// The next row; nil at the end.
  mutating func next() throws(Failure) -> Line? {
    guard try readRecord() else { return nil }
    var texts: [String: String] = [:]
    var problem: Failure?
    if reader.count != header.count {
      problem = Failure(
        .csvFieldCount, "\(reader.count) fields where the header has \(header.count)")
    }
    for (index, column) in header.enumerated() where index < reader.count {
      texts[column] = reader.repairedText(index).trimmed
      if let text = reader.text(index) {
        texts[column] = text.trimmed
      } else if problem == nil {
        problem = Failure(.csvUTF8, "“\(column)” is not UTF-8 text")
      }
    }
    return Line(file: file, number: reader.line, texts: texts, problem: problem)
  }

  private mutating func readRecord() throws(Failure) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw Failure(error.code, "\(file), \(error.detail)", hint: error.hint)
    }
  }
}
