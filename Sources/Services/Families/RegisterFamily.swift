package import Domain
package import Storage

/// Registers a family: its members, their names and papers, and where it came from.
package struct RegisterFamily: UseCase {
  package static let name = "family.register"
  package static let permission = Permission.registerFamilies

  package var form: FamilyForm
  package var submission: Submission?
  package var doubles: Doubles

  /// What is done about people who are, or may be, registered already.
  package enum Doubles: Hashable, Sendable {
    /// Nothing: whoever registers many at once looks for doubles afterwards.
    case unchecked
    /// Nobody is registered who is or may be known: `person.known`.
    case refused
    /// They are other people, or an officer is to decide it later; the words say why.
    case accepted(reason: String)
  }

  package init(
    form: FamilyForm, submission: Submission? = nil, doubles: Doubles = .unchecked
  ) {
    self.form = form
    self.submission = submission
    self.doubles = doubles
  }

  package var detail: String {
    let origin = submission.map { "\($0.source) \($0.reference)" }
    let detail = origin ?? "\(form.members.count) people"
    guard case .accepted(let reason) = doubles else { return detail }
    return "\(detail); accepted as new: \(reason)"
  }

  /// Throws `iin.taken` where a member is registered already; nothing has been written by then.
  func checkNumbers(in transaction: Transaction) throws(Failure) {
    for member in form.members {
      try PersonTable.checkFree(member.iin?.description, besides: nil, in: transaction)
    }
  }

  /// A submission that is registered already changes nothing, unless its rows differ now.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    if let submission, let known = try SubmissionTable.find(submission, in: transaction) {
      guard known.digest == submission.digest else { throw .differs(submission, known.family) }
      return known.family.raw
    }
    try checkNumbers(in: transaction)
    let known = try knownPeople(in: transaction)
    let number = try FamilyTable.insert(form, on: facts.today, in: transaction)
    if let submission {
      try SubmissionTable.insert(submission, of: number, in: transaction)
    }
    for (place, member) in form.members.enumerated() {
      let person = try PersonTable.insert(member, year: facts.today.year, in: transaction)
      try MembershipTable.insert(
        person, in: number, as: member.relation, during: membership(of: member, facts),
        reason: "registered", in: transaction)
      for result in known where result.person == Int64(place) {
        try MatchCases.open(result, for: person, in: transaction)
      }
    }
    return number.raw
  }

  /// Whom the register knows or may know, by the places of the form.
  ///
  /// Throws `person.known` where that is a reason to refuse; nothing has been written by then.
  private func knownPeople(in transaction: Transaction) throws(Failure) -> [MatchResult] {
    guard doubles != .unchecked else { return [] }
    let desk = try MatchDesk.open(Reference.matchWeights(), in: transaction)
    let family = MatchFamily(form, ids: Array(form.members.indices))
    let candidates = try desk.candidates(for: family, in: transaction)
    let known = desk.matcher.decide(family, against: candidates).filter { $0.decision != .none }
    if doubles == .refused, !known.isEmpty { throw .known(known, of: form) }
    return known
  }

  /// A member belongs to the family from its arrival, or its registration where that came first
  /// or nothing else is known; a child born later, from its birth.
  ///
  /// Nobody belongs to it before its head does.
  private func membership(of member: MemberForm, _ facts: Facts) -> Period {
    var from = min(form.arrivalDate ?? facts.today, facts.today)
    for birth in [form.members.first?.birthDate?.exact, member.birthDate?.exact] {
      if let birth { from = max(from, birth) }
    }
    return Period(from: from)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> FamilyDossier
  {
    try FamilyDossier.load(Number(raw: subject), on: facts.today, in: transaction)
  }
}

extension MatchFamily {
  /// A form as matching sees it; the identifiers are those of its members, in their order.
  package init(_ form: FamilyForm, ids: [Int]) {
    let members = zip(form.members, ids).map { MatchPerson($0, id: Int64($1), of: form) }
    self.init(id: Int64(ids.first ?? 0), members: members)
  }
}

extension Failure {
  /// Who of a form is known, the surest first.
  static func known(_ results: [MatchResult], of form: FamilyForm) -> Failure {
    let surest = results.sorted { ($1.score, $0.person) < ($0.score, $1.person) }
    let lines = surest.map { result in
      let name = form.members[Int(result.person)].names.first?.display ?? ""
      let verb = result.decision == .match ? "is" : "may be"
      let known = result.candidate.map { "\(Number<Person>(raw: $0))" } ?? "?"
      let family = result.candidateFamily.map { "\(Number<Family>(raw: $0))" } ?? "?"
      return "\(name) \(verb) \(known) of \(family), score \(MatchCases.score(result)) "
        + "(\(MatchCases.words(result.reasons)))"
    }
    return Failure(
      .personKnown, lines.joined(separator: "; "),
      hint: "kosh family show shows a family; --accept-new REASON registers the people as others")
  }

  static func differs(_ submission: Submission, _ family: Number<Family>) -> Failure {
    Failure(
      .submissionDiffers,
      "\(family) came from \(submission.source) under \(submission.reference) with other rows",
      hint: "a correction is an act of its own; kosh family show \(family) shows what is held")
  }
}

extension Office {
  /// Reads the rows of one family as the form does, on the office's day.
  package func read(_ rows: [IntakeRow]) throws(Failure) -> IntakeReader.Reading {
    try IntakeReader(
      regions: Reference.regions(), countries: Reference.countries(), today: facts.today
    ).read(rows)
  }
}
