extension JSONValue {
  /// On one line, without a line break at its end.
  package var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// One member a line, two spaces a level, without a line break at its end.
  package var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .object(let members):
      Self.write(members, "{", "}", to: &text, indent) { member, text, inner in
        Self.write(string: member.0, to: &text)
        text += inner == nil ? ":" : ": "
        member.1.write(to: &text, indent: inner)
      }
    case .array(let elements):
      Self.write(elements, "[", "]", to: &text, indent) { element, text, inner in
        element.write(to: &text, indent: inner)
      }
    case .string(let string): Self.write(string: string, to: &text)
    case .integer(let number): text += String(number)
    case .bool(let truth): text += truth ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, _ indent: Int?,
    item write: (Item, inout String, Int?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      breakLine(in: &text, inner)
      write(item, &text, inner)
    }
    if !items.isEmpty { breakLine(in: &text, indent) }
    text += close
  }

  private static func breakLine(in text: inout String, _ indent: Int?) {
    guard let indent else { return }
    text += "\n"
    text += String(repeating: " ", count: indent)
  }

  private static let hex = Array("0123456789abcdef".utf8)

  /// Quotes and escapes what RFC 8259 demands, and leaves every letter as it is.
  private static func write(string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      text += string
    } else {
      for scalar in string.unicodeScalars { write(scalar, to: &text) }
    }
    text += "\""
  }

  private static func write(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{0}"..<"\u{20}":
      let digits = [hex[Int(scalar.value >> 4)], hex[Int(scalar.value & 15)]]
      text += "\\u00" + String(decoding: digits, as: UTF8.self)
    default: text.unicodeScalars.append(scalar)
    }
  }
}
