package import Domain

/// A statement as text and bindings, made by interpolation: a value becomes a placeholder, so
/// text from outside never becomes SQL.
package struct SQL: ExpressibleByStringInterpolation {
  package private(set) var text: String
  package private(set) var values: [SQLValue] = []

  package init(stringLiteral text: String) { self.text = text }

  package init(stringInterpolation parts: Interpolation) {
    text = parts.text
    values = parts.values
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var values: [SQLValue] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 3)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
      values.append(value.map(\.sqlValue) ?? .null)
      text += "$\(values.count)"
    }

    /// SQL text that stands in the source code, such as a list of columns.
    package mutating func appendInterpolation(raw literal: StaticString) {
      text += literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }
  }
}

/// What can be bound.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

/// A value that has a form in the database.
package protocol SQLBindable {
  var sqlValue: SQLValue { get }
}

extension Int64: SQLBindable {
  package var sqlValue: SQLValue { .integer(self) }
}
extension Int: SQLBindable {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension String: SQLBindable {
  package var sqlValue: SQLValue { .text(self) }
}
extension LocalDate: SQLBindable {
  package var sqlValue: SQLValue { .text(description) }
}
extension Number: SQLBindable {
  package var sqlValue: SQLValue { .integer(raw) }
}
extension SQLBindable where Self: RawRepresentable, RawValue == String {
  package var sqlValue: SQLValue { .text(rawValue) }
}

// The words of Domain that stand in columns.
extension AllowanceKind: SQLBindable {}
extension BudgetSource: SQLBindable {}
extension PermitKind: SQLBindable {}
extension QuotaKind: SQLBindable {}
extension QuotaName: SQLBindable {}
extension QuotaUnit: SQLBindable {}
extension Role: SQLBindable {}
