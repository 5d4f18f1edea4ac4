import Domain
import ISO20022
import TestSupport
import Testing

/// What a bank's notice says, entry by entry.
@Suite("camt.054")
struct Camt054Tests {
  /// What the sample says.
  static let statement = BankStatement(
    messageID: "N-77", created: Instant(iso: "2026-03-12T04:00:00.500Z"),
    entries: [
      BankEntry(
        position: 1, line: 22, reference: "B-500/1", endToEndID: "V-1/1",
        amount: Money(tiyn: 83_381_500), direction: .debit, ownAccount: "KZ861250000000000001",
        account: "KZ591250000000000002", booked: LocalDate(dayNumber: 20_523)),
      BankEntry(
        position: 2, line: 31, reference: "B-502", endToEndID: "V-1/2",
        amount: Money(tiyn: 125), direction: .debit, ownAccount: "KZ861250000000000001",
        account: "KZ63125KZT0000000009", booked: LocalDate(dayNumber: 20_523)),
      BankEntry(
        position: 3, line: 46, reference: "N-77/3", endToEndID: "V-1/2",
        amount: Money(tiyn: 125), direction: .credit, ownAccount: "KZ861250000000000001",
        account: "KZ63125KZT0000000009", booked: LocalDate(dayNumber: 20_524),
        returnReason: BankEntry.ReturnReason(code: "AC04", text: "Шот жабылған <closed>")),
      BankEntry(
        position: 4, line: 67, reference: "3", amount: Money(tiyn: 83_381_500),
        direction: .credit, isReversal: true, ownAccount: "KZ861250000000000001"),
      BankEntry(
        position: 5, line: 70, reference: "4", amount: Money(tiyn: 1050), direction: .credit,
        status: .pending, ownAccount: "KZ861250000000000001"),
    ])

  @Test("A batch, a return, a reversal and an expected transfer")
  func sample() throws {
    let statement = try BankStatement.camt054(NoticeSample.bytes, name: "notice.xml")
    #expect(statement.messageID == Self.statement.messageID)
    #expect(statement.created == Self.statement.created)
    for (read, expected) in zip(statement.entries, Self.statement.entries) {
      #expect(read == expected)
    }
    #expect(statement.entries.count == 5)
  }

  /// Edits that must not change what is read.
  static let alike: [(part: String, other: String)] = [
    ("camt.054.001.08", "camt.054.001.13"),
    // Version 02 has the status without a choice.
    ("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>"),
    ("<RvslInd>true", "<RvslInd>1"),
    ("2026-03-12T09:00:00.5+05:00", "2026-03-12T09:00:00.500123456"),
    ("2026-03-12T09:00:00.5+05:00", "2026-03-12T04:00:00.500Z"),
    ("<Dt>2026-03-11</Dt>", "<Dt>2026-03-11+05:00</Dt>"),
    // Another namespace's element of the same name is none of ours.
    ("<NtryRef>3</NtryRef>", "<NtryRef>3</NtryRef><Amt xmlns='urn:other' Ccy='USD'>1</Amt>"),
    ("encoding=\"UTF-8\"", "encoding=\"utf-8\" standalone='yes'"),
    ("<EndToEndId>V-1/1</EndToEndId>", "<EndToEndId>V-1&#x2F;1</EndToEndId>"),
    ("<Amt Ccy=\"KZT\">833815</Amt>", "<Amt Ccy='KZT'> 833<!-- - -->815.0 </Amt>"),
  ]

  @Test("Versions and spellings are read alike", arguments: alike)
  func same(part: String, other: String) throws {
    #expect(NoticeSample.text.contains(part))
    let bytes = NoticeSample.bytes(replacing: part, with: other)
    #expect(try BankStatement.camt054(bytes, name: "notice.xml") == Self.statement)
  }

  @Test("A prefix for the namespace and a mark of byte order change nothing")
  func prefixed() throws {
    let text = NoticeSample.text.replacing("xmlns=", with: "xmlns:n=")
      .replacing("</", with: "\u{0}").replacing("<!", with: "\u{1}").replacing("<?", with: "\u{2}")
      .replacing("<", with: "<n:").replacing("\u{0}", with: "</n:")
      .replacing("\u{1}", with: "<!").replacing("\u{2}", with: "<?")
      .replacing("<n:closed>", with: "<closed>")
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(try BankStatement.camt054(bytes, name: "notice.xml") == Self.statement)
  }

  @Test("A notice without entries is a statement without entries")
  func empty() throws {
    let text = """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn>
      <GrpHdr><MsgId>E</MsgId><CreDtTm>2026-03-12T00:00:00Z</CreDtTm></GrpHdr><Ntfctn/>
      </BkToCstmrDbtCdtNtfctn></Document>
      """
    let statement = try BankStatement.camt054(Array(text.utf8), name: "e.xml")
    let created = Instant(iso: "2026-03-12T00:00:00Z")
    #expect(statement == BankStatement(messageID: "E", created: created, entries: []))
  }
}
