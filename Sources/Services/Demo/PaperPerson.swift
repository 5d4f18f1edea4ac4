internal import Domain

/// A person who applies, with every spelling of the names.
struct PaperPerson {
  var relation: Relation
  var sex: Sex
  var given: NameForms?
  var father: NameForms?
  var surname: NameForms?
  var birth: PartialDate?
  /// ISO 3166-1 alpha-3 of the country whose papers the person holds.
  var country: String
  /// The row of the intake, or of a stranger a row without names and numbers.
  var row: IntakeRow
  /// Nobody of the intake.
  var isStranger = false
  /// What the person's paper must show, so that who it is can be told: the father of a namesake.
  var showsFather = false
  var showsSurname = false
  /// No slip of the pen and no loss of the date: the likeness is the difficulty.
  var isCareful = false
  var changes: [PaperChange] = []
  /// The reference of the family in the intake; empty for a stranger.
  var source = ""

  var isFemale: Bool { sex == .female }

  /// Age in whole years in a year, near enough; 0 where the birth is not known.
  func age(in year: Int) -> Int { birth.map { max(0, year - $0.year) } ?? 0 }

  /// Reads a row of the intake; names that no list has are spelled by rules.
  init?(_ row: IntakeRow, names: NameLookup, country: String) {
    guard let relation = Relation(rawValue: row[.relation]), let sex = Sex(rawValue: row[.sex])
    else { return nil }
    self.relation = relation
    self.sex = sex
    self.row = row
    self.country = country
    source = row[.familyRef]
    birth = PartialDate(iso: row[.birthDate])
    let isFemale = sex == .female
    let isCyrillic = NameScript.of(row[.givenName]) == .cyrillic
    given = names.given(row[.givenName], isFemale) ?? names.given(row[.givenNameLatin], isFemale)
    if given == nil, isCyrillic { given = NameForms(cyrillic: row[.givenName]) }
    if NameScript.of(row[.patronymic]) == .cyrillic {
      father = names.father(ofPatronymic: row[.patronymic])
    }
    readFamilyName(names)
  }

  /// A surname in -ов, -ев, -ин; anything else that stands there is the father's name.
  private mutating func readFamilyName(_ names: NameLookup) {
    let text = row[.familyName]
    if let known = names.surname(text) ?? names.surname(row[.familyNameLatin]) {
      surname = known
    } else if NameScript.of(text) == .cyrillic {
      let masculine = isFemale && text.hasSuffix("а") ? String(text.dropLast()) : text
      if ["ов", "ев", "ин"].contains(where: masculine.lowercased().hasSuffix) {
        surname = NameForms(surname: masculine)
      } else if father == nil {
        father = names.father(text) ?? NameForms(cyrillic: text)
      }
    }
  }

  /// A stranger who comes from where a registered person came.
  init(
    stranger relation: Relation, _ sex: Sex, given: NameForms, father: NameForms?,
    surname: NameForms?, birth: PartialDate?, country: String
  ) {
    self.relation = relation
    self.sex = sex
    self.given = given
    self.father = father
    self.surname = surname
    self.birth = birth
    self.country = country
    row = IntakeRow(line: 0)
    row[.citizenship] = country
    row[.ethnicity] = "kazakh"
    row[.education] = "secondary"
    isStranger = true
  }
}
