/// Turns the rows of one family into a form, or says everything that is wrong with them.
///
/// The same checks serve a file, a JSON form and the flags of a command. The source of the format
/// is the intake form itself; of the IIN rules, Resolution 406 of 2007 as practised.
package struct IntakeReader: Sendable {
  package let regions: RegionRegister
  package let countries: CountryRegister
  /// The day of registration: no one is born after it, and regions are those of that day.
  package let today: LocalDate

  /// The longest text a field may hold, in characters.
  package static let longestText = 200

  package init(regions: RegionRegister, countries: CountryRegister, today: LocalDate) {
    self.regions = regions
    self.countries = countries
    self.today = today
  }

  /// What became of the rows of a family.
  package struct Reading: Sendable {
    /// Nil where there are problems.
    package var form: FamilyForm?
    package var problems: [IntakeProblem]
    package var warnings: [IntakeProblem]

    package init(
      form: FamilyForm? = nil, problems: [IntakeProblem] = [], warnings: [IntakeProblem] = []
    ) {
      self.form = form
      self.problems = problems
      self.warnings = warnings
    }
  }

  /// Reads the rows of one family; every problem of every row is listed.
  package func read(_ rows: [IntakeRow]) -> Reading {
    var desk = IntakeDesk(reader: self)
    var members: [MemberForm] = []
    var headRow: IntakeRow?
    for row in rows {
      desk.row = row
      guard let member = desk.member() else { continue }
      if member.relation == .head {
        if headRow == nil {
          headRow = row
          members.insert(member, at: 0)
          continue
        }
        desk.refuse(.relation, .familyTwoHeads, "the family has more than one head")
      }
      members.append(member)
    }
    guard let headRow else {
      desk.row = rows.first ?? IntakeRow(line: 0)
      // A head that could not be read is one problem, not two.
      if !rows.contains(where: { $0[.relation] == Relation.head.rawValue }) {
        desk.refuse(.relation, .familyNoHead, "no member of the family is its head")
      }
      return Reading(problems: desk.problems, warnings: desk.warnings)
    }
    desk.checkNumbers(of: rows)
    desk.warnOfFamilyFields(in: rows, besides: headRow.line)
    desk.row = headRow
    let form = desk.family(of: members)
    guard desk.problems.isEmpty else {
      return Reading(problems: desk.problems, warnings: desk.warnings)
    }
    return Reading(form: form, warnings: desk.warnings)
  }
}

/// The desk at which one family's rows are read: gathers problems as it goes.
struct IntakeDesk {
  let reader: IntakeReader
  var row = IntakeRow(line: 0)
  var problems: [IntakeProblem] = []
  var warnings: [IntakeProblem] = []

  init(reader: IntakeReader) { self.reader = reader }

  mutating func refuse(_ field: IntakeField, _ code: Code, _ message: String) {
    problems.append(
      IntakeProblem(
        line: row.line, familyRef: row[.familyRef], field: field, code: code, message: message,
        value: row[field]))
  }

  mutating func warn(_ field: IntakeField, _ code: Code, _ message: String) {
    warnings.append(
      IntakeProblem(
        line: row.line, familyRef: row[.familyRef], field: field, code: code, message: message,
        value: row[field]))
  }

  // MARK: One person

  /// The row's person, or nil where something in the row cannot be taken.
  mutating func member() -> MemberForm? {
    let before = problems.count
    let zoneName = takeZone()
    // What a broken zone would have filled is not missing from the form.
    guard problems.count == before else { return nil }
    let relation: Relation? = word(.relation, required: true)
    let sex: Sex? = word(.sex, required: true)
    let names = names(zoneName)
    let birth = birthDate()
    let iin = iin(birth: birth, sex: sex)
    let document = document()
    let citizenship = country(.citizenship)
    let education: Education? = word(.education, required: false)
    let ethnicity = text(.ethnicity)
    let occupation = text(.occupation)
    guard problems.count == before, let relation, let sex else { return nil }
    return MemberForm(
      relation: relation, names: names, sex: sex, birthDate: birth, iin: iin,
      citizenship: citizenship, ethnicity: ethnicity, document: document, education: education,
      occupation: occupation)
  }

  /// The names of the form, and the one that the zone of a paper writes.
  private mutating func names(_ zoneName: PersonName?) -> [PersonName] {
    var names: [PersonName] = []
    let family = text(.familyName)
    let given = text(.givenName)
    let patronymic = text(.patronymic)
    if let sample = given ?? family ?? patronymic {
      names.append(
        PersonName(
          script: NameScript.of(sample), familyName: family, givenName: given,
          patronymic: patronymic))
    }
    let familyLatin = text(.familyNameLatin)
    let givenLatin = text(.givenNameLatin)
    if familyLatin != nil || givenLatin != nil {
      let latin = PersonName(script: .latin, familyName: familyLatin, givenName: givenLatin)
      // What the form copied from the paper letter by letter is one name, not two.
      if latin.familyName != zoneName?.familyName || latin.givenName != zoneName?.givenName {
        names.append(latin)
      }
    }
    if let native = text(.nameNative) {
      names.append(PersonName(script: NameScript.of(native), fullName: native))
    }
    if let zoneName { names.append(zoneName) }
    if names.isEmpty {
      refuse(.givenName, .personNoName, "the person has no name in any script")
    }
    return names
  }

