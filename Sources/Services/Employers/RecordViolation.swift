package import Domain
package import Storage

/// Enters what an employer was found to have done.
package struct RecordViolation: EmployerUseCase {
  package static let name = "employer.violation"

  package var employer: EmployerReference
  package var violationGround: ViolationGround
  /// Of the Code of Administrative Offences.
  package var article: String?
  package var foundOn: LocalDate
  package var document: String
  package var note: String?

  package init(
    employer: EmployerReference, violationGround: ViolationGround, article: String? = nil,
    foundOn: LocalDate, document: String, note: String? = nil
  ) {
    self.employer = employer
    self.violationGround = violationGround
    self.article = article
    self.foundOn = foundOn
    self.document = document
    self.note = note
  }

  package var detail: String { "\(employer): \(violationGround.rawValue), \(document)" }

  /// Throws `date.order` for a day to come, and `fact.held` for what is entered already.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(foundOn)
    for (text, what) in [(document, "the document"), (article, "the article"), (note, "the note")] {
      try FreeText.check(text, what)
    }
    let record = try EmployerTable.known(employer, in: transaction)
    let held = try EmployerTable.violations(of: record.number, in: transaction).first {
      $0.ground == violationGround && $0.foundOn == day && $0.document == document
    }
    if let held {
      throw Failure(.factHeld, "that is entered as violation \(held.id) of \(record.number)")
    }
    _ = try EmployerTable.insert(
      EmployerViolation(
        id: 0, ground: violationGround, article: article, foundOn: day, document: document,
        note: note), of: record.number, in: transaction)
    return record.number.raw
  }
}

/// Takes a violation back that was entered wrongly, or that a court did not uphold.
package struct AnnulViolation: EmployerUseCase {
  package static let name = "employer.annul-violation"

  package var employer: EmployerReference
  package var violation: Int64
  /// Kept in the trail.
  package var reason: String

  package init(employer: EmployerReference, violation: Int64, reason: String) {
    self.employer = employer
    self.violation = violation
    self.reason = reason
  }

  package var detail: String { "\(employer): violation \(violation), \(reason)" }

  /// Throws `violation.not-found`.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "taking a violation back")
    try FreeText.check(reason, "the reason")
    let record = try EmployerTable.known(employer, in: transaction)
    let held = try EmployerTable.violations(of: record.number, in: transaction)
    guard let found = held.first(where: { $0.id == violation }) else {
      throw Failure(
        .violationNotFound, "\(record.number) has no violation \(violation)",
        hint: "kosh employer show \(record.number) lists them")
    }
    try EmployerTable.close(found, in: transaction)
    return record.number.raw
  }
}
