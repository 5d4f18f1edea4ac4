package import Domain
package import Storage

/// Whether a person of the register needs a permit to work in a post.
///
/// Citizenships and statuses are those that hold on the day; a permit of permanent residence makes
/// a permanent resident.
package struct AskPermitNeed: Query {
  package static let name = "permit.needed"
  package static let permission = Permission.registerWorkers
  package static let isPersonal = true

  package var person: Number<Person>
  package var post: String
  /// Beside those of the register.
  package var statuses: [String]
  package var employers: [String]
  /// Nil for today.
  package var on: LocalDate?

  package init(
    person: Number<Person>, post: String, statuses: [String] = [], employers: [String] = [],
    on: LocalDate? = nil
  ) {
    self.person = person
    self.post = post
    self.statuses = statuses
    self.employers = employers
    self.on = on
  }

  package var detail: String { "\(person), \(post)" }

  /// Throws `person.not-found`, and `field.required` where no citizenship is known on the day.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> PermitNeed
  {
    try PersonDossier.load(person, on: on ?? facts.today, in: transaction)
      .permitNeed(as: post, statuses: statuses, employers: employers)
  }
}

extension PersonDossier {
  /// Whether the person needs a permit on the dossier's day; throws `field.required` where no
  /// citizenship is known on it.
  func permitNeed(as post: String, statuses: [String] = [], employers: [String] = [])
    throws(Failure) -> PermitNeed
  {
    let citizenships = held(.citizenship).map(\.value)
    guard !citizenships.isEmpty else {
      throw Failure(
        .fieldRequired, "no citizenship of \(asked) is known on \(on)",
        hint: "kosh person record \(asked) citizenship CODE --reason TEXT records it")
    }
    let rules = try Reference.permitNeedRules()
    return rules.assess(
      try rules.question(
        citizenships: citizenships, post: post, statuses: statuses + permitStatuses,
        employers: employers, on: on))
  }

  /// Who is a citizen of Kazakhstan beside another citizenship works as one.
  var citizenshipAtWork: String? {
    let held = held(.citizenship).map(\.value)
    return held.contains(StaffCount.home) ? StaffCount.home : held.last
  }

  /// The statuses that count for a permit on the day.
  var permitStatuses: [String] {
    var statuses = held(.status).map(\.value)
    let resident = "permanent-resident"
    let isPermanent = held(.residence).contains { $0.value == "permanent" }
    if isPermanent, !statuses.contains(resident) { statuses.append(resident) }
    return statuses
  }
}
