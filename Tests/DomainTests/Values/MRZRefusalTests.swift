import Domain
import Testing

/// What is wrong, and where: one changed field at a time, its digits made to fit where needed.
@Suite("Machine-readable zone: refusals")
struct MRZRefusalTests {
  static let first = "P<KAZNURLANOV<<NURLAN<<<<<<<<<<<<<<<<<<<<<<<"
  static let second = "N000000012KAZ8506151M3001019850615300012<<72"

  static let wrong: [(text: String, part: String)] = [
    ("", "the lines have 0 characters"),
    ("P<KAZ", "the lines have 5 characters"),
    (first + "\n" + second.dropLast(), "the lines have 44 + 43 characters"),
    (first + "<\n" + second.dropFirst(), "the lines have 45 + 43 characters"),
    (first + "\nN00000001?KAZ", "line 2, position 10: “?” is not in its alphabet"),
    ("V" + first.dropFirst() + second, "a visa"),
    (first + second.replacing(0, "M"), "line 2, position 10: the check digit of the document"),
    (first + second.replacing(9, "A"), "line 2, position 10: the check digit of the document"),
    (first + second.replacing(13, "9"), "line 2, position 20: the check digit of the birth date"),
    (first + second.replacing(21, "4"), "line 2, position 28: the check digit of the expiry date"),
    (first + second.replacing(30, "7"), "line 2, position 43: the check digit of the optional"),
    (first + second.replacing(43, "3"), "line 2, position 44: the check digit of the whole"),
    (first + second.replacing(20, "Q"), "line 2, position 21: the sex"),
    (first + second.replacing(10, "1"), "line 2, position 11: the nationality"),
    (first.replacing(3, "<").replacing(2, "<").replacing(4, "<") + second, "the issuing state"),
    (first.replacing(7, "0") + second, "line 1, position 8: the name has a digit in it"),
    ("P<KAZ" + String(repeating: "<", count: 39) + second, "line 1, position 6: the name is empty"),
    (first + sealed("850231", "300101"), "line 2, position 14: 850231 is not a birth date"),
    (first + sealed("85AB15", "300101"), "line 2, position 16: the birth date has a character"),
    (first + sealed("850615", "300231"), "line 2, position 22: 300231 is not an expiry date"),
    (first + sealed("850615", "30<<<<"), "line 2, position 22: 30 is not an expiry date"),
  ]

  @Test("A refusal names field and place", arguments: wrong)
  func refuses(text: String, part: String) {
    let failure = #expect(throws: Failure.self) { try MRZ(text, today: MRZTests.today) }
    #expect(failure?.code == .mrzInvalid)
    #expect(failure?.detail.contains(part) == true, "\(failure?.detail ?? "")")
  }

  static let births: [(digits: String, birth: String?)] = [
    ("8506<<", "1985-06"), ("85<<<<", "1985"), ("850600", "1985-06"), ("850000", "1985"),
    ("<<<<<<", nil), ("<<0615", nil), ("261101", "2026-11-01"), ("261102", "1926-11-02"),
    ("26<<<<", "2026"), ("27<<<<", "1927"), ("040229", "2004-02-29"), ("000229", "2000-02-29"),
  ]

  @Test("Partial birth dates, and the century by the day of reading", arguments: births)
  func readsBirth(digits: String, birth: String?) throws {
    let zone = try MRZ(Self.first + Self.sealed(digits, "300101"), today: MRZTests.today)
    #expect(zone.birth == birth.flatMap { PartialDate(iso: $0) })
  }

  static let expiries: [(digits: String, expiry: String?)] = [
    ("<<<<<<", nil), ("461231", "2046-12-31"), ("470101", "1947-01-01"), ("990101", "1999-01-01"),
  ]

  @Test("Expiry lies at most twenty years ahead", arguments: expiries)
  func readsExpiry(digits: String, expiry: String?) throws {
    let zone = try MRZ(Self.first + Self.sealed("850615", digits), today: MRZTests.today)
    #expect(zone.expiry == expiry.flatMap { LocalDate(iso: $0) })
  }

  static let names: [(line: String, surname: String, given: String, cut: Bool)] = [
    ("P<CHNNUERLAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "NUERLAN", "", false),
    ("P<RUSIVANOV<PETROV<<ANNA<<<MARIA<<<<<<<<<<<<", "IVANOV PETROV", "ANNA MARIA", false),
    (
      "P<UZBABDIRAKHMANOVA<<GULBAKHRAMZHAMALGULNUR<", "ABDIRAKHMANOVA", "GULBAKHRAMZHAMALGULNUR",
      false
    ),
    ("P<UZBABDIRAKHMANOVA<<GULBAKHRAMZHAMAL<GULNURA", "ABDIRAKHMANOVA", "", true),
  ]

  @Test("Names in parts, and the flag of a full field", arguments: names)
  func readsNames(line: String, surname: String, given: String, cut: Bool) throws {
    let line = String(line.prefix(44))
    let zone = try MRZ(line + Self.second, today: MRZTests.today)
    #expect(zone.surname == surname)
    if !cut { #expect(zone.givenNames == given) }
    #expect(zone.namesMayBeCut == cut)
  }

  /// The second line with these dates, and every check digit made to fit.
  static func sealed(_ birth: String, _ expiry: String) -> String {
    let number = "N000000012"
    let birthPart = birth + "\(MRZ.checkDigit(of: birth.utf8))"
    let rest = expiry + "\(MRZ.checkDigit(of: expiry.utf8))" + "850615300012<<7"
    let composite = MRZ.checkDigit(of: (number + birthPart + rest).utf8)
    return number + "KAZ" + birthPart + "M" + rest + "\(composite)"
  }
}

extension String {
  /// The ASCII text with one character changed.
  fileprivate func replacing(_ index: Int, _ character: Character) -> String {
    String(prefix(index)) + String(character) + String(dropFirst(index + 1))
  }
}
