package import Domain
package import Storage

/// Adds a document of identity to a person; earlier ones stay.
package struct AddDocument: PersonAct {
  package static let name = "person.add-document"

  package var person: Number<Person>
  package var document: IdentityDocument
  package var ground: Ground

  package init(person: Number<Person>, document: IdentityDocument, ground: Ground) {
    self.person = person
    self.document = document
    self.ground = ground
  }

  package var detail: String { line("\(document.type) \(document.number)") }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    _ = try known(in: transaction)
    try check(given: facts)
    guard try !PersonTable.documents(of: person, in: transaction).contains(document) else {
      throw Failure(
        .factHeld, "\(person) has the \(document.type) \(document.number) already")
    }
    try PersonTable.insert(document, of: person, in: transaction)
    return person.raw
  }

  private func check(given facts: Facts) throws(Failure) {
    for (field, text) in [("type", document.type), ("number", document.number)] {
      guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw Failure(.fieldValue, "the document's \(field) is empty or has a control character")
      }
      guard text.count <= IntakeReader.longestText else {
        throw Failure(
          .fieldTooLong,
          "the document's \(field) has more than \(IntakeReader.longestText) characters")
      }
    }
    if let issuer = document.issuer, try !Reference.countries().contains(issuer) {
      throw Failure(
        .countryUnknown, "“\(issuer)” is not the code of a country",
        hint: "give ISO 3166-1 alpha-3 such as UZB, or the code that the paper prints")
    }
    if let issued = document.issued, issued > facts.today {
      throw Failure(.dateOrder, "the document would be issued on \(issued), which is to come")
    }
    if let issued = document.issued, let expires = document.expires, issued > expires {
      throw Failure(
        .dateOrder, "the document would expire on \(expires), before it was issued on \(issued)")
    }
  }
}
