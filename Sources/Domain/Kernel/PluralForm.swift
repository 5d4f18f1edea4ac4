/// The forms of words by number, as CLDR names them.
package enum PluralForm: String, Hashable, Sendable, CaseIterable {
  case one, few, many, other

  /// The form for a number of things; source: CLDR, plural rules of en, kk and ru for integers.
  package init(of count: Int64, in language: Language) {
    let (ten, hundred) = (count.magnitude % 10, count.magnitude % 100)
    switch language {
    case .en, .kk: self = count.magnitude == 1 ? .one : .other
    case .ru where ten == 1 && hundred != 11: self = .one
    case .ru where (2...4).contains(ten) && !(12...14).contains(hundred): self = .few
    case .ru: self = .many
    }
  }

  /// The forms that a plural of a language must have; `other` of Russian is for fractions.
  package static func needed(in language: Language) -> Set<PluralForm> {
    language == .ru ? [.one, .few, .many, .other] : [.one, .other]
  }
}
