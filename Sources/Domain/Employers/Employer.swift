/// Someone who employs people, and asks for permits to employ foreigners.
package enum Employer: Numbered {
  package static let letter: Character = "E"
}

/// What an employer is.
package enum EmployerForm: String, Hashable, Sendable, CaseIterable {
  case company
  /// A sole entrepreneur, or several who work jointly.
  case entrepreneur
  case branch, representation
  /// A state body or enterprise.
  case state
  /// Somebody who employs people in the household.
  case privatePerson = "private-person"

  package var name: LocalizedText {
    switch self {
    case .company: .message("employer-kind.company")
    case .entrepreneur: .message("employer-kind.entrepreneur")
    case .branch: .message("employer-kind.branch")
    case .representation: .message("employer-kind.representation")
    case .state:
      .message("employer-kind.state")
    case .privatePerson: .message("employer-kind.private-person")
    }
  }
}

/// The class of an entrepreneur's size, by the Entrepreneurial Code; the smallest are `small` too.
package enum EmployerSize: String, Hashable, Sendable, CaseIterable {
  case small, medium, large
}

/// An employer as it is held.
package struct EmployerRecord: Hashable, Sendable {
  package let number: Number<Employer>
  /// A BIN; of a sole entrepreneur or a private person, the IIN.
  package let identifier: String
  package let name: String
  /// The stable code of the region in which it is registered.
  package let region: String
  /// The letter of an ``ActivitySection``; nil where it is not known.
  package let section: String?
  package let form: EmployerForm
  package let size: EmployerSize?

  package init(
    number: Number<Employer>, identifier: String, name: String, region: String, section: String?,
    form: EmployerForm, size: EmployerSize?
  ) {
    self.number = number
    self.identifier = identifier
    self.name = name
    self.region = region
    self.section = section
    self.form = form
    self.size = size
  }
}

/// An employer as people name it: by its number, or by its BIN or IIN.
package enum EmployerReference: Hashable, Sendable {
  case number(Number<Employer>)
  case identifier(String)

  /// Throws `number.invalid` for a mistyped number; of a BIN or IIN only the register can tell.
  package init(_ text: String) throws(Failure) {
    guard text.first?.isNumber == true else {
      self = .number(try Number<Employer>(text))
      return
    }
    self = .identifier(text)
  }
}

extension EmployerReference: CustomStringConvertible {
  package var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .identifier(let identifier): identifier
    }
  }
}
