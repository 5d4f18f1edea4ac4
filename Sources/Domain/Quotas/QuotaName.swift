/// A part of a labour quota: the places that one activity, or one country, may have of it.
package enum QuotaPart: Hashable, Sendable {
  /// A section of the classification of economic activities (OKED), `A` to `U`.
  case section(String)
  /// A country of origin by a treaty on labour migration, ISO 3166-1 alpha-3: `CHN`.
  case country(String)

  /// One letter for a section, three for a country; nil for anything else.
  ///
  /// Whether there is such a country, the register of countries knows.
  package init?(_ code: some StringProtocol) {
    let letters = Array(code.utf8)
    switch letters.count {
    case 1 where Self.sections.contains(letters[0]): self = .section(String(code))
    case 3 where letters.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains):
      self = .country(String(code))
    default: return nil
    }
  }

  private static let sections = UInt8(ascii: "A")...UInt8(ascii: "U")

  /// `F`, `CHN`.
  package var code: String {
    switch self {
    case .section(let code), .country(let code): code
    }
  }

  package var isSection: Bool {
    if case .section = self { true } else { false }
  }
}

/// What orders give places of: a kind, or one part of a labour quota; each is a book of its own.
package struct QuotaName: Hashable, Sendable {
  package var kind: QuotaKind
  /// Nil for the kind as a whole.
  package var part: QuotaPart?

  package init(kind: QuotaKind, part: QuotaPart? = nil) {
    self.kind = kind
    self.part = part
  }
}

extension QuotaName: RawRepresentable {
  /// `kandas`, `labour-3/F`, `labour-3/CHN`.
  package var rawValue: String { part.map { "\(kind.rawValue)/\($0.code)" } ?? kind.rawValue }

  /// Nil where there is no such kind or part, or a kind that has no parts has one.
  package init?(rawValue: String) {
    let words = rawValue.split(separator: "/", omittingEmptySubsequences: false)
    guard let kind = QuotaKind(rawValue: String(words[0])) else { return nil }
    guard words.count > 1 else {
      self.init(kind: kind)
      return
    }
    guard words.count == 2, kind.hasParts, let part = QuotaPart(words[1]) else { return nil }
    self.init(kind: kind, part: part)
  }
}

extension QuotaName: CustomStringConvertible {
  package var description: String { rawValue }
}
