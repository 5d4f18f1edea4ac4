package import Domain
package import Storage

/// Registers an employer under its BIN; one who is one person, under the IIN.
package struct RegisterEmployer: EmployerUseCase {
  package static let name = "employer.register"

  package var identifier: String
  package var title: String
  /// Any code of a region.
  package var region: String
  /// The letter of a section, or the code of an activity in it.
  package var section: String?
  package var form: EmployerForm
  package var size: EmployerSize?
  package var document: String?

  package init(
    identifier: String, title: String, region: String, section: String? = nil,
    form: EmployerForm, size: EmployerSize? = nil, document: String? = nil
  ) {
    self.identifier = identifier
    self.title = title
    self.region = region
    self.section = section
    self.form = form
    self.size = size
    self.document = document
  }

  package var detail: String { "\(identifier): \(title)" }

  /// Throws `employer.form` where the number is of another kind, and `employer.exists`.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let (number, draft) = try read(on: facts.today)
    try FreeText.check(document, "the document")
    if let known = try EmployerTable.find(identifier: number, in: transaction) {
      throw .employerExists(known)
    }
    return try EmployerTable.insert(
      draft, identifier: number, document: document, registered: facts.today.year,
      in: transaction
    ).raw
  }

  /// What the fields say, checked and typed; the first flaw is thrown.
  func read(on day: LocalDate) throws(Failure) -> (
    identifier: String, draft: EmployerTable.Draft
  ) {
    let number = try form.identifier(identifier.trimmed)
    let draft = EmployerTable.Draft(
      name: try EmployerFields.name(title), region: try EmployerFields.region(region, on: day),
      section: try EmployerFields.section(section), form: form, size: size)
    return (number, draft)
  }
}

/// What the fields of an employer may say.
enum EmployerFields {
  /// The name without white space at its ends; `field.value` and `field.too-long` as of any text.
  static func name(_ text: String) throws(Failure) -> String {
    let name = text.trimmed
    try FreeText.check(name, "the name")
    return name
  }

  /// The stable code; throws `region.unknown`.
  static func region(_ text: String, on day: LocalDate) throws(Failure) -> String {
    try Reference.regions().resolve(text.trimmed, on: day).code
  }

  /// The letter; nil for no text.
  static func section(_ text: String?) throws(Failure) -> String? {
    guard let text = text?.trimmed, !text.isEmpty else { return nil }
    return try Reference.sections().resolve(text).code
  }
}

extension Failure {
  static func employerExists(_ known: EmployerRecord) -> Failure {
    Failure(
      .employerExists, "\(known.identifier) is registered as \(known.number), \(known.name)",
      hint: "kosh employer correct says what is known now")
  }
}
