package import Domain

/// Reads a count of staff: `category, citizenship, people`.
///
/// `category` is 1 to 4, or 0 for other posts; `citizenship` ISO 3166-1 alpha-3.
package enum StaffFile {
  /// Throws what is wrong first, with file, line and field.
  package static func read(_ bytes: [UInt8], name: String) throws(Failure) -> [StaffLine] {
    var sheet = try EmployerSheet(
      bytes, name: name, required: ["category", "citizenship", "people"])
    var lines: [StaffLine] = []
    var places: [[String]: Int] = [:]
    while let row = try sheet.next() {
      try row.check()
      let line = try StaffLine(
        category: row.read("category", category),
        citizenship: row.read("citizenship", citizenship), people: row.read("people", people))
      let key = ["\(line.category)", line.citizenship]
      if let first = places[key] {
        throw row.failure(
          "citizenship",
          Failure(.fieldValue, "line \(first) counts \(line.citizenship) in this category already"))
      }
      places[key] = row.number
      lines.append(line)
    }
    guard !lines.isEmpty else {
      throw Failure(.fieldRequired, "\(name): the file has no line below its header")
    }
    return lines
  }

  /// Reads a line of a count as it is typed: `3:CHN=12`.
  package static func line(_ text: String) throws(Failure) -> StaffLine {
    let halves = text.split(separator: "=", omittingEmptySubsequences: false)
    let keys = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, keys.count == 2 else {
      throw Failure(
        .fieldValue, "“\(text.shown)” is not CATEGORY:COUNTRY=PEOPLE", hint: "such as 3:CHN=12")
    }
    return StaffLine(
      category: try category(String(keys[0])), citizenship: try citizenship(String(keys[1])),
      people: try people(String(halves[1])))
  }

  private static func category(_ text: String) throws(Failure) -> Int {
    guard let category = Int(text), StaffCount.categories.contains(category) else {
      throw Failure(
        .fieldValue, "“\(text.shown)” is no category of posts: 1 to 4, or 0 for other posts")
    }
    return category
  }

  private static func citizenship(_ text: String) throws(Failure) -> String {
    try Reference.countries().resolve(text).code
  }

  private static func people(_ text: String) throws(Failure) -> Int {
    guard let people = Int(text), (0...CountStaff.most).contains(people) else {
      throw Failure(.fieldValue, "“\(text.shown)” is not a whole number of people")
    }
    return people
  }
}
