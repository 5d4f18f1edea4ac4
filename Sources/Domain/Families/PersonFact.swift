/// What a dated fact about a person says, beside the record that the form gave.
package enum PersonFactKind: String, Hashable, Sendable, CaseIterable {
  /// ISO 3166-1 alpha-3.
  case citizenship
  /// A word of `Reference/person-statuses.csv`: kandas, refugee, permanent-resident.
  case status
  /// A word of `Reference/residence-grounds.csv`: the ground of a permit to live here, which ends
  /// with the day that the permit gives.
  case residence
  /// ISO 3166-1 alpha-3: where the person lives since leaving Kazakhstan, until the return.
  case abroad
  /// A word of ``Education``.
  case education
  /// A code of the classifier of occupations (NK RK 01-2017), or words.
  case occupation
  /// ISO 639-3.
  case language
  /// A code of the Guidance on Standardized Specific Needs Codes (UNHCR, 2009).
  case need
  case phone, email
  /// The value is the place, or “not stated”; the day is the fact's first day.
  case death

  /// True where a person may have several at once.
  package var isPlural: Bool {
    switch self {
    case .citizenship, .language, .need, .phone, .email, .status: true
    case .education, .occupation, .residence, .abroad, .death: false
    }
  }
}

/// A dated fact about a person.
package struct PersonFact: Hashable, Sendable {
  package let id: Int64
  package let person: Number<Person>
  package let kind: PersonFactKind
  package let value: String
  /// Nil where nobody knows since when.
  package let from: LocalDate?
  /// The first day on which it is no longer true.
  package let to: LocalDate?
  package let reason: String
  package let document: String?

  package init(
    id: Int64 = 0, person: Number<Person>, kind: PersonFactKind, value: String, from: LocalDate?,
    to: LocalDate? = nil, reason: String, document: String? = nil
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.value = value
    self.from = from
    self.to = to
    self.reason = reason
    self.document = document
  }
}

/// A marriage of two persons of the register.
package struct Marriage: Hashable, Sendable {
  package let id: Int64
  package let person: Number<Person>
  package let spouse: Number<Person>
  package let during: Period
  package let document: String?

  package init(
    id: Int64 = 0, person: Number<Person>, spouse: Number<Person>, during: Period,
    document: String? = nil
  ) {
    self.id = id
    self.person = person
    self.spouse = spouse
    self.during = during
    self.document = document
  }
}
