package import Domain
internal import Storage

/// A document as it is known now: takes the place of one that was held wrongly.
///
/// Fields that are not given stay as they were. A document that the person has besides is no
/// correction.
package struct DocumentCorrection: Hashable, Sendable {
  /// The number under which it is held; nil where the person has but one document of the type.
  package var replaces: String?
  package var type: String?
  package var number: String?
  package var issuer: String?
  package var expires: LocalDate?

  package init(
    replaces: String? = nil, type: String? = nil, number: String? = nil, issuer: String? = nil,
    expires: LocalDate? = nil
  ) {
    self.replaces = replaces
    self.type = type
    self.number = number
    self.issuer = issuer
    self.expires = expires
  }

  /// Throws `fact.held`, `field.required`, `field.value` and what the form throws.
  func perform(on person: Number<Person>, _ day: LocalDate, in transaction: Transaction)
    throws(Failure) -> String
  {
    for text in [type, number] { try FreeText.check(text, "a field of the document") }
    if let issuer, try !Reference.countries().contains(issuer) {
      throw Failure(
        .countryUnknown, "“\(issuer)” is not a country code of ISO 3166-1 (three letters)")
    }
    let old = try held(by: person, in: transaction)
    let new = IdentityDocument(
      type: type ?? old.type, number: number ?? old.number, issuer: issuer ?? old.issuer,
      expires: expires ?? old.expires, issued: old.issued)
    guard new != old else {
      throw Failure(.factHeld, "\(old.type) \(old.number) is held so already")
    }
    for number in try PersonLinkTable.cluster(of: person, in: transaction)
    where try PersonTable.documents(under: [number], in: transaction).contains(old) {
      try PersonTable.replaceDocument(
        numbered: old.number, by: new, of: number, in: transaction)
    }
    return "document \(Self.words(old)) → \(Self.words(new))"
  }

  private func held(by person: Number<Person>, in transaction: Transaction) throws(Failure)
    -> IdentityDocument
  {
    let documents = try PersonTable.documents(of: person, in: transaction)
    let found = documents.filter { document in
      if let replaces { return document.number == replaces }
      return type.map { document.type == $0 } ?? true
    }
    guard let first = found.first else {
      throw Failure(
        .fieldValue, "\(person) has no document \(replaces ?? type ?? "") to correct",
        hint: "held: \(documents.map { "\($0.type) \($0.number)" }.joined(separator: ", "))")
    }
    guard found.count == 1 else {
      throw Failure(
        .fieldRequired, "\(person) has \(found.count) such documents",
        hint: "--replaces NUMBER says which: \(found.map(\.number).joined(separator: ", "))")
    }
    return first
  }

  private static func words(_ document: IdentityDocument) -> String {
    [
      "\(document.type) \(document.number)", document.issuer.map { "of \($0)" },
      document.expires.map { "to \($0)" },
    ].compactMap(\.self).joined(separator: " ")
  }
}
