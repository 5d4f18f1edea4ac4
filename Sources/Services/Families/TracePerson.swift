package import Domain
package import Storage

/// What held of a person from day to day: citizenship, status, residence, family.
package struct TracePerson: Query {
  package static let name = "person.timeline"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var person: Number<Person>
  /// The moment whose knowledge is asked for; nil for now.
  package var knownAt: Instant?

  package init(person: Number<Person>, knownAt: Instant? = nil) {
    self.person = person
    self.knownAt = knownAt
  }

  package var detail: String { "\(person)" }

  package struct Answer: Hashable, Sendable {
    /// The number under which the person is known now.
    package let number: Number<Person>
    package let timeline: PersonTimeline
  }

  /// Throws `person.not-found`.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let knowledge = try ShowPerson.knowledge(of: person, at: knownAt, in: transaction)
    let dossier = try PersonDossier.load(
      person, on: facts.today, knowledge: knowledge, in: transaction)
    var spans = dossier.memberships.map { membership in
      TimelineSpan(
        track: .family, value: "\(membership.family)", from: membership.from, to: membership.to,
        detail: membership.relation.rawValue)
    }
    for fact in dossier.facts {
      guard let track = Self.track(of: fact.kind) else { continue }
      spans.append(
        TimelineSpan(
          track: track, value: fact.value, from: fact.from, to: fact.to,
          document: fact.document))
    }
    // The form's word stands while no dated fact speaks of it.
    if let form = dossier.record.citizenship, dossier.isUndatedWord(form, of: .citizenship) {
      spans.append(
        TimelineSpan(track: .citizenship, value: form, from: nil, to: nil, detail: "by the form"))
    }
    return Answer(number: dossier.record.number, timeline: PersonTimeline(spans))
  }

  private static func track(of kind: PersonFactKind) -> TimelineSpan.Track? {
    switch kind {
    case .citizenship: .citizenship
    case .status: .status
    case .residence: .residence
    case .education, .occupation, .language, .need, .phone, .email, .death: nil
    }
  }
}
