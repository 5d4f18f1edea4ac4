/// What is known of one person for matching, from a form or from the register.
///
/// Names are read once here; a comparison reads nothing anew.
package struct MatchPerson: Sendable {
  /// The number in the register, or the line of a file.
  package let id: Int64
  package let names: [NameReading]
  package let sex: Sex
  /// More than one where papers or corrections differ.
  package let birthDates: [PartialDate]
  package let iin: String?
  package let documents: [MatchDocument]
  /// ISO 3166-1 alpha-3.
  package let citizenships: [String]
  package let originCountry: String?
  package let originPlace: String?
  /// What the person is to the head of the family.
  package let relation: Relation

  /// The names by which the father is called in the family he belongs to as well.
  package private(set) var kinFather: [NameWord] = []
  /// The names sorted by what they may be.
  let card: NameCard
  /// The birth dates with the one that the IIN states.
  let knownBirthDates: [PartialDate]
  /// Citizenships and the country of origin: people come from one and become citizens of another.
  let countries: [String]
  /// The place of origin, folded; nil where it is not given.
  let place: String?

  package init(
    id: Int64, names: [NameReading], sex: Sex, birthDates: [PartialDate], iin: String? = nil,
    documents: [MatchDocument] = [], citizenships: [String] = [], originCountry: String? = nil,
    originPlace: String? = nil, relation: Relation
  ) {
    self.id = id
    self.names = names
    self.sex = sex
    self.birthDates = birthDates
    self.iin = iin
    self.documents = documents
    self.citizenships = citizenships
    self.originCountry = originCountry
    self.originPlace = originPlace
    self.relation = relation
    var dates = birthDates
    if let iin, let number = try? IIN(iin), let birth = number.birthDate {
      let stated = PartialDate(birth)
      if !dates.contains(stated) { dates.append(stated) }
    }
    knownBirthDates = dates
    var countries = citizenships
    if let originCountry, !countries.contains(originCountry) { countries.append(originCountry) }
    self.countries = countries
    card = NameCard(names, isCrossed: false, hasClans: Self.hasClans(countries))
    let folded = originPlace.map { NameFolding.folded($0) }
    place = folded?.isEmpty == true ? nil : folded
  }

  /// A member of a form; `family` lends the place and country of origin.
  package init(_ member: MemberForm, id: Int64, of family: FamilyForm) {
    self.init(
      id: id, names: member.names.map { NameReading($0) }, sex: member.sex,
      birthDates: member.birthDate.map { [$0] } ?? [], iin: member.iin.map(\.description),
      documents: member.document.map { [MatchDocument($0)] } ?? [],
      citizenships: member.citizenship.map { [$0] } ?? [], originCountry: family.originCountry,
      originPlace: family.originPlace, relation: member.relation)
  }

  /// The same person, whose father is a member of the family.
  func with(father: MatchPerson) -> MatchPerson {
    var person = self
    person.kinFather = father.givenWords
    // His paper may have the parts exchanged.
    for word in father.card.second where !person.kinFather.contains(word) {
      person.kinFather.append(word)
    }
    return person
  }

  /// The names, taken to have given and family name in each other's place.
  var crossedCard: NameCard {
    NameCard(names, isCrossed: true, hasClans: Self.hasClans(countries))
  }

  /// China and Mongolia write the father's given name where others have the family name.
  private static func hasClans(_ countries: [String]) -> Bool {
    !countries.isEmpty && !countries.contains { $0 == "CHN" || $0 == "MNG" }
  }

  /// The words that may be the given name: where the paper says so, or does not say.
  var givenWords: [NameWord] { words { $0 == .given || $0 == .unknown } }

  /// The words that may be the father's name.
  var fatherWords: [NameWord] { words { $0 == .father } }

  private func words(_ isWanted: (NameReading.Role) -> Bool) -> [NameWord] {
    var words: [NameWord] = []
    for name in names {
      for part in name.words where isWanted(part.role) && !words.contains(part.word) {
        words.append(part.word)
      }
    }
    return words
  }
}
