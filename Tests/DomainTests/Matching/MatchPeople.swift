import Domain
import Seeds
import Testing

/// People made up for the tests of matching, written as briefly as a form.
enum MatchPeople {
  static let matcher = Result {
    Matcher(weights: try Seeds.matchWeights(), frequencies: NameFrequencies())
  }

  /// A person: “family given patronymic” in one script, or a full name after “=”.
  ///
  /// `paper` is a passport number of the country `from`.
  static func person(
    _ id: Int64, _ name: String, _ sex: Sex, _ birth: String?, _ relation: Relation = .head,
    paper: String? = nil, from: String = "CHN", iin: String? = nil, place: String? = nil
  ) -> MatchPerson {
    MatchPerson(
      id: id, names: name.split(separator: "+").map { NameReading(Self.name(String($0))) },
      sex: sex, birthDates: birth.flatMap { PartialDate(iso: $0) }.map { [$0] } ?? [], iin: iin,
      documents: paper.map { [MatchDocument(type: "passport", number: $0, issuer: from)] } ?? [],
      citizenships: [from], originCountry: from, originPlace: place, relation: relation)
  }

  private static func name(_ text: String) -> PersonName {
    let script = NameScript.of(text)
    if text.hasPrefix("=") {
      return PersonName(script: script, fullName: String(text.dropFirst()))
    }
    // “-” stands for a part that is not there.
    let parts = text.split(separator: " ").map { $0 == "-" ? nil : String($0) as String? }
    return PersonName(
      script: script, familyName: parts.first ?? nil, givenName: parts.dropFirst().first ?? nil,
      patronymic: parts.dropFirst(2).first ?? nil)
  }

  /// The family that the register knows: parents and three children, two of them twins.
  static let registered = MatchFamily(
    id: 100,
    members: [
      person(101, "Оспанов Серік Қайратұлы", .male, "1975-04-12", .head, paper: "E1000001"),
      person(102, "Жумабаева Гүлнар Болатқызы", .female, "1978-09-03", .spouse, paper: "E1000002"),
      person(103, "Оспанов Нұрлан Серікұлы", .male, "2000-02-11", .son, paper: "E1000003"),
      person(104, "Оспанов Азамат Серікұлы", .male, "2003-07-21", .son, paper: "E1000004"),
      person(105, "Оспанов Дәурен Серікұлы", .male, "2003-07-21", .son, paper: "E1000005"),
    ])
}
