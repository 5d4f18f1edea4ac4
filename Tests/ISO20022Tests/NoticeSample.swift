/// A bank's notice in the form of version 08: a batch of two payments, a return, a reversal, and a
/// transfer that is only expected.
enum NoticeSample {
  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- made up -->
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">
      <BkToCstmrDbtCdtNtfctn>
        <GrpHdr>
          <MsgId>N-77</MsgId>
          <CreDtTm>2026-03-12T09:00:00.5+05:00</CreDtTm>
        </GrpHdr>
        <Ntfctn>
          <Id>N-77-1</Id>
          <Acct><Id><IBAN>KZ861250000000000001</IBAN></Id><Ccy>KZT</Ccy></Acct>
          <Ntry>
            <NtryRef>1</NtryRef>
            <Amt Ccy="KZT">833816.25</Amt>
            <CdtDbtInd>DBIT</CdtDbtInd>
            <Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2026-03-11</Dt></BookgDt>
            <AcctSvcrRef>B-500</AcctSvcrRef>
            <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>
            <NtryDtls>
              <Btch><NbOfTxs>2</NbOfTxs></Btch>
              <TxDtls>
                <Refs><EndToEndId>V-1/1</EndToEndId></Refs>
                <Amt Ccy="KZT">833815</Amt>
                <CdtDbtInd>DBIT</CdtDbtInd>
                <RltdPties>
                  <DbtrAcct><Id><IBAN>KZ861250000000000001</IBAN></Id></DbtrAcct>
                  <CdtrAcct><Id><IBAN>kz59 1250000000000002</IBAN></Id></CdtrAcct>
                </RltdPties>
              </TxDtls>
              <TxDtls>
                <Refs><AcctSvcrRef>B-502</AcctSvcrRef><EndToEndId>V-1/2</EndToEndId></Refs>
                <AmtDtls><TxAmt><Amt Ccy="KZT">1.25</Amt></TxAmt></AmtDtls>
                <RltdPties>
                  <CdtrAcct><Id><Othr><Id>KZ63125KZT0000000009</Id></Othr></Id></CdtrAcct>
                </RltdPties>
              </TxDtls>
            </NtryDtls>
          </Ntry>
          <Ntry>
            <Amt Ccy="KZT">1.25</Amt>
            <CdtDbtInd>CRDT</CdtDbtInd>
            <Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><DtTm>2026-03-12T01:10:00+05:00</DtTm></BookgDt>
            <NtryDtls>
              <TxDtls>
                <Refs><EndToEndId>V-1/2</EndToEndId></Refs>
                <RltdPties>
                  <DbtrAcct><Id><IBAN>KZ63125KZT0000000009</IBAN></Id></DbtrAcct>
                  <CdtrAcct><Id><IBAN>KZ861250000000000001</IBAN></Id></CdtrAcct>
                </RltdPties>
                <RtrInf>
                  <Rsn><Cd>AC04</Cd></Rsn>
                  <AddtlInf>Шот жабылған</AddtlInf>
                  <AddtlInf><![CDATA[<closed>]]></AddtlInf>
                </RtrInf>
              </TxDtls>
            </NtryDtls>
          </Ntry>
          <Ntry>
            <NtryRef>3</NtryRef>
            <Amt Ccy="KZT">833815.00</Amt>
            <CdtDbtInd>CRDT</CdtDbtInd>
            <RvslInd>true</RvslInd>
            <Sts><Cd>BOOK</Cd></Sts>
            <NtryDtls>
              <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs></TxDtls>
            </NtryDtls>
          </Ntry>
          <Ntry>
            <NtryRef>4</NtryRef>
            <Amt Ccy="KZT">10.5</Amt>
            <CdtDbtInd>CRDT</CdtDbtInd>
            <Sts><Cd>PDNG</Cd></Sts>
          </Ntry>
        </Ntfctn>
      </BkToCstmrDbtCdtNtfctn>
    </Document>
    """

  static let bytes = Array(text.utf8)

  /// The sample with one part of it replaced.
  static func bytes(replacing part: String, with other: String) -> [UInt8] {
    Array(text.replacing(part, with: other).utf8)
  }
}
