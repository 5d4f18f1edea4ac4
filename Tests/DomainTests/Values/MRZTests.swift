import Domain
import TestSupport
import Testing

/// The synthetic vectors of the facts, section C1, and the specimens of Doc 9303.
@Suite("Machine-readable zone")
struct MRZTests {
  static let today = LocalDate(year: 2026, month: 11, day: 1) ?? LocalDate(dayNumber: 0)
  static let passport = """
    P<KAZNURLANOV<<NURLAN<<<<<<<<<<<<<<<<<<<<<<<
    N000000012KAZ8506151M3001019850615300012<<72
    """
  static let card = """
    IDKAZ0123456784<<<<<<<<<<<<<<<
    8506151M3001019KAZ<<<<<<<<<<<4
    NURLANOV<<NURLAN<<<<<<<<<<<<<<
    """

  @Test("A passport, field by field")
  func passport() throws {
    let zone = try MRZ(Self.passport, today: Self.today)
    #expect(zone.format == .td3)
    #expect(zone.documentCode == "P")
    #expect(zone.issuer == "KAZ")
    #expect(zone.documentNumber == "N00000001")
    #expect(zone.nationality == "KAZ")
    #expect(zone.birth == PartialDate(iso: "1985-06-15"))
    #expect(zone.sex == .male)
    #expect(zone.expiry == LocalDate(iso: "2030-01-01"))
    #expect(zone.optionalData == ["850615300012"])
    #expect(zone.surname == "NURLANOV")
    #expect(zone.givenNames == "NURLAN")
    #expect(!zone.namesMayBeCut)
    #expect(zone.compositeDigit == 2)
  }

  @Test("A card, field by field")
  func card() throws {
    let zone = try MRZ(Self.card, today: Self.today)
    #expect(zone.format == .td1)
    #expect(zone.documentCode == "ID")
    #expect(zone.documentNumber == "012345678")
    #expect(zone.nationality == "KAZ")
    #expect(zone.birth == PartialDate(iso: "1985-06-15"))
    #expect(zone.optionalData.isEmpty)
    #expect(zone.surname == "NURLANOV")
    #expect(zone.givenNames == "NURLAN")
    #expect(zone.compositeDigit == 4)
  }

  @Test("Lines may be joined, or parted by spaces or slashes, in any case")
  func arrangements() throws {
    for (text, separators) in [(Self.passport, ["", " ", " / ", "\r\n"]), (Self.card, ["", "/"])] {
      let expected = try MRZ(text, today: Self.today)
      for separator in separators {
        let joined = text.split(separator: "\n").joined(separator: separator)
        #expect(try MRZ(joined, today: Self.today) == expected)
        #expect(try MRZ(joined.lowercased(), today: Self.today) == expected)
      }
    }
  }

  @Test("The specimen passport of Doc 9303")
  func specimen() throws {
    let zone = try MRZ(
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
      today: Self.today)
    #expect(zone.documentNumber == "L898902C3")
    #expect(zone.surname == "ERIKSSON")
    #expect(zone.givenNames == "ANNA MARIA")
    #expect(zone.birth == PartialDate(iso: "1974-08-12"))
    #expect(zone.expiry == LocalDate(iso: "2012-04-15"))
    #expect(zone.optionalData == ["ZE184226B"])
    #expect(zone.compositeDigit == 0)
  }

  @Test("The specimen card of two lines")
  func cardOfTwoLines() throws {
    let zone = try MRZ(
      "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
      today: Self.today)
    #expect(zone.format == .td2)
    #expect(zone.documentNumber == "D23145890")
    #expect(zone.sex == .female)
    #expect(zone.compositeDigit == 6)
  }

  @Test("A long document number goes on in the optional data")
  func longNumber() throws {
    let zone = try MRZ(
      """
      I<UTOD23145890<7349<<<<<<<<<<<
      3407127M9507122UTO<<<<<<<<<<<2
      STEVENSON<<PETER<JOHN<<<<<<<<<
      """, today: Self.today)
    #expect(zone.documentNumber == "D23145890734")
    #expect(zone.optionalData.isEmpty)
    #expect(zone.birth == PartialDate(iso: "1934-07-12"))
    #expect(zone.expiry == LocalDate(iso: "1995-07-12"))
  }

  static let checkDigits: [(field: String, digit: Int)] = [
    ("N00000001", 2), ("850615", 1), ("300101", 9), ("850615300012<<", 7), ("L898902C3", 6),
    ("740812", 2), ("120415", 9), ("ZE184226B<<<<<", 1), ("", 0), ("<<<<<<", 0),
  ]

  @Test("Check digits of the facts", arguments: checkDigits)
  func computes(field: String, digit: Int) {
    #expect(MRZ.checkDigit(of: field.utf8) == digit)
  }

  @Test("Random characters are read or refused, whole zones with one changed character too")
  func garbage() {
    var random = Garbage(seed: 9303)
    for _ in 0..<1000 {
      _ = try? MRZ(random.text(upTo: 100, from: "AZ019<<< /\nқ٣é"), today: Self.today)
      for width in [72, 88, 90] {
        var line = ""
        while line.utf8.count < width { line += random.text(upTo: 4, from: "PIACM0123456789<<") }
        _ = try? MRZ(String(line.prefix(width)), today: Self.today)
      }
      var bytes = Array((random.number(below: 2) == 0 ? Self.passport : Self.card).utf8)
      bytes[random.number(below: bytes.count)] = UInt8(random.number(below: 128))
      _ = try? MRZ(String(decoding: bytes, as: UTF8.self), today: Self.today)
    }
  }
}
