internal import Domain
internal import Seeds

/// Names read and compared across scripts, on the table of names that is shipped.
enum NamesWorkload {
  private static let rounds = 20
  private static let people = 2_000

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let names = try papers()
    var readings: [NameReading] = []
    let reading = try Machine.times(of: 0..<rounds) { (_) throws(Failure) in
      readings = names.map(NameReading.init)
    }
    let words = readings.compactMap { $0.words.first?.word }.prefix(1_000)
    var alike = 0
    let comparing = try Machine.times(of: 0..<rounds) { (_) throws(Failure) in
      alike = 0
      for one in words {
        for other in words where NameComparison.likeness(one, other) >= NameComparison.same {
          alike += 1
        }
      }
    }
    // Each word is at least itself.
    guard alike >= words.count else { throw Failure(.fault, "a name is not like itself") }
    return [
      measurement("names.read", rounds * names.count, "names", reading),
      measurement("names.likeness", rounds * words.count * words.count, "pairs", comparing),
    ]
  }

  /// People with family, given and father's name, each in one of the six columns.
  private static func papers() throws(Failure) -> [PersonName] {
    let rows = try Seeds.file("Demo/names.tsv").split(separator: 10).dropFirst().map {
      $0.split(separator: 9, omittingEmptySubsequences: false)
    }
    let surnames = rows.filter { $0[0].elementsEqual("surname".utf8) }
    return (0..<people).map { number in
      let column = 1 + number % 6
      func text(_ row: [ArraySlice<UInt8>]) -> String {
        let field = row[row[column].isEmpty ? 1 : column]
        return String(decoding: field.split(separator: 0x7C)[0], as: UTF8.self)
      }
      let family = text(surnames[number * 7 % surnames.count])
      return PersonName(
        script: NameScript.of(family), familyName: family, givenName: text(rows[number * 13 % 290]),
        patronymic: text(rows[number * 5 % 170]))
    }
  }

  private static func measurement(
    _ name: String, _ count: Int, _ unit: String, _ seconds: [Double]
  ) -> Measurement {
    Measurement(
      name: name, families: 0, people: people, count: count, unit: unit,
      seconds: seconds.reduce(0, +))
  }
}
