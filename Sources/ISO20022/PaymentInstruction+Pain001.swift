package import Domain

extension PaymentInstruction {
  /// The namespace of the message that ``pain001()`` writes.
  package static let pain001 = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"

  /// The register as a customer credit transfer initiation: `pain.001.001.09` of ISO 20022.
  ///
  /// UTF-8 XML with its elements in the order of the schema. Equal instructions give equal bytes.
  /// A name of more than 140 characters (the standard's limit) is cut at the end of a whole letter;
  /// the bank goes by account and IIN. Throws only `fault`, when memory has run out.
  package func pain001() throws(Failure) -> [UInt8] {
    var xml = try XMLWriter()
    xml.element("Document", ("xmlns", Self.pain001)) { xml in
      xml.element("CstmrCdtTrfInitn") { xml in
        appendHeader(to: &xml)
        appendPayments(to: &xml)
      }
    }
    return try xml.finish()
  }

  private func appendHeader(to xml: inout XMLWriter) {
    xml.element("GrpHdr") { xml in
      xml.element("MsgId", text: number)
      xml.element("CreDtTm", text: created.description)
      appendTotals(to: &xml)
      appendDebtor(as: "InitgPty", to: &xml)
    }
  }

  /// Every transfer stands in one block: one account pays them all on one day.
  private func appendPayments(to xml: inout XMLWriter) {
    xml.element("PmtInf") { xml in
      xml.element("PmtInfId", text: number)
      xml.element("PmtMtd", text: "TRF")
      appendTotals(to: &xml)
      xml.element("ReqdExctnDt") { xml in
        xml.element("Dt", text: executeOn.description)
      }
      appendDebtor(as: "Dbtr", to: &xml)
      append(debtor.account, as: "DbtrAcct", currency: Self.currency, to: &xml)
      // The schema demands the bank's element; its account number names the bank already.
      xml.element("DbtrAgt") { xml in
        xml.element("FinInstnId") { xml in
          xml.element("Othr") { xml in xml.element("Id", text: "NOTPROVIDED") }
        }
      }
      for transfer in transfers { append(transfer, to: &xml) }
    }
  }

  private func append(_ transfer: Transfer, to xml: inout XMLWriter) {
    xml.element("CdtTrfTxInf") { xml in
      xml.element("PmtId") { xml in
        xml.element("EndToEndId", text: transfer.endToEndID)
      }
      xml.element("Amt") { xml in
        xml.element("InstdAmt", ("Ccy", Self.currency), text: transfer.amount.description)
      }
      xml.element("Cdtr") { xml in
        xml.element("Nm", text: Self.cut(transfer.name))
        if let iin = transfer.iin { append(iin.description, "IIN", as: "PrvtId", to: &xml) }
      }
      append(transfer.account, as: "CdtrAcct", to: &xml)
      xml.element("RmtInf") { xml in
        xml.element("Ustrd", text: transfer.purpose)
      }
    }
  }

  private static let currency = "KZT"

  private func appendTotals(to xml: inout XMLWriter) {
    xml.element("NbOfTxs", text: "\(transfers.count)")
    xml.element("CtrlSum", text: total.description)
  }

  private func appendDebtor(as element: String, to xml: inout XMLWriter) {
    xml.element(element) { xml in
      xml.element("Nm", text: Self.cut(debtor.name))
      if let bin = debtor.bin { append(bin.description, "BIN", as: "OrgId", to: &xml) }
    }
  }

  /// A number of the state, named by a scheme of our own: the standard has no code for either.
  private func append(
    _ number: String, _ scheme: String, as kind: String, to xml: inout XMLWriter
  ) {
    xml.element("Id") { xml in
      xml.element(kind) { xml in
        xml.element("Othr") { xml in
          xml.element("Id", text: number)
          xml.element("SchmeNm") { xml in
            xml.element("Prtry", text: scheme)
          }
        }
      }
    }
  }

  private func append(
    _ account: IBAN, as element: String, currency: String? = nil, to xml: inout XMLWriter
  ) {
    xml.element(element) { xml in
      xml.element("Id") { xml in
        xml.element("IBAN", text: account.text)
      }
      if let currency { xml.element("Ccy", text: currency) }
    }
  }

  /// The start of a name that fits; the schema counts code points, and a letter may have several.
  private static func cut(_ name: String) -> String {
    guard name.unicodeScalars.count > longestText else { return name }
    var text = ""
    var count = 0
    for letter in name {
      count += letter.unicodeScalars.count
      guard count <= longestText else { break }
      text.append(letter)
    }
    // One letter with a hundred marks is no letter; then the marks are cut.
    return text.isEmpty
      ? String(String.UnicodeScalarView(name.unicodeScalars.prefix(longestText))) : text
  }
}
