package import Domain
package import Storage

/// What held of a person from day to day: citizenship, status, residence, permits, family.
package struct TracePerson: Query {
  package static let name = "person.timeline"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var person: Number<Person>
  /// The moment whose knowledge of the facts is asked for; nil for now.
  package var knownAt: Instant?
  /// A permit of which it is asked what falls if it ends.
  package var ifEnds: Number<WorkPermit>?
  /// The day on which it would end; nil for today.
  package var on: LocalDate?

  package init(
    person: Number<Person>, knownAt: Instant? = nil, ifEnds: Number<WorkPermit>? = nil,
    on: LocalDate? = nil
  ) {
    self.person = person
    self.knownAt = knownAt
    self.ifEnds = ifEnds
    self.on = on
  }

  package var detail: String { "\(person)" }

  package struct Answer: Hashable, Sendable {
    /// The number under which the person is known now.
    package let number: Number<Person>
    package let timeline: PersonTimeline
    /// Whether who asks may read permits; else none are in the timeline.
    package let showsPermits: Bool
    /// Nil where it was not asked.
    package let ending: Ending?
  }

  /// What falls if a permit ends on a day.
  package struct Ending: Hashable, Sendable {
    package let permit: Number<WorkPermit>
    package let on: LocalDate
    package let falls: [TimelineFall]
    /// Applications to extend it, or what extends it, that nobody has decided or issued yet.
    package let applications: [Number<WorkPermit>]
  }

  /// Throws `person.not-found`, and `permit.not-found` where the permit is none of the person's.
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
    let showsPermits = try Office.may(facts.user, .readPermits, in: transaction)
    let people = [dossier.record.number] + dossier.merged
    let permits = showsPermits ? try PermitTable.all(of: people, in: transaction) : []
    spans += permits.compactMap(Self.span)
    let timeline = PersonTimeline(spans)
    return Answer(
      number: dossier.record.number, timeline: timeline, showsPermits: showsPermits,
      ending: try ending(timeline, permits, given: facts))
  }

  /// The days for which a permit holds; nil of one that was not issued.
  private static func span(_ permit: PermitRecord) -> TimelineSpan? {
    guard let validity = permit.validity else { return nil }
    let extends = permit.request == .extension ? permit.of.map { "\($0)" } : nil
    return TimelineSpan(
      track: .permit, value: "\(permit.number)", from: validity.from, to: validity.to,
      detail: "\(permit.kind.rawValue), \(permit.form.post), \(permit.form.region)",
      extends: extends)
  }

  private func ending(
    _ timeline: PersonTimeline, _ permits: [PermitRecord], given facts: Facts
  ) throws(Failure) -> Ending? {
    guard let ifEnds else { return nil }
    guard permits.contains(where: { $0.number == ifEnds }) else {
      throw Failure(
        .permitNotFound, "\(ifEnds) is no permit of \(person)",
        hint: "kosh person timeline \(person) shows the permits")
    }
    let day = on ?? facts.today
    let falls = timeline.falls(ifEnds: "\(ifEnds)", on: day)
    let chain = ["\(ifEnds)"] + falls.filter { $0.why == .extends }.map(\.span.value)
    let applications = permits.filter { permit in
      permit.request == .extension && permit.validity == nil && !permit.state(on: day).isFinal
        && permit.of.map { chain.contains("\($0)") } ?? false
    }
    return Ending(
      permit: ifEnds, on: day, falls: falls, applications: applications.map(\.number))
  }

  private static func track(of kind: PersonFactKind) -> TimelineSpan.Track? {
    switch kind {
    case .citizenship: .citizenship
    case .status: .status
    case .residence: .residence
    case .abroad: .abroad
    case .education, .occupation, .language, .need, .phone, .email, .death: nil
    }
  }
}
