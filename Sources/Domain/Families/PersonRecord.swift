/// What is known of a person, without names and documents.
package struct PersonRecord: Hashable, Sendable {
  package let number: Number<Person>
  package let sex: Sex
  package let birthDate: PartialDate?
  package let iin: String?
  package let citizenship: String?
  package let ethnicity: String?
  package let education: Education?
  package let occupation: String?

  package init(
    number: Number<Person>, sex: Sex, birthDate: PartialDate?, iin: String?, citizenship: String?,
    ethnicity: String?, education: Education?, occupation: String?
  ) {
    self.number = number
    self.sex = sex
    self.birthDate = birthDate
    self.iin = iin
    self.citizenship = citizenship
    self.ethnicity = ethnicity
    self.education = education
    self.occupation = occupation
  }

  /// The same, with what it leaves empty taken from another record of the person.
  package func filled(from other: PersonRecord) -> PersonRecord {
    PersonRecord(
      number: number, sex: sex, birthDate: birthDate ?? other.birthDate, iin: iin ?? other.iin,
      citizenship: citizenship ?? other.citizenship, ethnicity: ethnicity ?? other.ethnicity,
      education: education ?? other.education, occupation: occupation ?? other.occupation)
  }
}

/// Who belongs to which family, as what, from when to when.
package struct Membership: Hashable, Sendable {
  package let id: Int64
  package let family: Number<Family>
  /// The number under which it was entered.
  package let person: Number<Person>
  /// The number under which the person is known: ``person``, unless that was merged.
  package let survivor: Number<Person>
  package let relation: Relation
  package let from: LocalDate
  /// The first day on which it is no longer true.
  package let to: LocalDate?
  package let reason: String

  package init(
    id: Int64, family: Number<Family>, person: Number<Person>, survivor: Number<Person>? = nil,
    relation: Relation, from: LocalDate, to: LocalDate?, reason: String
  ) {
    self.id = id
    self.family = family
    self.person = person
    self.survivor = survivor ?? person
    self.relation = relation
    self.from = from
    self.to = to
    self.reason = reason
  }

  /// The same, with the number under which its person is known.
  package func known(as survivor: Number<Person>) -> Membership {
    Membership(
      id: id, family: family, person: person, survivor: survivor, relation: relation, from: from,
      to: to, reason: reason)
  }

  /// Whether it holds on a day or will hold after it.
  package func lasts(beyond day: LocalDate) -> Bool { to.map { $0 > day } ?? true }
}
