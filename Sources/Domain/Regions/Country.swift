/// A country, or another code that a travel document may carry in a country's place.
package struct Country: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// ISO 3166-1.
    case country
    /// Only in travel documents, by ICAO Doc 9303: Germany's `D`, stateless people, the UN.
    case document
    /// Of a state that is gone, on papers that remain: `SUN`.
    case historic
  }

  /// ISO 3166-1 alpha-3, or the document's code; one letter for `D`.
  package let code: String
  /// ISO 3166-1 alpha-2; none for the codes of documents.
  package let alpha2: String?
  package let kind: Kind
  /// Kazakh and Russian fall back to English where the country is not among those met here.
  package let name: LocalizedText

  package init(code: String, alpha2: String?, kind: Kind, name: LocalizedText) {
    self.code = code
    self.alpha2 = alpha2
    self.kind = kind
    self.name = name
  }
}
