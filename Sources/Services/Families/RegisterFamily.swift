package import Domain
package import Storage

/// Registers a family: its members, their names and papers, and where it came from.
package struct RegisterFamily: UseCase {
  package static let name = "family.register"
  package static let permission = Permission.registerFamilies

  package var form: FamilyForm
  package var submission: Submission?
  package var doubles: Doubles

  package init(
    form: FamilyForm, submission: Submission? = nil, doubles: Doubles = .unchecked
  ) {
    self.form = form
    self.submission = submission
    self.doubles = doubles
  }

  package var detail: String {
    let origin = submission.map { "\($0.source) \($0.reference)" }
    return doubles.told(behind: origin ?? "\(form.members.count) people")
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
    let known = try doubles.known(of: form, in: transaction)
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

extension Failure {
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
