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
}

/// Who belongs to which family, as what, from when to when.
package struct Membership: Hashable, Sendable {
  package let id: Int64
  package let family: Number<Family>
  package let person: Number<Person>
  package let relation: Relation
  package let from: LocalDate
  /// The first day on which it is no longer true.
  package let to: LocalDate?
  package let reason: String

  package init(
    id: Int64, family: Number<Family>, person: Number<Person>, relation: Relation, from: LocalDate,
    to: LocalDate?, reason: String
  ) {
    self.id = id
    self.family = family
    self.person = person
    self.relation = relation
    self.from = from
    self.to = to
    self.reason = reason
  }
}
