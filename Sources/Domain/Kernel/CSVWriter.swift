/// Writes comma-separated text (RFC 4180) with CRLF, safe to open in a spreadsheet.
package enum CSVWriter {
  /// One record of plain fields, with its line break.
  package static func append(row fields: [String], to text: inout String) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      append(field: field, to: &text)
    }
    text += "\r\n"
  }

  /// Disarms what a spreadsheet would run as a formula, and quotes where that is needed.
  package static func append(field: String, to text: inout String) {
    guard let first = field.utf8.first else { return }
    let harmless = startsFormula(first) ? "'" + field : field
    guard needsQuotes(harmless) else {
      text += harmless
      return
    }
    text += "\""
    for scalar in harmless.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func needsQuotes(_ field: String) -> Bool {
    field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
  }
}
