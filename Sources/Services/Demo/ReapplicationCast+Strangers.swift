internal import Domain

/// People of no intake, most of them much like somebody of it.
extension ReapplicationCast {
  /// An application of a stranger who is like a member of the family; nil where nobody fits.
  ///
  /// `bringsModel` lets a twin come with the one who is registered, where that one does not come
  /// with the family.
  func stranger(
    _ kind: PaperChange, like family: ReapplicationParty, bringsModel: Bool,
    _ random: inout SeededRandom
  ) -> ReapplicationParty? {
    let grown = family.people.filter { $0.age(in: today.year) >= 18 }
    guard !grown.isEmpty else { return nil }
    var model = grown[random.below(grown.count)]
    let stranger: PaperPerson?
    switch kind {
    case .relative: stranger = relative(of: model, in: family, &random)
    case .namesake: stranger = namesake(of: model, &random)
    case .twin: stranger = twin(of: model, in: family, &random)
    case .fatherOrSon: stranger = fatherOrSon(of: model, in: family, &random)
    default: stranger = newcomer(from: family.country, &random)
    }
    guard var stranger else { return nil }
    stranger.changes.insert(kind, at: 0)
    var party = ReapplicationParty([stranger], country: family.country)
    if kind == .twin, bringsModel, random.chance(400) {
      model.relation = .head
      model.changes = [.cameAlone]
      party.people[0].relation = stranger.isFemale ? .sister : .brother
      party.people.insert(model, at: 0)
      return party
    }
    if kind == .newFamily || random.chance(300) { found(&party, &random) }
    return party
  }

  private func newcomer(from country: String, _ random: inout SeededRandom) -> PaperPerson {
    let sex = random.chance(300) ? Sex.female : .male
    let birth = today.adding(days: -7000 - random.below(16_000))
    return PaperPerson(
      stranger: .head, sex, given: names.given(sex, &random),
      father: names.father(&random),
      surname: names.surname(&random), birth: PartialDate(birth),
      country: country)
  }

  /// A brother or sister, or a cousin, who never applied.
  private func relative(
    of model: PaperPerson, in family: ReapplicationParty, _ random: inout SeededRandom
  ) -> PaperPerson? {
    guard let birth = model.birth, model.father != nil else { return nil }
    let sex = random.chance(400) ? Sex.female : .male
    guard let given = unknown(in: family, { names.given(sex, &random) }) else { return nil }
    let years = (1 + random.below(9)) * (random.chance(500) ? 1 : -1)
    let year = min(birth.year + years, today.year - 1)
    guard year != birth.year,
      let day = PartialDate(year: year, month: 1 + random.below(12), day: 1 + random.below(28))
    else { return nil }
    let isCousin = random.chance(300)
    return PaperPerson(
      stranger: .head, sex, given: given,
      father: isCousin ? names.father(&random) : model.father,
      surname: model.surname, birth: day, country: family.country)
  }

  /// Born on the same day, of the same name, and of another father; now and then the father's
  /// name is the same too, and the surname alone tells two men apart.
  private func namesake(of model: PaperPerson, _ random: inout SeededRandom) -> PaperPerson? {
    guard let birth = model.birth, birth.exact != nil, let given = model.given,
      let father = model.father
    else { return nil }
    let otherSurname = names.surname(&random)
    let otherFather = names.father(&random)
    let isOneFather = !model.isFemale && model.surname != nil && random.chance(300)
    if isOneFather, model.surname?.sharesSpelling(with: otherSurname) ?? true { return nil }
    if !isOneFather, father.sharesSpelling(with: otherFather) { return nil }
    let keepsSurname = !isOneFather && random.chance(500)
    var person = PaperPerson(
      stranger: .head, model.sex, given: given, father: isOneFather ? father : otherFather,
      surname: model.surname == nil ? nil : keepsSurname ? model.surname : otherSurname,
      birth: birth, country: model.country)
    person.showsFather = true
    person.showsSurname = isOneFather
    person.isCareful = true
    if isOneFather { person.changes.append(.otherSurname) }
    return person
  }

  /// Pairs of names that twins are given.
  private static let twins: [(Sex, String, String)] = [
    (.male, "Асан", "Үсен"), (.male, "Хасан", "Хусейн"), (.male, "Ерлан", "Ержан"),
    (.male, "Нұрлан", "Нұржан"), (.male, "Серік", "Берік"), (.male, "Айдос", "Айбол"),
    (.female, "Айгүл", "Айсұлу"), (.female, "Фатима", "Зухра"), (.female, "Айжан", "Айдана"),
  ]

  private func twin(
    of model: PaperPerson, in family: ReapplicationParty, _ random: inout SeededRandom
  ) -> PaperPerson? {
    guard let birth = model.birth, birth.exact != nil, let given = model.given,
      model.father != nil
    else { return nil }
    let pair = Self.twins.first { $0.0 == model.sex && [$0.1, $0.2].contains(given.kazakh) }
    let usual = pair.map { NameForms(cyrillic: $0.1 == given.kazakh ? $0.2 : $0.1) }
    guard let name = unknown(in: family, { usual ?? alike(given, model.sex, &random) }) else {
      return nil
    }
    var person = PaperPerson(
      stranger: .head, model.sex, given: name, father: model.father, surname: model.surname,
      birth: birth, country: family.country)
    person.isCareful = true
    return person
  }

  private func fatherOrSon(
    of model: PaperPerson, in family: ReapplicationParty, _ random: inout SeededRandom
  ) -> PaperPerson? {
    guard let birth = model.birth, !model.isFemale, let given = model.given,
      let father = model.father
    else { return nil }
    let isSon = birth.year + 52 <= today.year && random.chance(600)
    let year = birth.year + (20 + random.below(13)) * (isSon ? 1 : -1)
    guard year > 1921,
      let day = PartialDate(year: year, month: birth.month, day: min(birth.day ?? 1, 28)),
      let name = unknown(in: family, { isSon ? alike(given, .male, &random) : father })
    else { return nil }
    var person = PaperPerson(
      stranger: .head, .male, given: name,
      father: isSon ? given : alike(father, .male, &random), surname: model.surname,
      birth: day, country: family.country)
    person.isCareful = true
    return person
  }

  /// A name that begins alike and differs in its consonants; any other where there is none.
  private func alike(_ name: NameForms, _ sex: Sex, _ random: inout SeededRandom) -> NameForms {
    let list = sex == .male ? names.male : names.female
    let start = name.kazakh.prefix(2)
    let near = list.filter { $0.kazakh.hasPrefix(start) && !$0.sharesSpelling(with: name) }
    return near.isEmpty ? names.given(sex, &random) : near[random.below(near.count)]
  }

  /// A name that no member of the family bears in any spelling; nil after a few draws.
  private func unknown(
    in family: ReapplicationParty, _ draw: () -> NameForms
  ) -> NameForms? {
    for _ in 0..<4 {
      let name = draw()
      let isKnown = family.people.contains { $0.given?.sharesSpelling(with: name) ?? false }
      if !isKnown { return name }
    }
    return nil
  }
}
