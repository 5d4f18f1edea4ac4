/// Reads a message from left to right.
struct MessageReader {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// Everything up to the end, or to the brace that ends a form; nil where it is malformed.
  mutating func pieces(inPlural: Bool) -> [MessagePattern.Piece]? {
    var pieces: [MessagePattern.Piece] = []
    while let next = rest.first, next != "}" {
      if next == "{" {
        guard let place = place() else { return nil }
        pieces.append(place)
      } else if next == "#", inPlural {
        rest.removeFirst()
        pieces.append(.number)
      } else {
        let words = rest.prefix { $0 != "{" && $0 != "}" && !(inPlural && $0 == "#") }
        rest = rest.dropFirst(words.count)
        pieces.append(.text(String(words)))
      }
    }
    return pieces
  }

  /// `{name}` or `{name, plural, form {…} form {…}}`.
  private mutating func place() -> MessagePattern.Piece? {
    rest.removeFirst()
    let head = String(rest.prefix { $0 != "}" && $0 != "{" })
    rest = rest.dropFirst(head.count)
    let parts = head.split(separator: ",").map { String($0).trimmed }
    guard let name = parts.first, !name.isEmpty else { return nil }
    if parts.count == 1 {
      guard take("}") else { return nil }
      return .value(name)
    }
    guard parts.count == 3, parts[1] == "plural" else { return nil }
    return plural(name, first: parts[2])
  }

  private mutating func plural(_ name: String, first: String) -> MessagePattern.Piece? {
    var forms: [PluralForm: MessagePattern] = [:]
    var word = first
    while !word.isEmpty {
      guard let form = PluralForm(rawValue: word), forms[form] == nil, take("{"),
        let pieces = pieces(inPlural: true), take("}")
      else { return nil }
      forms[form] = MessagePattern(pieces: pieces)
      let next = rest.prefix { $0 != "{" && $0 != "}" }
      rest = rest.dropFirst(next.count)
      word = String(next).trimmed
    }
    guard forms[.other] != nil, take("}") else { return nil }
    return .plural(name, forms)
  }

  private mutating func take(_ brace: Character) -> Bool {
    guard rest.first == brace else { return false }
    rest.removeFirst()
    return true
  }
}
