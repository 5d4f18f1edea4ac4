/// A column of the intake form, in the order in which Kosh writes it.
package enum IntakeField: Int, CaseIterable, Sendable {
  case familyRef, relation, familyName, givenName, patronymic, familyNameLatin, givenNameLatin
  case nameNative, sex, birthDate, iin, citizenship, ethnicity, documentType, documentNumber
  case documentIssuer, documentExpires, education, occupation, originCountry, originPlace
  case arrivalDate, destinationRegion, phone

  /// The column's name in the header of a file and in a JSON form.
  package var name: String { Self.names[rawValue] }

  private static let names = [
    "family_ref", "relation", "family_name", "given_name", "patronymic", "family_name_latin",
    "given_name_latin", "name_native", "sex", "birth_date", "iin", "citizenship", "ethnicity",
    "document_type", "document_number", "document_issuer", "document_expires", "education",
    "occupation", "origin_country", "origin_place", "arrival_date", "destination_region", "phone",
  ]

  package init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: index)
  }

  /// The family's own fields, which stand on the head's row.
  package static let ofFamily: [IntakeField] = [
    .originCountry, .originPlace, .arrivalDate, .destinationRegion, .phone,
  ]

  /// What a file cannot do without.
  package static let required: [IntakeField] = [.familyRef, .relation, .sex]
}

/// One person's row of the form, as text; empty where the form is empty.
package struct IntakeRow: Hashable, Sendable {
  /// The line in the file, from 1; 0 where there is none.
  package var line: Int
  /// The machine-readable zone of the person's paper, where the form gives one; no file has it.
  package var zone = ""
  private var texts: [String]

  /// The name of ``zone`` in a form.
  package static let zoneName = "mrz"

  package init(line: Int) {
    self.line = line
    texts = Array(repeating: "", count: IntakeField.allCases.count)
  }

  package subscript(_ field: IntakeField) -> String {
    get { texts[field.rawValue] }
    set { texts[field.rawValue] = newValue }
  }
}

/// Something that a row says and the register cannot take, or takes with a warning.
package struct IntakeProblem: Hashable, Sendable {
  package var line: Int
  package var familyRef: String
  /// Empty where the row as a whole is meant.
  package var field: String
  package var code: Code
  package var message: String
  /// The value as it was written.
  package var value: String

  package init(
    line: Int, familyRef: String, field: IntakeField?, code: Code, message: String,
    value: String = ""
  ) {
    self.init(
      line: line, familyRef: familyRef, column: field?.name ?? "", code: code, message: message,
      value: value)
  }

  /// A problem with something that is no column of the intake form.
  package init(
    line: Int, familyRef: String, column: String, code: Code, message: String, value: String = ""
  ) {
    self.line = line
    self.familyRef = familyRef
    field = column
    self.code = code
    self.message = message
    self.value = value
  }
}
