/// What a dated fact about a person may say, kind by kind.
package struct FactValues: Sendable {
  package let countries: CountryRegister
  /// ISO 639-3.
  package let languages: FactTerms
  /// Groups of the standardized specific needs codes (UNHCR, IOM/030-FOM/030/2009).
  package let needs: FactTerms
  /// What a person is by the law: kandas, refugee, permanent resident.
  package let statuses: FactTerms
  /// The grounds on which a foreigner lives here.
  package let residences: FactTerms

  package init(
    countries: CountryRegister, languages: FactTerms, needs: FactTerms, statuses: FactTerms,
    residences: FactTerms
  ) {
    self.countries = countries
    self.languages = languages
    self.needs = needs
    self.statuses = statuses
    self.residences = residences
  }

  /// The value as the register keeps it; throws `field.value`, `field.too-long` or
  /// `country.unknown`.
  package func value(_ text: String, of kind: PersonFactKind) throws(Failure) -> String {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw Failure(.fieldValue, "\(kind.rawValue): the text is empty or has a control character")
    }
    guard text.count <= IntakeReader.longestText else {
      throw Failure(
        .fieldTooLong, "\(kind.rawValue): more than \(IntakeReader.longestText) characters")
    }
    switch kind {
    case .citizenship: return try countries.resolve(text).code
    case .language: return try term(text, of: kind, in: languages, "a code of ISO 639-3")
    case .need: return try term(text, of: kind, in: needs, "a group of specific needs")
    case .status: return try term(text, of: kind, in: statuses, "a status")
    case .residence: return try term(text, of: kind, in: residences, "a ground of residence")
    case .abroad: return try countryAbroad(text)
    case .education:
      let words = Education.allCases.map(\.rawValue)
      guard words.contains(text) else { throw Self.none(text, kind, of: words) }
    case .occupation: try Self.checkOccupation(text)
    case .phone: try Self.checkPhone(text)
    case .email: try Self.checkEmail(text)
    case .death:
      throw Failure(
        .fieldValue, "a death is recorded as an act of its own, not as a plain fact",
        hint: "kosh family death, or kosh person death of one who belongs to no family")
    }
    return text
  }

  /// The name of a coded value; nil for words and numbers.
  package func name(of value: String, _ kind: PersonFactKind) -> LocalizedText? {
    switch kind {
    case .citizenship, .abroad: countries.name(value)
    case .language: languages.term(value)?.name
    case .need: needs.term(value)?.name
    case .status: statuses.term(value)?.name
    case .residence: residences.term(value)?.name
    default: nil
    }
  }

  /// How the code of a value came to us; nil where the value is no code of a list.
  package func citation(of value: String, _ kind: PersonFactKind) -> Citation? {
    switch kind {
    case .language: languages.term(value)?.citation
    case .need: needs.term(value)?.citation
    case .status: statuses.term(value)?.citation
    case .residence: residences.term(value)?.citation
    default: nil
    }
  }

  private func countryAbroad(_ text: String) throws(Failure) -> String {
    let country = try countries.resolve(text).code
    guard country != "KAZ" else {
      throw Failure(
        .fieldValue, "abroad: Kazakhstan is not abroad",
        hint: "of a return: kosh person end PERSON abroad --on DATE --reason TEXT")
    }
    return country
  }

  private func term(
    _ text: String, of kind: PersonFactKind, in terms: FactTerms, _ list: String
  ) throws(Failure) -> String {
    if let term = terms.resolve(text) { return term.code }
    throw Failure(
      .fieldValue, "\(kind.rawValue): “\(text)” is not \(list) that Kosh knows",
      hint: "give one of \(terms.all.map { "\($0.code) (\($0.name.en))" }.joined(separator: ", "))")
  }

  private static func none(_ text: String, _ kind: PersonFactKind, of words: [String]) -> Failure {
    Failure(
      .fieldValue, "\(kind.rawValue): “\(text)” is none of \(words.joined(separator: ", "))")
  }

  /// Words, or a code of NK RK 01-2017 with or without words behind it: `4110-9 clerk`.
  ///
  /// Its major groups are 1 to 9 and X; a group has one to four digits, an occupation a hyphen
  /// and one digit more.
  private static func checkOccupation(_ text: String) throws(Failure) {
    let first = text.prefix { $0 != " " }
    let isCode = first.utf8.contains { isDigit($0) }
    guard isCode else { return }
    let halves = first.split(separator: "-", omittingEmptySubsequences: false)
    let group = halves[0].utf8
    let isGroup =
      group.first.map { $0 == UInt8(ascii: "X") || (isDigit($0) && $0 != UInt8(ascii: "0")) }
      == true && group.dropFirst().allSatisfy(isDigit) && group.count <= 4
    let isWhole =
      halves.count == 1
      || (halves.count == 2 && group.count == 4 && halves[1].utf8.count == 1
        && halves[1].utf8.allSatisfy(isDigit))
    guard isGroup, isWhole else {
      throw Failure(
        .fieldValue, "occupation: “\(first)” is not a code of the classifier NK RK 01-2017",
        hint: "such as 4110-9, or 41; groups are 1 to 9 and X; words alone are taken too")
    }
  }

  /// Digits with spaces, hyphens and brackets between them; a plus may stand first.
  private static func checkPhone(_ text: String) throws(Failure) {
    let digits = text.utf8.count { isDigit($0) }
    let rest = text.hasPrefix("+") ? text.dropFirst() : text[...]
    let isPlain = rest.utf8.allSatisfy { isDigit($0) || " -()".utf8.contains($0) }
    guard isPlain, (5...15).contains(digits) else {
      throw Failure(
        .fieldValue, "phone: “\(text)” is not a telephone number of 5 to 15 digits",
        hint: "such as +7 701 000 00 01")
    }
  }

  private static func checkEmail(_ text: String) throws(Failure) {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    let labels = halves.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard halves.count == 2, !halves[0].isEmpty, labels.count >= 2,
      labels.allSatisfy({ !$0.isEmpty }), !text.contains(" "), !text.contains(",")
    else {
      throw Failure(
        .fieldValue, "email: “\(text)” is not an address", hint: "such as name@example.kz")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
