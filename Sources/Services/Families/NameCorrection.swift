package import Domain
internal import Storage

/// How a paper writes a name, as it is known now: takes the place of the name of the same script
/// on the same paper, or stands beside the others where there is none.
package struct NameCorrection: Hashable, Sendable {
  /// Nil for the script of the parts.
  package var script: NameScript?
  package var familyName: String?
  package var givenName: String?
  package var patronymic: String?
  /// Of a paper that does not part the name.
  package var fullName: String?
  /// The paper; nil for the form itself.
  package var paper: String?
  /// Parts that the paper does not have after all.
  package var without: [IntakeField]

  package init(
    script: NameScript? = nil, familyName: String? = nil, givenName: String? = nil,
    patronymic: String? = nil, fullName: String? = nil, paper: String? = nil,
    without: [IntakeField] = []
  ) {
    self.script = script
    self.familyName = familyName
    self.givenName = givenName
    self.patronymic = patronymic
    self.fullName = fullName
    self.paper = paper
    self.without = without
  }

  /// Writes the name and enters its words into the index; gives it in words.
  ///
  /// Parts that are not given stay as they were. Throws `person.no-name` where none is left,
  /// `field.value` and `field.too-long`, and `fact.held`.
  func perform(on person: Number<Person>, in transaction: Transaction) throws(Failure) -> String {
    let given = [familyName, givenName, patronymic, fullName].compactMap(\.self)
    for text in given { try FreeText.check(text, "a part of the name") }
    try FreeText.check(paper, "the paper")
    guard let script = script ?? given.first.map(NameScript.of) else {
      throw Failure(.fieldRequired, "say which name is meant, by its script or its parts")
    }
    let (old, number) = try held(in: script, by: person, in: transaction)
    let new = name(in: script, replacing: old)
    guard !new.display.isEmpty else {
      throw Failure(.personNoName, "nothing would be left of the name in \(script.rawValue)")
    }
    guard new != old else {
      throw Failure(.factHeld, "the name is held as “\(new.display)” already")
    }
    try PersonTable.replaceName(by: new, of: number, in: transaction)
    let place = paper.map { " on \($0)" } ?? ""
    return "name in \(script.rawValue)\(place) \(old?.display ?? "not known") → \(new.display)"
  }

  /// The name that is corrected, and the number of the person under which it stands.
  private func held(
    in script: NameScript, by person: Number<Person>, in transaction: Transaction
  ) throws(Failure) -> (name: PersonName?, number: Number<Person>) {
    for number in try PersonLinkTable.cluster(of: person, in: transaction) {
      let old = try PersonTable.names(under: [number], in: transaction)
        .first { $0.script == script && $0.paper == paper }
      if let old { return (old, number) }
    }
    return (nil, person)
  }

  private func name(in script: NameScript, replacing old: PersonName?) -> PersonName {
    var name = old ?? PersonName(script: script, paper: paper)
    if familyName != nil || givenName != nil || patronymic != nil { name.fullName = nil }
    if fullName != nil { name = PersonName(script: script, paper: paper) }
    name.familyName = familyName ?? name.familyName
    name.givenName = givenName ?? name.givenName
    name.patronymic = patronymic ?? name.patronymic
    name.fullName = fullName ?? name.fullName
    if without.contains(.familyName) { name.familyName = nil }
    if without.contains(.givenName) { name.givenName = nil }
    if without.contains(.patronymic) { name.patronymic = nil }
    return name
  }
}
