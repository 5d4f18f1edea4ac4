package import Domain
package import Storage

/// Shows a person on a day, as known at a moment; a number that was merged shows whose it is now.
package struct ShowPerson: Query {
  package static let name = "person.show"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var person: Number<Person>
  package var on: LocalDate?
  package var knownAt: Instant?

  package init(person: Number<Person>, on: LocalDate? = nil, knownAt: Instant? = nil) {
    self.person = person
    self.on = on
    self.knownAt = knownAt
  }

  package var detail: String { "\(person)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> PersonDossier
  {
    let knowledge = try Self.knowledge(of: person, at: knownAt, in: transaction)
    return try PersonDossier.load(
      person, on: on ?? facts.today, knowledge: knowledge, in: transaction)
  }

  /// The last act that counts; throws `person.not-found` where the person came later.
  static func knowledge(
    of person: Number<Person>, at knownAt: Instant?, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let knowledge = try ActTable.knowledge(at: knownAt, in: transaction)
    if let knownAt {
      let then = try PersonTable.record(of: person, knowledge: knowledge, in: transaction)
      if then == nil, try PersonTable.record(of: person, in: transaction) != nil {
        throw Failure(.personNotFound, "\(person) was not yet registered at \(knownAt)")
      }
    }
    return knowledge
  }
}
