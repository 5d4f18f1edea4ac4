/// A family as it applies: what the form says, checked and typed, before it is registered.
package struct FamilyForm: Hashable, Sendable {
  /// The head first, the others in the order of the form.
  package var members: [MemberForm]
  package var originCountry: String?
  package var originPlace: String?
  package var arrivalDate: LocalDate?
  /// The stable code of a region.
  package var destinationRegion: String?
  package var phone: String?

  package init(
    members: [MemberForm], originCountry: String? = nil, originPlace: String? = nil,
    arrivalDate: LocalDate? = nil, destinationRegion: String? = nil, phone: String? = nil
  ) {
    self.members = members
    self.originCountry = originCountry
    self.originPlace = originPlace
    self.arrivalDate = arrivalDate
    self.destinationRegion = destinationRegion
    self.phone = phone
  }
}

/// One person on the form.
package struct MemberForm: Hashable, Sendable {
  package var relation: Relation
  /// At least one.
  package var names: [PersonName]
  package var sex: Sex
  /// Kept as partial as the paper has it; nil where nobody knows.
  package var birthDate: PartialDate?
  package var iin: IIN?
  package var citizenship: String?
  package var ethnicity: String?
  package var document: IdentityDocument?
  package var education: Education?
  package var occupation: String?
}

/// Where a form came from: `source` and `reference` together are its identity.
package struct Submission: Hashable, Sendable {
  package var source: String
  package var reference: String
  /// The line of the head's row, from 1; 0 where there is no file.
  package var line: Int
  /// SHA-256 of the rows as they were written.
  package var digest: [UInt8]
  /// The line of each member's row, in the order of the form; empty where there is no file.
  package var lines: [Int]

  package init(
    source: String, reference: String, line: Int, digest: [UInt8], lines: [Int] = []
  ) {
    self.source = source
    self.reference = reference
    self.line = line
    self.digest = digest
    self.lines = lines
  }
}
