internal import Storage

extension Listener.Call {
  /// The statement with its values in the text, as the `sqlite3` shell reads it.
  var literal: String {
    let pieces = sql.split(separator: "$", omittingEmptySubsequences: false)
    var text = String(pieces[0])
    for piece in pieces.dropFirst() {
      let digits = piece.prefix { $0.isNumber }
      let place = (Int(digits) ?? 0) - 1
      text += values.indices.contains(place) ? values[place].literal : "NULL"
      text += piece.dropFirst(digits.count)
    }
    return text
  }

  /// Whether it reads, and could be run again without a change.
  var isQuestion: Bool { sql.hasPrefix("SELECT") || sql.hasPrefix("WITH") }
}

extension SQLValue {
  fileprivate var literal: String {
    switch self {
    case .null: "NULL"
    case .integer(let integer): "\(integer)"
    case .text(let text):
      "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    case .blob(let bytes): "x'\(bytes.map { String(256 + Int($0), radix: 16).suffix(2) }.joined())'"
    }
  }
}
