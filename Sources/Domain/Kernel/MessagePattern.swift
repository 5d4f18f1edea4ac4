/// What stands at a place of a message.
package enum MessageValue: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The same in every language.
  case same(String)
  case localized(LocalizedText)
  /// A number of things, by which the words around it may change.
  case count(Int64)

  package init(stringLiteral text: String) { self = .same(text) }
  package static func count(_ number: Int) -> MessageValue { .count(Int64(number)) }

  func shown(in language: Language) -> String {
    switch self {
    case .same(let text): text
    case .localized(let text): text[language]
    case .count(let number): number.grouped
    }
  }
}

/// A message with places for values: `{year}`, `{days, plural, one {# day} other {# days}}`.
///
/// This is the part of ICU's MessageFormat that Kosh needs, so that translators' tools read the
/// message files. `#` is the number, inside a plural only. There is no quoting: no message of Kosh
/// has a brace of its own.
package struct MessagePattern: Sendable {
  enum Piece: Sendable {
    case text(String)
    case value(String)
    case plural(String, [PluralForm: MessagePattern])
    case number
  }

  let pieces: [Piece]

  /// Nil where braces do not pair, a form is unknown, or a plural lacks its `other`.
  package init?(_ text: String) {
    var reader = MessageReader(text)
    guard let pieces = reader.pieces(inPlural: false), reader.isAtEnd else { return nil }
    self.init(pieces: pieces)
  }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// The text with values in their places; a place without a value keeps its name in braces.
  package func filled(
    with values: [String: MessageValue], in language: Language, number: Int64? = nil
  ) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .number: text += number?.grouped ?? "#"
      case .value(let name): text += values[name]?.shown(in: language) ?? "{\(name)}"
      case .plural(let name, let forms):
        guard case .count(let count)? = values[name] else {
          text += "{\(name)}"
          continue
        }
        let form = forms[PluralForm(of: count, in: language)] ?? forms[.other]
        text += form?.filled(with: values, in: language, number: count) ?? ""
      }
    }
    return text
  }

  /// The names of the places, and the forms that each plural has.
  package var places: [String: Set<PluralForm>] {
    var places: [String: Set<PluralForm>] = [:]
    for piece in pieces {
      switch piece {
      case .text, .number: break
      case .value(let name): places[name, default: []].formUnion([])
      case .plural(let name, let forms):
        places[name, default: []].formUnion(forms.keys)
        for form in forms.values { places.merge(form.places) { $0.union($1) } }
      }
    }
    return places
  }
}
