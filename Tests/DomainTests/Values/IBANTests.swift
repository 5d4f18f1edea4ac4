import Domain
import Testing

/// The vectors of the facts, section F2, and one for each way to be wrong.
@Suite("IBAN")
struct IBANTests {
  static let valid: [(text: String, plain: String, bank: String)] = [
    ("KZ86125KZT5004100100", "KZ86125KZT5004100100", "125"),
    ("KZ86 125K ZT50 0410 0100", "KZ86125KZT5004100100", "125"),
    ("kz86125kzt5004100100", "KZ86125KZT5004100100", "125"),
    ("KZ770000000000000001", "KZ770000000000000001", "000"),
  ]

  @Test("Spaces and case do not matter", arguments: valid)
  func reads(text: String, plain: String, bank: String) throws {
    let iban = try IBAN(text)
    #expect(iban.description == plain)
    #expect(iban.bankCode == bank)
  }

  @Test("Paper shows groups of four")
  func printed() throws {
    #expect(try IBAN("KZ86125KZT5004100100").printed == "KZ86 125K ZT50 0410 0100")
  }

  static let invalid: [(text: String, part: String)] = [
    ("KZ86125KZT5004100101", "check digits do not fit"),
    ("KZ68125KZT5004100100", "check digits do not fit"),
    ("KZ86125KZT500410010", "19 characters"),
    ("KZ86125KZT50041001000", "21 characters"),
    ("DE89370400440532013000", "does not start with KZ"),
    ("KZA6125KZT5004100100", "five digits"),
    ("KZ86A25KZT5004100100", "five digits"),
    ("KZ86125KZT5004-00100", "only letters"),
    ("КZ86125KZT5004100100", "only letters"),
    ("", "does not start with KZ"),
  ]

  @Test("A refusal says what is wrong", arguments: invalid)
  func refuses(text: String, part: String) {
    let failure = #expect(throws: Failure.self) { try IBAN(text) }
    #expect(failure?.code == .ibanInvalid)
    #expect(failure?.detail.contains(part) == true, "\(failure?.detail ?? "")")
  }
}
