package import Domain

/// A JSON value whose members keep the order in which they were written.
///
/// Every `--json` answer is one of these. There is no case for fractions: money and shares are
/// decimal strings, because a reader's floating point would change them.
package indirect enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int64)
  case bool(Bool)
  case null
}

extension JSONValue {
  /// Money as a decimal string, `"833815.00"`.
  package static func money(_ amount: Money) -> JSONValue { .string(amount.description) }

  package static func date(_ day: LocalDate) -> JSONValue { .string(day.description) }

  package static func count(_ number: some BinaryInteger) -> JSONValue {
    .integer(Int64(clamping: number))
  }

  /// The text, or null where there is none.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The cell as JSON carries it: counts as numbers, money and shares as strings, else text.
  package static func cell(_ cell: Cell, _ language: Language) -> JSONValue {
    if case .count(let number) = cell { return .integer(number) }
    return .optional(cell.raw(language))
  }
}

// Literals, so that an answer reads in the source as it reads on the wire.

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
  package init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .string(text) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(integerLiteral number: Int64) { self = .integer(number) }
  package init(booleanLiteral truth: Bool) { self = .bool(truth) }
}

extension JSONValue: ExpressibleByNilLiteral {
  package init(nilLiteral: ()) { self = .null }
}