  private mutating func birthDate() -> PartialDate? {
    let text = row[.birthDate]
    guard !text.isEmpty else { return nil }
    guard let date = PartialDate(iso: text) else {
      refuse(
        .birthDate, .dateInvalid,
        "“\(text)” is not a date of the calendar (YYYY, YYYY-MM or YYYY-MM-DD)")
      return nil
    }
    if date.earliest > reader.today {
      refuse(.birthDate, .dateOrder, "the person would be born after \(reader.today)")
    } else if date.latest.year < reader.today.year - 130 {
      refuse(.birthDate, .dateOrder, "the person would be more than 130 years old")
    }
    return date
  }

  private mutating func iin(birth: PartialDate?, sex: Sex?) -> IIN? {
    let text = row[.iin]
    guard !text.isEmpty else { return nil }
    do {
      let iin = try IIN(text)
      for difference in iin.disagreements(birth: birth, sex: sex) {
        warn(.iin, .iinInvalid, difference)
      }
      return iin
    } catch {
      refuse(.iin, error.code, error.detail)
      return nil
    }
  }

  private mutating func document() -> IdentityDocument? {
    let type = text(.documentType)
    let number = text(.documentNumber)
    let issuer = country(.documentIssuer)
    let expires = date(.documentExpires)
    guard let number else {
      if type != nil || issuer != nil || expires != nil {
        refuse(.documentNumber, .fieldRequired, "the document has no number")
      }
      return nil
    }
    guard let type else {
      refuse(.documentType, .fieldRequired, "the document has no type, such as passport")
      return nil
    }
    if let expires, expires < reader.today {
      warn(.documentExpires, .dateOrder, "the document has expired")
    }
    return IdentityDocument(type: type, number: number, issuer: issuer, expires: expires)
  }

  // MARK: The family

  /// One number belongs to one person: the members' IINs must differ.
  mutating func checkNumbers(of rows: [IntakeRow]) {
    for (index, other) in rows.enumerated() where !other[.iin].isEmpty {
      if rows[..<index].contains(where: { $0[.iin] == other[.iin] }) {
        row = other
        refuse(.iin, .iinTaken, "two members of the family have the same IIN")
      }
    }
  }

  mutating func warnOfFamilyFields(in rows: [IntakeRow], besides headLine: Int) {
    for other in rows where other.line != headLine {
      for field in IntakeField.ofFamily where !other[field].isEmpty {
        row = other
        warn(field, .fieldValue, "\(field.name) is read from the head's row only")
      }
    }
  }

  mutating func family(of members: [MemberForm]) -> FamilyForm {
    var region: String?
    let written = row[.destinationRegion]
    if !written.isEmpty {
      do {
        region = try reader.regions.resolve(written, on: reader.today).code
      } catch {
        refuse(.destinationRegion, error.code, error.detail)
      }
    }
    return FamilyForm(
      members: members, originCountry: country(.originCountry), originPlace: text(.originPlace),
      arrivalDate: date(.arrivalDate), destinationRegion: region, phone: text(.phone))
  }

  // MARK: Fields

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ field: IntakeField, required: Bool
  ) -> Word? where Word.RawValue == String {
    let text = row[field]
    if text.isEmpty {
      if required { refuse(field, .fieldRequired, "\(field.name) is required") }
      return nil
    }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    refuse(field, .fieldValue, "“\(text)” is none of \(words)")
    return nil
  }

  private mutating func text(_ field: IntakeField) -> String? {
    let text = row[field]
    guard !text.isEmpty else { return nil }
    if text.utf8.count > IntakeReader.longestText, text.count > IntakeReader.longestText {
      refuse(field, .fieldTooLong, "the text is longer than \(IntakeReader.longestText) characters")
      return nil
    }
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      refuse(field, .fieldValue, "the text contains a control character")
      return nil
    }
    return text
  }

  private mutating func date(_ field: IntakeField) -> LocalDate? {
    let text = row[field]
    guard !text.isEmpty else { return nil }
    guard let date = LocalDate(iso: text) else {
      refuse(field, .dateInvalid, "“\(text)” is not a date of the calendar (YYYY-MM-DD)")
      return nil
    }
    return date
  }

  private mutating func country(_ field: IntakeField) -> String? {
    let text = row[field]
    guard !text.isEmpty else { return nil }
    guard reader.countries.contains(text) else {
      refuse(
        field, .countryUnknown, "“\(text)” is not a country code of ISO 3166-1 (three letters)")
      return nil
    }
    return text
  }
}
