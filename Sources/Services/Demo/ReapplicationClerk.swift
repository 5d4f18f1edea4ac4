internal import Domain

/// Takes down one application: names in a hand, dates with slips, and the numbers of new papers.
struct ReapplicationClerk {
  let odds: ReapplicationOdds
  let today: LocalDate
  let reference: String

  /// The rows as the office writes them, the head's first.
  func write(
    _ party: ReapplicationParty, _ press: inout NumberPress, _ random: inout SeededRandom
  ) -> [PaperPerson] {
    let hands = party.country == "CHN" ? odds.hands.china : odds.hands.elsewhere
    let hand = hands.draw(&random)
    let writer = PaperWriter(odds, &random)
    let isAllNew = random.chance(odds.allDocumentsNew)
    var people = party.people
    for index in people.indices {
      let own = random.chance(odds.ownHand) ? hands.draw(&random) : hand
      birth(&people[index], isAlone: people.count == 1, &random)
      writer.write(&people[index], in: own, &random)
      numbers(&people[index], isAllNew, &press, &random)
      people[index].row[.familyRef] = reference
      people[index].row[.relation] = people[index].relation.rawValue
      people[index].row[.sex] = people[index].sex.rawValue
      people[index].row[.birthDate] = people[index].birth.map { "\($0)" } ?? ""
      for field in IntakeField.ofFamily { people[index].row[field] = "" }
    }
    people[0].row[.originCountry] = party.country
    people[0].row[.originPlace] = random.chance(500) ? party.place : ""
    people[0].row[.arrivalDate] = "\(today.adding(days: -random.below(300)))"
    people[0].row[.destinationRegion] = FamilyGenerator.settlementRegions.draw(&random)
    return people
  }

  /// Who comes alone brings a date of birth, as nothing else would be left to know them by.
  private func birth(
    _ person: inout PaperPerson, isAlone: Bool, _ random: inout SeededRandom
  ) {
    let slip = odds.births.draw(&random)
    guard let birth = person.birth, !person.isCareful, !(isAlone && slip == .bornUnknown),
      let slipped = BirthSlip.apply(slip, to: birth, today: today, &random)
    else { return }
    person.birth = slipped.birth
    person.changes.append(slipped.change)
  }

  private func numbers(
    _ person: inout PaperPerson, _ isAllNew: Bool, _ press: inout NumberPress,
    _ random: inout SeededRandom
  ) {
    let isNew = isAllNew || person.isStranger || random.chance(odds.documentNew)
    if isNew, !person.row[.documentNumber].isEmpty || person.isStranger {
      person.row[.documentType] = "passport"
      person.row[.documentNumber] = press.passport(of: person.country, &random)
      person.row[.documentIssuer] = person.country
      person.row[.documentExpires] = "\(today.adding(days: 30 + random.below(3600)))"
      if !person.isStranger { person.changes.append(.newDocument) }
    }
    let isOut = random.chance(odds.noIIN)
    if person.isStranger {
      if !isOut, let day = person.birth?.exact {
        person.row[.iin] = press.iin(day, person.sex, &random)
      }
    } else if isOut, !person.row[.iin].isEmpty {
      person.row[.iin] = ""
      person.changes.append(.noIIN)
    }
  }
}
