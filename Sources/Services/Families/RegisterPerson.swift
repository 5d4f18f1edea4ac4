package import Domain
package import Storage

/// Registers one person who belongs to no family, such as a foreigner who comes to work.
///
/// The form is that of a member, and its relation counts for nothing. The person is met with the
/// register as the members of a family are; who joins a family later keeps the number.
package struct RegisterPerson: UseCase {
  package static let name = "person.register"
  package static let permission = Permission.registerWorkers

  package var form: MemberForm
  /// Its day counts for nothing: the person is known from the day of the act.
  package var ground: Ground
  /// The office or the list that the person was named by.
  package var source: String?
  package var doubles: Doubles

  package init(
    form: MemberForm, ground: Ground, source: String? = nil, doubles: Doubles = .refused
  ) {
    self.form = form
    self.ground = ground
    self.source = source
    self.doubles = doubles
  }

  package var detail: String {
    let name = form.names.first?.display ?? ""
    let papers = [ground.document, source.map { "by \($0)" }].compactMap(\.self)
    return doubles.told(behind: ([name] + papers).joined(separator: ", ") + ": \(ground.reason)")
  }

  /// Throws `iin.taken` and `person.known`; nothing has been written by then.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try FreeText.check(ground.reason, "the reason")
    try FreeText.check(ground.document, "the paper")
    try FreeText.check(source, "the source")
    try PersonTable.checkFree(form.iin?.description, besides: nil, in: transaction)
    var alone = form
    alone.relation = .head
    let known = try doubles.known(of: FamilyForm(members: [alone]), in: transaction)
    let person = try PersonTable.insert(form, year: facts.today.year, in: transaction)
    for result in known { try MatchCases.open(result, for: person, in: transaction) }
    return person.raw
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PersonDossier
  {
    try PersonDossier.load(Number(raw: subject), on: facts.today, in: transaction)
  }
}
