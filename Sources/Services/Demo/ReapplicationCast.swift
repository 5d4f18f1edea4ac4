internal import Domain

/// Decides who of a registered family applies again, and which strangers come.
struct ReapplicationCast {
  let names: NameStock
  let today: LocalDate
  let odds: ReapplicationOdds

  private var year: Int { today.year }

  // MARK: Registered families

  /// Who comes of a family.
  func gather(_ family: ReapplicationParty, _ random: inout SeededRandom) -> ReapplicationParty {
    var party = family
    switch odds.arrivals.draw(&random) {
    case .cameAlone where party.people.count > 1:
      // Somebody grown, where there is one besides.
      let grown = party.people.indices.filter { party.people[$0].age(in: year) >= 18 }
      let places = grown.isEmpty ? Array(party.people.indices) : grown
      leave(&party, [places[random.below(places.count)]], .cameAlone)
    case .cameInPart where party.people.count > 2:
      let count = 2 + random.below(party.people.count - 2)
      leave(&party, choose(count, of: party.people.count, &random), .cameInPart)
    case .grownChild:
      let grown = party.people.indices.filter { index in
        let person = party.people[index]
        return [.son, .daughter].contains(person.relation) && person.age(in: year) >= 20
      }
      guard let index = grown.first(where: { _ in random.chance(500) }) ?? grown.last else { break }
      leave(&party, [index], .grownChild)
      found(&party, &random)
      return party
    default: break
    }
    change(&party, &random)
    return party
  }

  /// Keeps these members; the eldest leads where the head stays behind.
  private func leave(_ party: inout ReapplicationParty, _ kept: [Int], _ change: PaperChange) {
    if let first = kept.first, !kept.contains(0) {
      let eldest = kept.max { party.people[$0].age(in: year) < party.people[$1].age(in: year) }
      let members = Set(kept.map { party.people[$0].row.line })
      party.lead(eldest ?? first)
      party.people.removeAll { !members.contains($0.row.line) }
    } else {
      party.people = kept.map { party.people[$0] }
    }
    for index in party.people.indices { party.people[index].changes.append(change) }
  }

  private func choose(_ count: Int, of total: Int, _ random: inout SeededRandom) -> [Int] {
    var places = Array(0..<total)
    while places.count > count { places.remove(at: random.below(places.count)) }
    return places
  }

  /// Another head, a child more or fewer.
  private func change(_ party: inout ReapplicationParty, _ random: inout SeededRandom) {
    let children = party.people.indices.filter { $0 > 0 && party.people[$0].isChild }
    if party.people.count > 2, !children.isEmpty, random.chance(odds.memberLeft) {
      party.people.remove(at: children[random.below(children.count)])
      for index in party.people.indices { party.people[index].changes.append(.memberLeft) }
    }
    if random.chance(odds.newChild) { addChild(to: &party, &random) }
    let adults = party.people.indices.filter {
      $0 > 0 && !party.people[$0].isStranger && party.people[$0].age(in: year) >= 20
    }
    if !adults.isEmpty, random.chance(odds.otherHead) {
      party.lead(adults[random.below(adults.count)])
      for index in party.people.indices { party.people[index].changes.append(.otherHead) }
    }
  }

  /// A child born since, where there is a mother of an age for it.
  private func addChild(to party: inout ReapplicationParty, _ random: inout SeededRandom) {
    let parents = party.people.filter { [.head, .spouse].contains($0.relation) }
    guard parents.contains(where: { $0.isFemale && (19...44).contains($0.age(in: year)) }),
      let father = parents.first(where: { !$0.isFemale }), party.people.count > 1
    else { return }
    let birth = PartialDate(today.adding(days: -1 - random.below(500)))
    var child = self.child(of: father, birth, country: party.country, &random)
    child.changes.append(.newChild)
    party.people.append(child)
  }

  private func child(
    of father: PaperPerson, _ birth: PartialDate, country: String, _ random: inout SeededRandom
  ) -> PaperPerson {
    let sex = random.chance(490) ? Sex.female : .male
    return PaperPerson(
      stranger: sex == .male ? .son : .daughter, sex, given: names.given(sex, &random),
      father: father.given, surname: father.surname, birth: birth, country: country)
  }

  /// Gives the head a spouse and children whom nobody knows; a wife may take the surname.
  func found(_ party: inout ReapplicationParty, _ random: inout SeededRandom) {
    let head = party.head
    guard random.chance(800), head.age(in: year) >= 18 else { return }
    let sex = head.isFemale ? Sex.male : .female
    let age = max(18, head.age(in: year) - 4 + random.below(9))
    let birth = PartialDate(today.adding(days: -age * 1461 / 4 - random.below(365)))
    var spouse = PaperPerson(
      stranger: .spouse, sex, given: names.given(sex, &random),
      father: names.father(&random),
      surname: names.surname(&random), birth: birth, country: party.country)
    spouse.changes.append(.newRelative)
    if head.isFemale, head.surname != nil, !head.isStranger, random.chance(300) {
      party.people[0].surname = spouse.surname
      party.people[0].showsFather = true
      party.people[0].changes.append(.marriedName)
    } else if !head.isFemale, random.chance(400) {
      spouse.surname = head.surname
    }
    let father = head.isFemale ? spouse : party.head
    party.people.append(spouse)
    for _ in 0..<random.below(4) {
      let oldest = min(head.age(in: year), age) - 19
      guard oldest > 0 else { break }
      let birth = PartialDate(today.adding(days: -30 - random.below(oldest * 365)))
      var child = self.child(of: father, birth, country: party.country, &random)
      child.changes.append(.newRelative)
      party.people.append(child)
    }
  }
}

extension PaperPerson {
  fileprivate var isChild: Bool { relation == .son || relation == .daughter }
}
