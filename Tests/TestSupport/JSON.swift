internal import FoundationEssentials

/// A JSON value read back, to be compared with a literal.
package enum JSON: Hashable, Sendable, Decodable {
  case null
  case bool(Bool)
  case number(Int64)
  case text(String)
  case array([JSON])
  case object([String: JSON])

  /// Throws where the text is not one JSON value.
  package init(_ text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let bool = try? box.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? box.decode(Int64.self) {
      self = .number(number)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else if let array = try? box.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try box.decode([String: JSON].self))
    }
  }
}

extension JSON {
  /// The member of an object; null where there is none.
  package subscript(_ name: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members[name] ?? .null
  }

  /// The element of an array; null where there is none.
  package subscript(_ index: Int) -> JSON {
    elements.indices.contains(index) ? elements[index] : .null
  }

  /// What an array holds; nothing where it is none.
  package var elements: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The names of an object's members, sorted.
  package var names: [String] {
    guard case .object(let members) = self else { return [] }
    return members.keys.sorted()
  }

  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  package var number: Int64? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral number: Int64) { self = .number(number) }
  package init(booleanLiteral bool: Bool) { self = .bool(bool) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(Dictionary(members) { first, _ in first })
  }
}
