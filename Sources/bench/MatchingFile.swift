internal import Domain
internal import Seeds

/// An intake file read for matching: its families, and the line and reference of each person.
struct MatchingFile {
  private(set) var families: [MatchFamily] = []
  private(set) var references: [Int64: String] = [:]
  /// Families that the form's own checks refuse.
  private(set) var refused = 0

  init(_ path: String, today: LocalDate) throws(Failure) {
    let reader = IntakeReader(
      regions: try Seeds.regions(), countries: try Seeds.countries(), today: today)
    for rows in try Self.rows(path) {
      guard let form = reader.read(rows).form else {
        if refused == 0 { Bench.say("\(reader.read(rows).problems[0])") }
        refused += 1
        continue
      }
      // The form has the head first, and the others as the file has them.
      let head = rows.firstIndex { $0[.relation] == Relation.head.rawValue } ?? 0
      var lines = rows.map { Int64($0.line) }
      lines.insert(lines.remove(at: head), at: 0)
      let members = zip(form.members, lines).map { member, line in
        MatchPerson(member, id: line, of: form)
      }
      families.append(MatchFamily(id: lines[0], members: members))
      for row in rows { references[Int64(row.line)] = row[.familyRef] }
    }
  }

  /// The rows of each family, which need not be adjacent.
  private static func rows(_ path: String) throws(Failure) -> [[IntakeRow]] {
    var reader = CSVReader(try TemporaryFile.read(path))
    guard try reader.next() else { throw Failure(.csvMissingColumn, "\(path) is empty") }
    let fields = (0..<reader.count).map { IntakeField(name: reader.repairedText($0)) }
    var families: [[IntakeRow]] = []
    var places: [String: Int] = [:]
    while try reader.next() {
      var row = IntakeRow(line: reader.line)
      for index in 0..<min(reader.count, fields.count) {
        if let field = fields[index] { row[field] = reader.text(index) ?? "" }
      }
      if let place = places[row[.familyRef]] {
        families[place].append(row)
      } else {
        places[row[.familyRef]] = families.count
        families.append([row])
      }
    }
    return families
  }

  /// The line of the register for each line that applies.
  static func truth(_ path: String) throws(Failure) -> [Int64: Int64] {
    let table = try CSVTable(try TemporaryFile.read(path))
    let (from, to) = (try table.column("reapply_line"), try table.column("intake_line"))
    var truth: [Int64: Int64] = [:]
    for row in table.rows {
      guard let line = Int64(row[from]), let register = Int64(row[to]) else { continue }
      truth[line] = register
    }
    return truth
  }
}
