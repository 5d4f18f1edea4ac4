extension PaymentInstruction {
  /// The columns of the register as a table.
  package static let columns = [
    "position", "end_to_end_id", "name", "iin", "account", "amount", "purpose",
  ]

  /// The register as CSV (RFC 4180) for a bank or the treasury: UTF-8, CRLF, a header.
  ///
  /// Equal instructions give equal bytes. Names stand whole, and a text that a spreadsheet would
  /// run as a formula has an apostrophe before it.
  package var csv: [UInt8] {
    var text = ""
    CSVWriter.append(row: Self.columns, to: &text)
    for (index, transfer) in transfers.enumerated() {
      CSVWriter.append(
        row: [
          "\(index + 1)", transfer.endToEndID, transfer.name, transfer.iin?.description ?? "",
          transfer.account.text, transfer.amount.description, transfer.purpose,
        ], to: &text)
    }
    return Array(text.utf8)
  }
}
