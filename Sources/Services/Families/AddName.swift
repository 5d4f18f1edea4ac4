package import Domain
package import Storage

/// Adds a name to a person, as a paper writes it; earlier names stay.
package struct AddName: PersonAct {
  package static let name = "person.add-name"

  package var person: Number<Person>
  /// The script is that of its letters; the paper is the ground's document.
  package var personName: PersonName
  package var ground: Ground

  package init(person: Number<Person>, name: PersonName, ground: Ground) {
    self.person = person
    personName = name
    personName.paper = ground.document
    self.ground = ground
  }

  package var detail: String { line(personName.display) }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    _ = try known(in: transaction)
    guard personName.paper?.isEmpty == false else {
      throw Failure(.fieldRequired, "a name stands on a paper: say on which")
    }
    try checkParts()
    guard try !PersonTable.names(of: person, in: transaction).contains(personName) else {
      throw Failure(
        .factHeld, "\(person) has the name “\(personName.display)” of this paper already")
    }
    try PersonTable.insert(personName, of: person, in: transaction)
    return person.raw
  }

  private func checkParts() throws(Failure) {
    let parts = [
      personName.familyName, personName.givenName, personName.patronymic, personName.fullName,
    ].compactMap(\.self)
    guard !parts.isEmpty else {
      throw Failure(.personNoName, "the name has no part: give one at least")
    }
    for part in parts {
      guard part.count <= IntakeReader.longestText else {
        throw Failure(.fieldTooLong, "a name has more than \(IntakeReader.longestText) characters")
      }
      guard !part.isEmpty, part.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw Failure(.fieldValue, "a part of the name is empty or has a control character")
      }
    }
  }
}
