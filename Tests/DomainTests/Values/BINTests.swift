import Domain
import Testing

/// The cases of the facts on the number, section B2.
@Suite("BIN")
struct BINTests {
  @Test("The parts of a valid number")
  func reads() throws {
    let bin = try BIN("990940003030")
    #expect(bin.description == "990940003030")
    #expect(bin.registered == (1999, 9))
    #expect(bin.kind == .resident)
    #expect(bin.unit == .headOffice)
    let other = try BIN("190740000011")
    #expect(other.registered == (2019, 7))
  }

  static let parts: [(digits: String, kind: BIN.Kind, unit: BIN.Unit?)] = [
    ("05085112345", .nonResident, .branch),
    ("05126200001", .jointEntrepreneurs, .representation),
    ("05014312345", .resident, .farmHolding),
    ("05014400001", .resident, .farmHolding),
    ("05014900002", .resident, nil),
  ]

  @Test("Fifth and sixth digit", arguments: parts)
  func kinds(digits: String, kind: BIN.Kind, unit: BIN.Unit?) throws {
    let number = try #require(Int64(digits))
    let check = try #require(IIN.checkDigit(for: number))
    let bin = try BIN("\(digits)\(check)")
    #expect(bin.kind == kind)
    #expect(bin.unit == unit)
  }

  static let invalid: [(text: String, part: String, hint: String?)] = [
    ("990940003031", "check digit does not fit", nil),
    ("99094000303", "11 characters", nil),
    ("850615300000", "fifth digit, 1, is not 4, 5 or 6", "shape of an IIN"),
    ("99094000303x", "character 12", nil),
  ]

  @Test("A refusal says what is wrong", arguments: invalid)
  func refuses(text: String, part: String, hint: String?) {
    let failure = #expect(throws: Failure.self) { try BIN(text) }
    #expect(failure?.code == .binInvalid)
    #expect(failure?.detail.contains(part) == true, "\(failure?.detail ?? "")")
    if let hint { #expect(failure?.hint?.contains(hint) == true) }
  }

  @Test("The thirteenth month is refused")
  func month() throws {
    let check = try #require(IIN.checkDigit(for: 5_134_000_001))
    let failure = #expect(throws: Failure.self) { try BIN("05134000001\(check)") }
    #expect(failure?.detail.contains("13, are no month") == true)
  }
}
