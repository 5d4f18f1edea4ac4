package import Domain
package import Storage

/// What is held of an employer on a day.
package struct EmployerDossier: Hashable, Sendable {
  package let record: EmployerRecord
  /// The latest count up to the day; nil where nobody has counted.
  package let staff: StaffCount?
  /// Every one that was found up to the day, the oldest first.
  package let violations: [EmployerViolation]
  /// The last day without new permits; nil where none that was found bars them on the day.
  package let barredUntil: LocalDate?
  package let on: LocalDate

  /// Throws `employer.not-found`.
  static func load(
    _ employer: EmployerReference, on day: LocalDate, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> EmployerDossier {
    let record = try EmployerTable.known(employer, knowledge: knowledge, in: transaction)
    let violations = try EmployerTable.violations(
      of: record.number, knowledge: knowledge, in: transaction)
    let found = violations.filter { $0.foundOn <= day }
    let bar = try Permits.book(in: transaction).rules.count(.bar, of: .category3, on: day)
    let barred = found.compactMap { violation in bar.flatMap { violation.bars(until: $0.value) } }
      .max()
    return EmployerDossier(
      record: record,
      staff: try EmployerTable.staff(
        of: record.number, on: day, knowledge: knowledge, in: transaction),
      violations: found,
      barredUntil: barred.flatMap { $0 > day ? $0.adding(days: -1) : nil }, on: day)
  }
}

/// Something done about an employer: what is told afterwards is the employer, as of today.
package protocol EmployerUseCase: UseCase where Outcome == EmployerDossier {}

extension EmployerUseCase {
  package static var permission: Permission { .keepEmployers }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> EmployerDossier
  {
    try EmployerDossier.load(.number(Number(raw: subject)), on: facts.today, in: transaction)
  }
}

/// Shows an employer with its staff and what it was found to have done.
package struct ShowEmployer: Query {
  package static let name = "employer.show"
  package static let permission = Permission.readPermits
  /// An employer may be a person.
  package static let isPersonal = true

  package var employer: EmployerReference
  /// The day of the staff; nil for today.
  package var on: LocalDate?
  package var knownAt: Instant?

  package init(_ employer: EmployerReference, on: LocalDate? = nil, knownAt: Instant? = nil) {
    self.employer = employer
    self.on = on
    self.knownAt = knownAt
  }

  package var detail: String { "\(employer)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> EmployerDossier
  {
    let knowledge = try ActTable.knowledge(at: knownAt, in: transaction)
    return try EmployerDossier.load(
      employer, on: on ?? facts.today, knowledge: knowledge, in: transaction)
  }
}
