/// A family: a case with a head and members over time.
package enum Family: Numbered {
  package static let letter: Character = "F"
}

/// A person of the register, in whatever family and under whatever spelling.
package enum Person: Numbered {
  package static let letter: Character = "P"
}

/// What a member is to the head of the family.
package enum Relation: String, Hashable, Sendable, CaseIterable {
  case head, spouse, son, daughter, father, mother, brother, sister, grandchild, grandparent, other

  package var name: LocalizedText {
    switch self {
    case .head: .message("relation.head")
    case .spouse: .message("relation.spouse")
    case .son: .message("relation.son")
    case .daughter: .message("relation.daughter")
    case .father: .message("relation.father")
    case .mother: .message("relation.mother")
    case .brother: .message("relation.brother")
    case .sister: .message("relation.sister")
    case .grandchild: .message("relation.grandchild")
    case .grandparent: .message("relation.grandparent")
    case .other: .message("relation.other")
    }
  }
}

/// The level of education, as the ministry's bulletins count it.
package enum Education: String, Hashable, Sendable, CaseIterable {
  case higher
  case secondarySpecial = "secondary_special"
  case secondary
  case none
}

/// A name as one paper writes it, in one script.
///
/// Any part may be missing: a person without a surname is lawful. ``fullName`` is for papers that
/// do not part the name.
package struct PersonName: Hashable, Sendable {
  package var script: NameScript
  package var familyName: String?
  package var givenName: String?
  package var patronymic: String?
  package var fullName: String?
  /// The paper it was read from, such as `passport E1234567`; nil for the form itself.
  package var paper: String?

  package init(
    script: NameScript, familyName: String? = nil, givenName: String? = nil,
    patronymic: String? = nil, fullName: String? = nil, paper: String? = nil
  ) {
    self.script = script
    self.familyName = familyName
    self.givenName = givenName
    self.patronymic = patronymic
    self.fullName = fullName
    self.paper = paper
  }

  /// The parts in the official order: family name, given name, patronymic.
  package var display: String {
    let parts = [familyName, givenName, patronymic].compactMap(\.self)
    return parts.isEmpty ? fullName ?? "" : parts.joined(separator: " ")
  }
}

/// A paper that names a person.
package struct IdentityDocument: Hashable, Sendable {
  /// Such as `passport`, `id_card` or `birth_certificate`.
  package var type: String
  package var number: String
  /// ISO 3166-1 alpha-3 or an ICAO code.
  package var issuer: String?
  package var expires: LocalDate?
  package var issued: LocalDate?

  package init(
    type: String, number: String, issuer: String? = nil, expires: LocalDate? = nil,
    issued: LocalDate? = nil
  ) {
    self.type = type
    self.number = number
    self.issuer = issuer
    self.expires = expires
    self.issued = issued
  }
}
