import Domain
import TestSupport
import Testing

/// The cases of the facts on the number, section B1.
@Suite("IIN")
struct IINTests {
  static let valid: [(text: String, birth: String?, sex: Sex?)] = [
    ("061211600012", "2006-12-11", .female),
    ("850615300000", "1985-06-15", .male),
    ("850615300012", "1985-06-15", .male),
    ("050307500010", "2005-03-07", .male),
  ]

  @Test("A valid number gives birth date and sex", arguments: valid)
  func reads(text: String, birth: String?, sex: Sex?) throws {
    let iin = try IIN(text)
    #expect(iin.description == text)
    #expect(iin.birthDate == birth.flatMap { LocalDate(iso: $0) })
    #expect(iin.sex == sex)
  }

  static let invalid: [(text: String, part: String)] = [
    ("061211600013", "check digit does not fit"),
    ("850615300050", "never issued"),
    ("850615300055", "never issued"),
    ("190740000011", "fifth digit, 4, is that of a BIN"),
    ("990940003030", "fifth digit, 4, is that of a BIN"),
    ("", "0 characters"),
    ("06121160001", "11 characters"),
    ("0612116000122", "13 characters"),
    ("06121160001O", "character 12 is not a digit"),
    (" 61211600012", "character 1 is not a digit"),
    ("٠٦١٢١١٦٠٠٠١٢", "character 1 is not a digit"),
    ("０６１２１１６０００１２", "character 1 is not a digit"),
    ("061211-600012", "13 characters"),
  ]

  @Test("A refusal says what is wrong", arguments: invalid)
  func refuses(text: String, part: String) {
    let failure = #expect(throws: Failure.self) { try IIN(text) }
    #expect(failure?.code == .iinInvalid)
    #expect(failure?.detail.contains(part) == true, "\(failure?.detail ?? "")")
  }

  static let checkDigits: [(digits: Int64, check: Int?)] = [
    (6_121_160_001, 2), (85_061_530_000, 0), (85_061_530_001, 2), (85_061_530_005, nil),
    (5_030_750_001, 0), (19_074_000_001, 1),
  ]

  @Test("Check digits of the facts, both passes", arguments: checkDigits)
  func computes(digits: Int64, check: Int?) {
    #expect(IIN.checkDigit(for: digits) == check)
  }

  @Test("Of 10,000 serials for a date and sex, 83 are never issued")
  func unissuable() {
    var missing = 0
    for serial in 0..<10_000 where IIN.checkDigit(for: 85_061_530_000 + Int64(serial)) == nil {
      missing += 1
    }
    #expect(missing == 83)
  }

  static let records: [(birth: String?, sex: Sex?, warnings: [String])] = [
    ("1985-06-15", .male, []),
    ("1985-06", nil, []),
    ("1985", .male, []),
    (nil, nil, []),
    ("1985-06-16", .male, ["the IIN gives the birth date 1985-06-15, the record 1985-06-16"]),
    ("1986", nil, ["the IIN gives the birth date 1985-06-15, the record 1986"]),
    (nil, .female, ["the IIN gives the sex M, the record F"]),
  ]

  @Test("A record that differs is warned about", arguments: records)
  func warns(birth: String?, sex: Sex?, warnings: [String]) throws {
    let iin = try IIN("850615300000")
    let date = birth.flatMap { PartialDate(iso: $0) }
    #expect(iin.disagreements(birth: date, sex: sex) == warnings)
  }

  @Test("A number without a century names neither date nor sex, and warns of neither")
  func foreigner() throws {
    let check = try #require(IIN.checkDigit(for: 85_061_500_001))
    let iin = try IIN("85061500001\(check)")
    #expect(iin.birthDate == nil)
    #expect(iin.sex == nil)
    #expect(iin.disagreements(birth: PartialDate(iso: "1990"), sex: .female).isEmpty)
  }

  @Test("Six digits that are no date are warned about")
  func impossibleDate() throws {
    let check = try #require(IIN.checkDigit(for: 85_023_130_001))
    let iin = try IIN("85023130001\(check)")
    #expect(iin.birthDate == nil)
    #expect(
      iin.disagreements(birth: nil, sex: nil)
        == ["the first six digits of the IIN are not a calendar date"])
  }

  @Test("Any text is read or refused")
  func garbage() {
    var random = Garbage(seed: 521)
    for _ in 0..<2000 {
      let text = random.text(upTo: 16, from: "0123456789 <-АҚٳ٣é\u{301}\r\n")
      _ = try? IIN(text)
      _ = try? BIN(text)
      _ = try? IBAN(text)
      _ = PartialDate(iso: text)
    }
  }
}
