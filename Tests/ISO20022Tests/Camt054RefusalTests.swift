import Domain
import ISO20022
import TestSupport
import Testing

/// A file that nobody vouches for is read whole or refused with its line.
@Suite("camt.054 refused")
struct Camt054RefusalTests {
  struct Edit: Sendable {
    var part: String
    var other: String
    var code: Code
    var detail: String

    init(_ part: String, _ other: String, _ code: Code, _ detail: String) {
      self.part = part
      self.other = other
      self.code = code
      self.detail = detail
    }
  }

  static let returned = "<Amt Ccy=\"KZT\">1.25</Amt>\n        <CdtDbtInd>CRDT"

  static func amount(_ amount: String) -> String {
    "<Amt Ccy=\"KZT\">\(amount)</Amt>\n        <CdtDbtInd>CRDT"
  }

  static let edits: [Edit] = [
    Edit(
      returned, amount("1.250"), .moneyInvalid,
      "n.xml, line 41, Amt: “1.250” has more than two places after the point"),
    Edit(
      returned, amount("-1.25"), .moneyInvalid,
      "n.xml, line 41, Amt: “-1.25” is not more than zero"),
    Edit(
      returned, amount("0.00"), .moneyInvalid, "n.xml, line 41, Amt: “0.00” is not more than zero"),
    Edit(
      returned, amount("1,25"), .moneyInvalid,
      "n.xml, line 41, Amt: “1,25” is not an amount of tenge"),
    Edit(
      returned, amount("1e2"), .moneyInvalid,
      "n.xml, line 41, Amt: “1e2” is not an amount of tenge"),
    Edit(
      "<Amt Ccy=\"KZT\">10.5", "<Amt Ccy=\"USD\">10.5", .fieldValue,
      "n.xml, line 72, Amt: the currency is “USD”; only KZT is taken"),
    Edit(
      "<Amt Ccy=\"KZT\">10.5", "<Amt>10.5", .fieldValue,
      "n.xml, line 72, Amt: the currency is “”; only KZT is taken"),
    Edit(
      "<Cd>PDNG</Cd>", "<Cd>DONE</Cd>", .fieldValue,
      "n.xml, line 74, Cd: “DONE” is none of BOOK, PDNG, INFO, FUTR"),
    Edit(
      "<Sts><Cd>PDNG</Cd></Sts>", "", .fieldRequired,
      "n.xml, line 70, Ntry: Sts is missing or empty"),
    Edit(
      "<RvslInd>true", "<RvslInd>yes", .fieldValue,
      "n.xml, line 64, RvslInd: “yes” is none of true, 1, false, 0"),
    Edit(
      "<Dt>2026-03-11</Dt>", "<Dt>2026-02-30</Dt>", .dateInvalid,
      "n.xml, line 17, Dt: “2026-02-30” is not a date of the calendar"),
    Edit(
      "2026-03-12T09:00:00.5+05:00", "2026-03-12", .dateInvalid,
      "n.xml, line 7, CreDtTm: “2026-03-12” is not a date with its time"),
    Edit(
      "<MsgId>N-77</MsgId>", "<MsgId> </MsgId>", .fieldRequired,
      "n.xml, line 5, GrpHdr: MsgId is missing or empty"),
    Edit(
      "<Amt Ccy=\"KZT\">833815</Amt>", "<Amt Ccy=\"KZT\">833814.99</Amt>", .inputMalformed,
      "n.xml, line 12, Ntry: the transactions add up to 833816.24 where the entry has 833816.25"),
    Edit(
      "<Amt Ccy=\"KZT\">833815</Amt>", "", .fieldRequired,
      "n.xml, line 22, TxDtls: one of several transactions has neither Amt nor AmtDtls/TxAmt/Amt"),
    Edit(
      "camt.054.001.08", "camt.053.001.08", .inputMalformed,
      "n.xml, line 3: the file is not a camt.054 message of ISO 20022"),
    Edit(
      "<GrpHdr>", "<GrpHdr xmlns='urn:other'>", .inputMalformed,
      "n.xml, line 12: an entry stands before the GrpHdr"),
    Edit(
      "<!-- made up -->", "<!DOCTYPE Document SYSTEM \"file:///etc/passwd\">", .inputMalformed,
      "n.xml, line 2: the file has a document type, which no message of a bank needs"),
    Edit(
      "<!-- made up -->", "<!-- > --> <?x ?>\n<!DOCTYPE a [<!ENTITY a \"b\">]>", .inputMalformed,
      "n.xml, line 3: the file has a document type, which no message of a bank needs"),
  ]

