/// Reads the files that a score is counted from, row by row.
///
/// Every failure names the line, the field and the rule; the caller puts the file's name before.
package enum MatchTables {
  /// The rows of `kosh match file`: `line, candidate_source_line, decision` of its columns.
  ///
  /// A row without a candidate has an empty `candidate_source_line`. Throws
  /// `csv.missing-column`, `csv.field-count`, `field.value`, and the reader's failures.
  package static func answers(_ bytes: [UInt8]) throws(Failure) -> [MatchAnswer] {
    var answers: [MatchAnswer] = []
    let columns = ["line", "candidate_source_line", "decision"]
    try read(bytes, columns) { (line, fields) throws(Failure) in
      guard let decision = MatchAnswer.Decision(rawValue: fields[2]) else {
        throw Failure(
          .fieldValue,
          "line \(line), decision: “\(fields[2])” is none of match, review and none")
      }
      let source = fields[1].isEmpty ? nil : try number(fields[1], line, columns[1])
      answers.append(
        MatchAnswer(
          line: try number(fields[0], line, columns[0]), source: source, decision: decision))
    }
    return answers
  }

  /// The truth: for a `reapply_line` its `intake_line`.
  package static func truth(_ bytes: [UInt8]) throws(Failure) -> [Int: Int] {
    var truth: [Int: Int] = [:]
    let columns = ["reapply_line", "intake_line"]
    try read(bytes, columns) { (line, fields) throws(Failure) in
      let reapplied = try number(fields[0], line, columns[0])
      guard truth.updateValue(try number(fields[1], line, columns[1]), forKey: reapplied) == nil
      else {
        throw Failure(
          .fieldValue, "line \(line), reapply_line: line \(reapplied) stands in the truth twice")
      }
    }
    return truth
  }

  /// The lines on which each change stands, from the notes of `kosh demo reapply`.
  package static func notes(_ bytes: [UInt8]) throws(Failure) -> [String: Set<Int>] {
    var lines: [String: Set<Int>] = [:]
    let columns = ["reapply_line", "changes"]
    try read(bytes, columns) { (line, fields) throws(Failure) in
      let reapplied = try number(fields[0], line, columns[0])
      for change in fields[1].split(separator: " ") {
        lines[String(change), default: []].insert(reapplied)
      }
    }
    return lines
  }

  /// Hands the texts of these columns to `take`, with the line of the file.
  private static func read(
    _ bytes: [UInt8], _ columns: [String],
    _ take: (Int, [String]) throws(Failure) -> Void
  ) throws(Failure) {
    var reader = CSVReader(bytes)
    guard try reader.next() else {
      throw Failure(
        .csvMissingColumn, "line 1: the file is empty; its first line names the columns")
    }
    let width = reader.count
    let header = (0..<width).map { reader.repairedText($0) }
    var places: [Int] = []
    for column in columns {
      guard let place = header.firstIndex(of: column) else {
        throw Failure(.csvMissingColumn, "line 1: the column “\(column)” is missing")
      }
      places.append(place)
    }
    while try reader.next() {
      guard reader.count == width else {
        throw Failure(
          .csvFieldCount,
          "line \(reader.line): \(reader.count) fields where the header has \(width)")
      }
      try take(reader.line, places.map { reader.repairedText($0) })
    }
  }

  private static func number(
    _ text: String, _ line: Int, _ field: String
  ) throws(Failure) -> Int {
    guard let number = Int(text), number > 0 else {
      throw Failure(
        .fieldValue, "line \(line), \(field): “\(text)” is not the number of a line")
    }
    return number
  }
}
