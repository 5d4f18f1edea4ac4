package import Domain
internal import Storage

/// Everything the register holds about a person, under all of their numbers, on a day and as
/// known at a time.
package struct PersonDossier: Hashable, Sendable {
  /// A document, and who else is recorded with it.
  package struct Paper: Hashable, Sendable {
    package let document: IdentityDocument
    /// Other persons with a document of this number and, where both are known, this issuer.
    package let others: [Number<Person>]
  }

  /// A family's telephone, from its form, while the person belongs to it.
  package struct FamilyPhone: Hashable, Sendable {
    package let family: Number<Family>
    package let number: String
  }

  /// The number that was asked for; where it is not the record's, it was merged into that.
  package let asked: Number<Person>
  package let record: PersonRecord
  /// Numbers found to be this person, in ascending order.
  package let merged: [Number<Person>]
  package let names: [PersonName]
  package let papers: [Paper]
  /// Of whatever days.
  package let facts: [PersonFact]
  /// Of whatever days, the earliest first.
  package let memberships: [Membership]
  package let phones: [FamilyPhone]
  package let on: LocalDate

  /// The day of death; nil where none is recorded.
  package var died: LocalDate? { facts.first { $0.kind == .death }?.from }

  /// The age on the day, or at death; nil where the birth date is not known.
  package var age: Age? { Age(of: record.birthDate, on: died.map { min($0, on) } ?? on) }

  /// What holds of a kind on the day: dated facts, else the form's word.
  package func held(_ kind: PersonFactKind) -> [HeldFact] {
    facts.held(kind, on: on, form: form(kind))
  }

  /// Whether the form says so, and no dated fact speaks of it.
  func isUndatedWord(_ value: String, of kind: PersonFactKind) -> Bool {
    form(kind) == value && !facts.contains { $0.kind == kind && $0.value == value }
  }

  private func form(_ kind: PersonFactKind) -> String? {
    switch kind {
    case .citizenship: record.citizenship
    case .education: record.education?.rawValue
    case .occupation: record.occupation
    default: nil
    }
  }
}

extension PersonDossier {
  /// Throws `person.not-found`.
  static func load(
    _ asked: Number<Person>, on day: LocalDate, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> PersonDossier {
    let numbers = try PersonLinkTable.cluster(of: asked, knowledge: knowledge, in: transaction)
    guard
      let record = try PersonTable.record(under: numbers, knowledge: knowledge, in: transaction)
    else { throw .personNotFound(asked) }
    var papers: [Paper] = []
    for document in try PersonTable.documents(of: asked, knowledge: knowledge, in: transaction) {
      papers.append(
        Paper(
          document: document,
          others: try others(
            with: document, besides: numbers, knowledge: knowledge, in: transaction)))
    }
    let memberships = try MembershipTable.families(
      under: numbers, knowledge: knowledge, in: transaction)
    return PersonDossier(
      asked: asked, record: record, merged: Array(numbers.dropFirst()),
      names: try PersonTable.names(under: numbers, knowledge: knowledge, in: transaction),
      papers: papers,
      facts: try PersonFactTable.all(of: asked, knowledge: knowledge, in: transaction),
      memberships: memberships,
      phones: try phones(memberships, on: day, knowledge: knowledge, in: transaction), on: day)
  }

  private static func others(
    with document: IdentityDocument, besides numbers: [Number<Person>], knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) -> [Number<Person>] {
    var others: [Number<Person>] = []
    for holder in try PersonTable.holders(ofDocument: document.number, in: transaction)
    where !numbers.contains(holder) {
      let same = try PersonTable.documents(
        of: holder, knowledge: knowledge, in: transaction
      ).contains {
        guard $0.number == document.number else { return false }
        return $0.issuer == nil || document.issuer == nil || $0.issuer == document.issuer
      }
      if same { others.append(holder) }
    }
    return others
  }

  private static func phones(
    _ memberships: [Membership], on day: LocalDate, knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) -> [FamilyPhone] {
    var phones: [FamilyPhone] = []
    for membership in memberships {
      guard membership.from <= day, membership.to.map({ day < $0 }) ?? true,
        let family = try FamilyTable.find(
          membership.family, knowledge: knowledge, in: transaction),
        let phone = family.phone
      else { continue }
      let found = FamilyPhone(family: membership.family, number: phone)
      if !phones.contains(found) { phones.append(found) }
    }
    return phones
  }
}
