package import Domain

/// Families and orders made up for tests.
package enum Samples {
  private static let people: [(relation: Relation, name: String, sex: Sex, birth: String)] = [
    (.head, "Ерлан", .male, "1985-06-15"), (.spouse, "Айгүл", .female, "1987-03-12"),
    (.son, "Нұрлан", .male, "2012-05-02"), (.daughter, "Әсем", .female, "2014-11-30"),
    (.mother, "Қаныкей", .female, "1958"),
  ]

  /// A head, a spouse and children: `count` rows of one family, at most five.
  package static func family(
    _ reference: String, count: Int = 3, region: String = "KZ-55", arrival: String = "2026-03-10"
  ) -> [IntakeRow] {
    people.prefix(count).enumerated().map { index, person in
      var row = IntakeRow(line: 0)
      row[.familyRef] = reference
      row[.relation] = person.relation.rawValue
      row[.familyName] = "Қасымов"
      row[.givenName] = person.name
      row[.sex] = person.sex.rawValue
      row[.birthDate] = person.birth
      row[.citizenship] = "MNG"
      if index == 0 {
        row[.familyNameLatin] = "KASYMOV"
        row[.documentType] = "passport"
        row[.documentNumber] = "N\(reference)"
        row[.documentIssuer] = "MNG"
        row[.documentExpires] = "2031-01-31"
        row[.education] = "secondary"
        row[.originCountry] = "MNG"
        row[.originPlace] = "Өлгий"
        row[.arrivalDate] = arrival
        row[.destinationRegion] = region
        row[.phone] = "+77010000001"
      }
      return row
    }
  }

  package static let header = IntakeField.allCases.map(\.name).joined(separator: ",")

  /// An intake file of families, with a header; a field with a comma or a quote is quoted.
  package static func csv(_ families: [[IntakeRow]], newline: String = "\n") -> [UInt8] {
    let lines = families.joined().map { row in
      IntakeField.allCases.map { quoted(row[$0]) }.joined(separator: ",")
    }
    return Array(([header] + lines).map { $0 + newline }.joined().utf8)
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { "\",\n".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// An order of places for people.
  package static func order(
    _ number: String, from day: String, kind: QuotaKind = .kandas, total: Int64? = nil,
    unit: QuotaUnit = .person, _ lines: [(region: String, places: Int64?)]
  ) throws(Failure) -> QuotaOrder {
    guard let effective = LocalDate(iso: day) else {
      throw Failure(.dateInvalid, "“\(day)” is not a date")
    }
    var all: [OrderLine] = []
    if let total { all.append(OrderLine(region: nil, amount: total, line: 2)) }
    for line in lines {
      all.append(
        OrderLine(region: line.region, amount: line.places, line: all.count + 2))
    }
    return QuotaOrder(
      number: number, date: effective, effectiveFrom: effective, kind: kind, year: effective.year,
      unit: unit, citation: Citation("a test", standing: .press), lines: all)
  }
}

extension [IntakeRow] {
  /// The same rows with one field of one row changed.
  package func with(_ field: IntakeField, _ text: String, at index: Int = 0) -> [IntakeRow] {
    var rows = self
    rows[index][field] = text
    return rows
  }
}

extension Samples {
  /// An order file that gives places of a quota of permits to regions, after the orders that ship.
  ///
  /// `isWhole` states their sum for the country too.
  package static func permitOrder(
    _ kind: String, _ year: Int, _ places: [String: Int], from day: String? = nil,
    isWhole: Bool = false
  ) -> String {
    let start = "\(kind)-x,,\(day ?? "\(year)-01-05"),\(kind),\(year),permit"
    var text = "order_number,order_date,effective_from,kind,year,unit,region,places\n"
    if isWhole { text += "\(start),KZ,\(places.values.reduce(0, +))\n" }
    for (region, count) in places.sorted(by: { $0.key < $1.key }) {
      text += "\(start),\(region),\(count)\n"
    }
    return text
  }
}
