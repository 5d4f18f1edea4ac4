package import Domain
package import Storage

/// Says what is known now of an employer; what was known is closed and stays.
package struct CorrectEmployer: EmployerUseCase {
  package static let name = "employer.correct"

  /// What of an employer may be unknown.
  package enum Clearable: String, Hashable, Sendable, CaseIterable {
    case section, size
  }

  package var employer: EmployerReference
  package var title: String?
  package var region: String?
  package var section: String?
  package var form: EmployerForm?
  package var size: EmployerSize?
  /// Of which nothing is known any more.
  package var cleared: Set<Clearable>
  package var reason: String
  package var document: String?

  package init(
    employer: EmployerReference, title: String? = nil, region: String? = nil,
    section: String? = nil, form: EmployerForm? = nil, size: EmployerSize? = nil,
    cleared: Set<Clearable> = [], reason: String, document: String? = nil
  ) {
    self.employer = employer
    self.title = title
    self.region = region
    self.section = section
    self.form = form
    self.size = size
    self.cleared = cleared
    self.reason = reason
    self.document = document
  }

  package var detail: String { "\(employer): \(reason)" }

  /// Throws `fact.held` where all of it is held already, and `employer.form` for a form that does
  /// not fit the employer's number.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a correction")
    try FreeText.check(reason, "the reason")
    try FreeText.check(document, "the document")
    let known = try EmployerTable.known(employer, in: transaction)
    let held = EmployerTable.Draft(known)
    var draft = held
    if let title { draft.name = try EmployerFields.name(title) }
    if let region { draft.region = try EmployerFields.region(region, on: facts.today) }
    if let section { draft.section = try EmployerFields.section(section) }
    if let form {
      _ = try form.identifier(known.identifier)
      draft.form = form
    }
    if let size { draft.size = size }
    if cleared.contains(.section) { draft.section = nil }
    if cleared.contains(.size) { draft.size = nil }
    guard draft != held else {
      if isEmpty { throw .nothingToCorrect }
      throw Failure(.factHeld, "\(known.number) is held so already")
    }
    try EmployerTable.replaceRecord(
      of: known.number, by: draft, reason: reason, document: document, in: transaction)
    return known.number.raw
  }

  private var isEmpty: Bool {
    title == nil && region == nil && section == nil && form == nil && size == nil
      && cleared.isEmpty
  }
}
