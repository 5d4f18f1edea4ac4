/// The countries by their codes.
package struct CountryRegister: Sendable {
  /// In the order of their codes; those of documents only come last.
  package let all: [Country]

  private let byCode: [String: Int]
  private let byAlpha2: [String: Int]

  /// Throws `rule.malformed` where two countries share a code.
  package init(_ countries: [Country]) throws(Failure) {
    all = countries
    var codes: [String: Int] = [:]
    var short: [String: Int] = [:]
    for (index, country) in countries.enumerated() {
      var isNew = codes.updateValue(index, forKey: country.code) == nil
      if let alpha2 = country.alpha2, short.updateValue(index, forKey: alpha2) != nil {
        isNew = false
      }
      guard isNew else {
        throw Failure(.ruleMalformed, "two countries have the code \(country.code)")
      }
    }
    byCode = codes
    byAlpha2 = short
  }

  /// Whether the text is a code of the register, as written: `UZB`, `D`, `XXA`.
  package func contains(_ code: String) -> Bool { byCode[code] != nil }

  package func country(_ code: String) -> Country? { byCode[code].map { all[$0] } }

  package func name(_ code: String) -> LocalizedText? { country(code)?.name }

  /// The country that a code of three letters means, in either case.
  ///
  /// Throws `country.unknown`; the hint gives the right code for one of two letters, or for a
  /// name in one of the three languages.
  package func resolve(_ text: String) throws(Failure) -> Country {
    if let exact = country(text) { return exact }
    let upper = text.uppercased()
    if let found = country(upper) { return found }
    throw Failure(.countryUnknown, "“\(text)” is not the code of a country", hint: hint(upper))
  }

  private func hint(_ upper: String) -> String {
    if let index = byAlpha2[upper] {
      return "the code of three letters is \(all[index].code) (\(all[index].name.en))"
    }
    let named = all.first { country in
      Language.allCases.contains { country.name[$0].uppercased() == upper }
    }
    if let named { return "the code of \(named.name.en) is \(named.code)" }
    return "give ISO 3166-1 alpha-3 such as UZB, CHN or MNG"
  }
}
