import Domain
import ISO20022
import TestSupport
import Testing

/// The file that asks the bank to pay.
@Suite("pain.001")
struct Pain001Tests {
  static let twoTransfers = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
      <CstmrCdtTrfInitn>
        <GrpHdr>
          <MsgId>V-2026-000001</MsgId>
          <CreDtTm>2026-03-10T14:30:05.250Z</CreDtTm>
          <NbOfTxs>2</NbOfTxs>
          <CtrlSum>833816.25</CtrlSum>
          <InitgPty>
            <Nm>Абай облысының жұмыспен қамту басқармасы</Nm>
            <Id>
              <OrgId>
                <Othr>
                  <Id>990940003030</Id>
                  <SchmeNm>
                    <Prtry>BIN</Prtry>
                  </SchmeNm>
                </Othr>
              </OrgId>
            </Id>
          </InitgPty>
        </GrpHdr>
        <PmtInf>
          <PmtInfId>V-2026-000001</PmtInfId>
          <PmtMtd>TRF</PmtMtd>
          <NbOfTxs>2</NbOfTxs>
          <CtrlSum>833816.25</CtrlSum>
          <ReqdExctnDt>
            <Dt>2026-03-11</Dt>
          </ReqdExctnDt>
          <Dbtr>
            <Nm>Абай облысының жұмыспен қамту басқармасы</Nm>
            <Id>
              <OrgId>
                <Othr>
                  <Id>990940003030</Id>
                  <SchmeNm>
                    <Prtry>BIN</Prtry>
                  </SchmeNm>
                </Othr>
              </OrgId>
            </Id>
          </Dbtr>
          <DbtrAcct>
            <Id>
              <IBAN>KZ861250000000000001</IBAN>
            </Id>
            <Ccy>KZT</Ccy>
          </DbtrAcct>
          <DbtrAgt>
            <FinInstnId>
              <Othr>
                <Id>NOTPROVIDED</Id>
              </Othr>
            </FinInstnId>
          </DbtrAgt>
          <CdtTrfTxInf>
            <PmtId>
              <EndToEndId>V-1/1</EndToEndId>
            </PmtId>
            <Amt>
              <InstdAmt Ccy="KZT">833815.00</InstdAmt>
            </Amt>
            <Cdtr>
              <Nm>Сәуле Ахметова</Nm>
              <Id>
                <PrvtId>
                  <Othr>
                    <Id>900101300007</Id>
                    <SchmeNm>
                      <Prtry>IIN</Prtry>
                    </SchmeNm>
                  </Othr>
                </PrvtId>
              </Id>
            </Cdtr>
            <CdtrAcct>
              <Id>
                <IBAN>KZ591250000000000002</IBAN>
              </Id>
            </CdtrAcct>
            <RmtInf>
              <Ustrd>Relocation allowance</Ustrd>
            </RmtInf>
          </CdtTrfTxInf>
          <CdtTrfTxInf>
            <PmtId>
              <EndToEndId>V-1/2</EndToEndId>
            </PmtId>
            <Amt>
              <InstdAmt Ccy="KZT">1.25</InstdAmt>
            </Amt>
            <Cdtr>
              <Nm>=Бек &amp; &quot;Жан&quot; &lt;Оғлы&gt;</Nm>
            </Cdtr>
            <CdtrAcct>
              <Id>
                <IBAN>KZ63125KZT0000000009</IBAN>
              </Id>
            </CdtrAcct>
            <RmtInf>
              <Ustrd>Rent, March 2026</Ustrd>
            </RmtInf>
          </CdtTrfTxInf>
        </PmtInf>
      </CstmrCdtTrfInitn>
    </Document>

    """

  @Test("Two transfers, letter by letter, and the same again")
  func document() throws {
    let instruction = try PaymentSamples.twoTransfers()
    let bytes = try instruction.pain001()
    #expect(String(decoding: bytes, as: UTF8.self) == Self.twoTransfers)
    #expect(try instruction.pain001() == bytes)
  }

  /// Names at the standard's limit, and what of them is written.
  static let names: [(name: String, written: String)] = [
    (String(repeating: "Ә", count: 140), String(repeating: "Ә", count: 140)),
    (String(repeating: "Ә", count: 141), String(repeating: "Ә", count: 140)),
    // A letter and its mark are two code points, and are not parted: 139 + 2 would be 141.
    (String(repeating: "a", count: 139) + "e\u{301}x", String(repeating: "a", count: 139)),
    (
      "a" + String(repeating: "\u{301}", count: 150), "a" + String(repeating: "\u{301}", count: 139)
    ),
    ("张伟 👩‍👩‍👧", "张伟 👩‍👩‍👧"),
  ]

  @Test("A long name is cut between letters", arguments: names)
  func cut(name: String, written: String) throws {
    let instruction = try PaymentSamples.instruction([PaymentSamples.transfer(name: name)])
    let text = String(decoding: try instruction.pain001(), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains("<Nm>") }
    #expect(lines.last.map(String.init) == "          <Nm>\(written)</Nm>")
  }
}
