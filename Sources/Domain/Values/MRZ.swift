/// The machine-readable zone of a travel document (ICAO Doc 9303, parts 3 to 6).
///
/// Reads passports (TD3, two lines of 44), and cards in both sizes (TD1, three of 30; TD2, two
/// of 36), and verifies every check digit. Names have no check digit, and may be cut to fit.
package struct MRZ: Hashable, Sendable {
  package let format: Format
  /// `P`, `I`, `A` or `C`, with the second letter where there is one: `P`, `ID`.
  package let documentCode: String
  /// The issuing state or body, without fillers: `KAZ`, and `D` for Germany.
  package let issuer: String
  /// Without fillers; in TD1 and TD2 joined from both fields where it is longer than nine.
  package let documentNumber: String
  package let nationality: String
  /// As much as is given; nil where even the year is unknown.
  package let birth: PartialDate?
  /// Nil where the document leaves it open.
  package let sex: Sex?
  /// Nil where the document does not expire.
  package let expiry: LocalDate?
  /// The optional fields without their trailing fillers, empty ones left out; TD1 has two.
  package let optionalData: [String]
  /// The primary identifier, fillers turned into spaces.
  package let surname: String
  /// The secondary identifier; empty where the holder has one name only.
  package let givenNames: String
  /// The names fill their field to the end: what is read may be only a start of them.
  package let namesMayBeCut: Bool
  /// The last digit of the data lines, which proves numbers and dates together.
  package let compositeDigit: Int

  /// Reads lines that stand one below another, or beside another with spaces or `/` between,
  /// or in one run of 72, 88 or 90 characters.
  ///
  /// `today` decides the century of two-digit years. Throws `mrz.invalid`, which names the line,
  /// the position in it, and the field or check digit at fault.
  package init(_ text: String, today: LocalDate) throws(Failure) {
    let zone = try MRZZone(text)
    let fields = zone.format.fields
    format = zone.format

    let number = try zone.documentNumber()
    try zone.verify(fields.birth, "the birth date")
    try zone.verify(fields.expiry, "the expiry date")
    if let optional = fields.checkedOptional { try zone.verify(optional, "the optional data") }
    compositeDigit = try zone.verifyComposite()

    documentCode = try zone.letters(fields.code, "the document code")
    issuer = try zone.letters(fields.issuer, "the issuing state")
    nationality = try zone.letters(fields.nationality, "the nationality")
    documentNumber = number.text
    optionalData = zone.optionalData(after: number)
    birth = try zone.birth(today: today)
    expiry = try zone.expiry(today: today)
    sex = try zone.sex()
    (surname, givenNames) = try zone.names()
    namesMayBeCut = zone.bytes[fields.names.upperBound - 1] != MRZZone.filler
  }

  /// The check digit of a field: weights 7, 3, 1 repeating, modulus 10 (Doc 9303-3, 4.9).
  ///
  /// Digits count as themselves, A to Z as 10 to 35, everything else as the filler, 0.
  package static func checkDigit(of field: some Sequence<UInt8>) -> Int {
    var (sum, weight) = (0, 7)
    for byte in field {
      sum += value(of: byte) * weight
      weight = weight == 7 ? 3 : weight == 3 ? 1 : 7
    }
    return sum % 10
  }

  private static func value(of byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
    default: 0
    }
  }
}