  @Test("A fault names the file, the line and the element", arguments: edits)
  func edited(edit: Edit) {
    #expect(NoticeSample.text.contains(edit.part))
    let bytes = NoticeSample.bytes(replacing: edit.part, with: edit.other)
    let failure = failure { try BankStatement.camt054(bytes, name: "n.xml") }
    #expect(failure?.code == edit.code)
    #expect(failure?.detail == edit.detail)
  }

  /// Faults whose words are the library's own, with the line they stand on.
  static let unsound: [(part: String, other: String, line: Int)] = [
    ("</Ntfctn>", "</Ntfct>", 76),
    ("<EndToEndId>V-1/1", "<EndToEndId>V-1&nothing;", 23),
    ("<NtryRef>4", "<NtryRef a='1' a='2'>4", 71),
    ("<NtryRef>4", "<x:NtryRef/><NtryRef>4", 71),
    ("Шот", "\u{1}", 54),
    ("</Document>", "</Document><Document/>", 78),
    ("<NtryRef>4", String(repeating: "<a>", count: 300), 71),
  ]

  @Test("What is not well-formed names its line", arguments: unsound)
  func notWellFormed(part: String, other: String, line: Int) throws {
    #expect(NoticeSample.text.contains(part))
    let bytes = NoticeSample.bytes(replacing: part, with: other)
    let failure = try #require(failure { try BankStatement.camt054(bytes, name: "n.xml") })
    #expect(failure.code == .inputMalformed)
    #expect(failure.detail.hasPrefix("n.xml, line \(line): the XML is not well-formed ("))
  }

  /// Files that are not UTF-8 XML by their first bytes.
  static let strange: [[UInt8]] = [
    [], [0x20], Array("PK\u{3}\u{4}".utf8), Array("end_to_end_id,amount".utf8),
    // UTF-16, with and without its mark.
    [0xFF, 0xFE, 0x3C, 0x00, 0x3F, 0x00], [0x3C, 0x00, 0x3F, 0x00], [0x00, 0x3C, 0x00, 0x3F],
  ]

  @Test("What is not XML in UTF-8 is not tried", arguments: strange)
  func foreign(bytes: [UInt8]) {
    let failure = failure { try BankStatement.camt054(bytes, name: "n.xml") }
    #expect(failure?.code == .inputMalformed)
    #expect(failure?.detail == "n.xml, line 1: the file is not XML in UTF-8")
  }

  @Test("Letters of another encoding are refused, whatever the file declares")
  func encoding() {
    var bytes = NoticeSample.bytes(replacing: "encoding=\"UTF-8\"", with: "encoding=\"KOI8-R\"")
    // «Шот жабылған» starts with two bytes; one of them alone is no UTF-8.
    if let place = bytes.firstIndex(of: 0xD0) { bytes.remove(at: place) }
    #expect(refusal { try BankStatement.camt054(bytes, name: "n.xml") } == .inputMalformed)
  }

  @Test("A file over the limit is refused by its size")
  func size() {
    let bytes = [UInt8](repeating: 0x20, count: 64 * 1024 * 1024 + 1)
    let failure = failure { try BankStatement.camt054(bytes, name: "n.xml") }
    #expect(failure?.detail == "n.xml: the file is larger than 64 MiB")
  }

  /// Characters that change what XML means, and some that do not.
  static let alphabet = Array("<>&;\"'/!?[]-=: \n0129.ADKTZ\0\u{7F}".utf8) + [0xFF, 0xC3, 0xD0]

  @Test("No cut or changed file does anything but be read or be refused", arguments: 0..<4)
  func fuzz(part: Int) {
    var garbage = Garbage(seed: UInt64(part) + 54)
    var codes: Set<Code> = []
    for _ in 0..<750 {
      var bytes = NoticeSample.bytes
      for _ in 0...garbage.number(below: 3) {
        let place = garbage.number(below: bytes.count)
        switch garbage.number(below: 5) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.remove(at: place)
        case 2:
          let end = min(bytes.count, place + garbage.number(below: 200))
          bytes.insert(contentsOf: bytes[place..<end], at: garbage.number(below: bytes.count))
        default: bytes[place] = Self.alphabet[garbage.number(below: Self.alphabet.count)]
        }
        if bytes.isEmpty { break }
      }
      if let code = refusal({ try BankStatement.camt054(bytes, name: "n.xml") }) {
        codes.insert(code)
      }
    }
    // Every refusal is one that the page documents, and none is our fault.
    #expect(codes.contains(.inputMalformed))
    let known: Set<Code> = [
      .inputMalformed, .fieldRequired, .fieldValue, .dateInvalid, .moneyInvalid,
    ]
    #expect(codes.subtracting(known) == [])
  }
}
