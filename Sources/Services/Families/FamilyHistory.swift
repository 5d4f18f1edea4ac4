package import Domain
package import Storage

/// Everything that happened to a family, in the order in which it became known.
package struct FamilyHistory: Query {
  package static let name = "family.history"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var family: Number<Family>
  package var knownAt: Instant?

  package init(family: Number<Family>, knownAt: Instant? = nil) {
    self.family = family
    self.knownAt = knownAt
  }

  package var detail: String { "\(family)" }

  /// One line: an act about the family itself, or one that another office made for it.
  package struct Entry: Hashable, Sendable {
    package let act: Int64
    /// When it became known.
    package let at: Instant
    package let user: String
    /// A word of ``FamilyEventKind``, or `register`, `apply`, `withdraw`, `decide`, `include` or
    /// `grant`.
    package let kind: String
    /// The day from which it is true.
    package let on: LocalDate
    package let person: Number<Person>?
    package let otherFamily: Number<Family>?
    package let reason: String?
    package let document: String?
    /// In words: who and what.
    package let detail: String
    /// The act that took it back, as far as is known at the moment asked for.
    package let undoneBy: Int64?
  }

  /// Throws `family.not-found`.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [Entry]
  {
    let knowledge = try ActTable.knowledge(at: knownAt, in: transaction)
    guard
      let registration = try FamilyHistoryTable.registration(
        of: family, knowledge: knowledge, in: transaction)
    else { throw .familyNotFound(family) }
    var entries = [
      Entry(
        registration.source, kind: "register", on: registration.on,
        detail: try registered(registration, knowledge, in: transaction))
    ]
    for record in try FamilyEventTable.all(of: family, knowledge: knowledge, in: transaction) {
      entries.append(Entry(record))
    }
    for line in try FamilyHistoryTable.applications(
      of: family, knowledge: knowledge, in: transaction)
    {
      entries.append(Self.entry(line))
    }
    for line in try FamilyHistoryTable.decisions(
      of: family, knowledge: knowledge, in: transaction)
    {
      entries.append(
        Entry(
          line.source, kind: "decide", on: line.on, reason: line.obstacle,
          document: "protocol \(line.protocolNumber)", detail: Self.words(line)))
    }
    for line in try FamilyHistoryTable.inclusionSteps(
      of: family, knowledge: knowledge, in: transaction)
    {
      entries.append(
        Entry(
          line.source, kind: "include", on: line.on, reason: line.reason,
          document: line.protocolNumber.map { "protocol \($0)" }, detail: Self.words(line)))
    }
    for grant in try GrantTable.all(of: family, knowledge: knowledge, in: transaction) {
      guard let act = try ActTable.find(grant.act, in: transaction) else { continue }
      entries.append(
        Entry(
          FamilyHistoryTable.Source(act: act.id, at: act.at, user: act.user), kind: "grant",
          on: grant.decidedOn, document: grant.decision.map { "decision \($0)" },
          detail: "\(grant.number): \(grant.kind.rawValue), \(grant.amount) tenge for "
            + "\(grant.people) \(grant.people == 1 ? "person" : "people")"))
    }
    // What one act wrote stays in the order in which it is listed here.
    return entries.enumerated().sorted { ($0.element.act, $0.offset) < ($1.element.act, $1.offset) }
      .map(\.element)
  }

  private func registered(
    _ registration: FamilyHistoryTable.Registration, _ knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) -> String {
    let people = registration.people
    var words = "registered with \(people) \(people == 1 ? "person" : "people")"
    let submission = try SubmissionTable.all(of: family, knowledge: knowledge, in: transaction)
      .first
    if let submission { words += ", from \(submission.source), reference \(submission.reference)" }
    return words
  }

  private static func entry(_ line: FamilyHistoryTable.ApplicationLine) -> Entry {
    let application = line.application
    var words = "left the waiting list"
    if application.state == .waiting {
      words = "waits for places of \(application.kind.rawValue) since \(application.appliedOn)"
      if let priority = application.priority { words += ", priority \(priority)" }
    }
    return Entry(
      line.source, kind: application.state == .waiting ? "apply" : "withdraw", on: line.on,
      reason: application.reason, document: application.document, detail: words)
  }

  private static func words(_ line: FamilyHistoryTable.DecisionLine) -> String {
    "\(line.sitting), item \(line.position), \(line.matter.rawValue): \(line.result.rawValue), "
      + "for \(line.votes[0]), against \(line.votes[1]), abstained \(line.votes[2])"
  }

  private static func words(_ line: FamilyHistoryTable.InclusionLine) -> String {
    "\(line.inclusion): \(line.places) \(line.places == 1 ? "place" : "places") of "
      + "\(line.kind.rawValue) \(line.year) in \(line.region) \(line.step.rawValue)"
  }
}

extension FamilyHistory.Entry {
  package init(_ record: FamilyEventRecord) {
    let event = record.event
    self.init(
      act: record.act, at: record.at, user: record.user, kind: event.kind.rawValue, on: event.on,
      person: event.person, otherFamily: event.otherFamily, reason: event.reason,
      document: event.document, detail: event.detail, undoneBy: record.closedBy)
  }

  fileprivate init(
    _ source: FamilyHistoryTable.Source, kind: String, on: LocalDate, reason: String? = nil,
    document: String? = nil, detail: String
  ) {
    self.init(
      act: source.act, at: source.at, user: source.user, kind: kind, on: on, person: nil,
      otherFamily: nil, reason: reason, document: document, detail: detail, undoneBy: nil)
  }
}
