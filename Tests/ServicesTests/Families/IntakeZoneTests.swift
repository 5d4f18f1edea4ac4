import Domain
import Services
import TestSupport
import Testing

/// What the machine-readable zone of a paper fills in the form, and where it disagrees.
@Suite struct IntakeZoneTests {
  static let kazakh =
    "P<KAZNURLANOV<<NURLAN<<<<<<<<<<<<<<<<<<<<<<</N000000012KAZ8506151M3001019850615300012<<72"
  /// The given names do not fit; of the birth date only the year is known.
  static let cut =
    "P<CHNNURMAGAMBETOVA<<GULBANU<AISULU<ZHANSAYA/E123456782CHN87<<<<7F3001019<<<<<<<<<<<<<<04"
  static let german =
    "P<D<<SCHMIDT<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<</C01X00T478D<<6408125F2002282<<<<<<<<<<<<<<04"
  /// One name, no sex, stateless.
  static let stateless =
    "P<UZBSEITOVA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<</AB12345671XXA9001158<3105054<<<<<<<<<<<<<<02"
  static let card =
    "IDKAZ0123456784<<<<<<<<<<<<<<< 8506151M3001019KAZ<<<<<<<<<<<4 NURLANOV<<NURLAN<<<<<<<<<<<<<<"

  static func row(_ zone: String, _ fields: [IntakeField: String] = [:]) -> IntakeRow {
    var row = IntakeRow(line: 1)
    row[.relation] = "head"
    for (field, text) in fields { row[field] = text }
    row.zone = zone
    return row
  }

  static func reading(_ row: IntakeRow) throws -> IntakeReader.Reading {
    try TestRegister(on: "2026-05-01", isSetUp: false).office.read([row])
  }

  /// A zone alone: name, birth, sex, citizenship, document, its warnings.
  static let alone: [(zone: String, sex: Sex?, told: [String], warned: [String])] = [
    (
      kazakh, nil,
      ["NURLANOV NURLAN", "1985-06-15", "M", "KAZ", "passport N00000001 KAZ 2030-01-01"], []
    ),
    (
      cut, nil,
      [
        "NURMAGAMBETOVA GULBANU AISULU ZHANSAYA", "1987", "F", "CHN",
        "passport E12345678 CHN 2030-01-01",
      ], ["mrz"]
    ),
    (
      german, nil, ["SCHMIDT ANNA", "1964-08-12", "F", "DEU", "passport C01X00T47 DEU 2020-02-28"],
      ["document_expires"]
    ),
    (
      stateless, .female,
      ["SEITOVA", "1990-01-15", "F", "XXA", "passport AB1234567 UZB 2031-05-05"], []
    ),
    (
      card, nil, ["NURLANOV NURLAN", "1985-06-15", "M", "KAZ", "id_card 012345678 KAZ 2030-01-01"],
      []
    ),
  ]

  @Test func `a zone alone makes a person`() throws {
    for (zone, sex, told, warned) in Self.alone {
      let reading = try Self.reading(
        Self.row(zone, sex.map { [.sex: $0.rawValue] } ?? [:]))
      let member = try #require(reading.form?.members.first, "\(reading.problems)")
      let document = try #require(member.document)
      let name = try #require(member.names.first)
      let words = [
        name.display, member.birthDate?.description ?? "", member.sex.rawValue,
        member.citizenship ?? "",
        "\(document.type) \(document.number) \(document.issuer ?? "") "
          + (document.expires?.description ?? ""),
      ]
      #expect(words == told)
      #expect(member.names.count == 1)
      #expect(name.script == .latin)
      #expect(name.paper == "\(document.type) \(document.number)")
      #expect(reading.warnings.map(\.field) == warned)
    }
  }

  /// What the form says beside a zone, what it then holds, and what is warned of.
  static let beside:
    [(zone: String, form: [IntakeField: String], names: [String], warned: [String])] = [
      (
        kazakh, [.givenName: "Нұрлан", .sex: "M", .birthDate: "1985-06-15"],
        ["Нұрлан", "NURLANOV NURLAN"], []
      ),
      // Letter by letter the paper's: one name.
      (kazakh, [.familyNameLatin: "NURLANOV", .givenNameLatin: "NURLAN"], ["NURLANOV NURLAN"], []),
      (
        kazakh, [.familyNameLatin: "Nurlanov", .givenNameLatin: "Nur-lan"],
        ["Nurlanov Nur-lan", "NURLANOV NURLAN"], ["given_name_latin"]
      ),
      // A cut name is the beginning of the whole one.
      (
        cut, [.givenNameLatin: "Gulbanu Aisulu Zhansaya Karlygash"],
        ["Gulbanu Aisulu Zhansaya Karlygash", "NURMAGAMBETOVA GULBANU AISULU ZHANSAYA"], ["mrz"]
      ),
      (
        kazakh, [.sex: "F", .birthDate: "1985", .citizenship: "CHN"], ["NURLANOV NURLAN"],
        ["sex", "birth_date", "citizenship"]
      ),
      // Another number is another paper: its state and its days are not the form's.
      (
        kazakh, [.documentType: "passport", .documentNumber: "E7654321"], ["NURLANOV NURLAN"],
        ["document_number"]
      ),
      (
        kazakh, [.documentType: "id_card", .documentNumber: "n0000 0001"], ["NURLANOV NURLAN"],
        ["document_type"]
      ),
    ]

  @Test func `the form's word stands, and the difference is told`() throws {
    for (zone, form, names, warned) in Self.beside {
      let reading = try Self.reading(Self.row(zone, form))
      let member = try #require(reading.form?.members.first, "\(reading.problems)")
      #expect(member.names.map(\.display) == names)
      #expect(reading.warnings.map(\.field) == warned, "\(form)")
      #expect(reading.warnings.allSatisfy { $0.code == .mrzDiffers })
      if let number = form[.documentNumber] { #expect(member.document?.number == number) }
      if let birth = form[.birthDate] { #expect(member.birthDate?.description == birth) }
      if form[.documentNumber] == "E7654321" { #expect(member.document?.expires == nil) }
    }
  }

  @Test func `a warning names the form's value and the zone's`() throws {
    let reading = try Self.reading(Self.row(Self.kazakh, [.citizenship: "CHN"]))
    #expect(
      reading.warnings.first?.message
        == "the form says “CHN”, the zone of passport N00000001 “KAZ”; the form's stands")
  }

  static let refused: [(zone: String, field: String, code: Code)] = [
    (kazakh.replacing("8506151M", with: "8506152M"), "mrz", .mrzInvalid),
    (kazakh.replacing("N000000012", with: "N000000022"), "mrz", .mrzInvalid),
    ("P<KAZ", "mrz", .mrzInvalid),
    (stateless, "sex", .fieldRequired),
    (kazakh.replacing("KAZ8506151M", with: "QQQ8506151M"), "citizenship", .countryUnknown),
  ]

  @Test func `a zone that cannot be trusted is refused`() throws {
    for (zone, field, code) in Self.refused {
      let reading = try Self.reading(Self.row(zone))
      #expect(reading.form == nil)
      #expect(reading.problems.map(\.field) == [field], "\(reading.problems)")
      #expect(reading.problems.map(\.code) == [code])
    }
  }

  @Test func `a form with another zone is another submission`() throws {
    let digests = [Self.kazakh, Self.cut, ""].map { IntakeDigest.digest(of: [Self.row($0)]) }
    #expect(Set(digests).count == 3)
    // The digest that such a row had before there were zones.
    #expect(digests[2] == IntakeDigest.digest(of: [Self.row("")]))
  }
}
