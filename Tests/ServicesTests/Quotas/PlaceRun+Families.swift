import Domain
import Services
import TestSupport
import Testing

/// Moves of people: families that split and join, and numbers that are one person.
extension PlaceRun {
  static let ground = Ground(reason: "as the paper says")

  mutating func split() throws {
    let cohort = cohort()
    let family = family(of: cohort)
    let members = model.members(of: family)
    guard !members.isEmpty else { return }
    var leavers = members.filter { _ in random.chance(400) }.map(\.person)
    if leavers.isEmpty { leavers = [members[members.count - 1].person] }
    // Any of them may head the new family.
    leavers.swapAt(0, random.below(leavers.count))
    let isHeadLeaving = leavers.contains(members[0].person)
    let newHead = isHeadLeaving ? members.map(\.person).first { !leavers.contains($0) } : nil
    let others = members.map(\.person).filter {
      $0 != leavers[0] && $0 != newHead && (newHead != nil || leavers.contains($0))
    }
    let useCase = SplitFamily(
      family: family, leaving: leavers, head: leavers[0], newHead: newHead,
      relations: others.map { StatedRelation(person: $0, relation: .other) }, ground: Self.ground)
    var made: FamilyChange.Side?
    let found = refusal { made = try register.perform(useCase).sides.last }
    let new = made?.family ?? Number(year: 1, serial: 1)
    let numbers = made?.places.map(\.number).sorted() ?? []
    var (next, parting) = (model, PlaceModel.Parting?.none)
    let expected = code { () throws(PlaceModel.Refused) in
      parting = try next.split(family, leavers, newHead: newHead, as: new, numbers)
    }
    guard try agree("split", found, expected), let parting else { return }
    cohorts[cohort].families.append(new)
    enter(parting, next, numbers)
  }

  mutating func join() throws {
    let cohort = cohort()
    let (family, into) = (family(of: cohort), family(of: cohort))
    let useCase = JoinFamilies(family: family, into: into, ground: Self.ground)
    var made: FamilyChange.Side?
    let found = refusal { made = try register.perform(useCase).sides.last }
    let known = model.holdings
    let numbers = (made?.places.map(\.number) ?? []).filter { known[$0] == nil }.sorted()
    var (next, parting) = (model, PlaceModel.Parting?.none)
    let expected = code { () throws(PlaceModel.Refused) in
      parting = try next.join(family, into: into, numbers)
    }
    guard try agree("join", found, expected), let parting else { return }
    enter(parting, next, numbers)
  }

  private mutating func enter(
    _ parting: PlaceModel.Parting, _ next: PlaceModel, _ numbers: [Number<Inclusion>]
  ) {
    model = next
    for number in numbers { note(number) }
    #expect(parting.places.map(\.to) == numbers)
    let act = log(model.written(parting))
    familyActs[act] = .parting(parting)
    for family in [parting.family, parting.other] { histories[family, default: []].append(act) }
  }

  /// The last act on a family is undone while nothing rests on it.
  mutating func undo() throws {
    let cohort = cohort()
    var family = family(of: cohort)
    // Half of the time at once, before anything can rest on it.
    let latest = histories.filter { cohorts[cohort].families.contains($0.key) }
      .max { ($0.value.last ?? 0, $0.key) < ($1.value.last ?? 0, $1.key) }
    if random.chance(500), let latest { family = latest.key }
    guard let act = histories[family]?.last, let made = familyActs[act] else { return }
    let found = refusal { try register.undo(family) }
    guard case .parting(let parting) = made else {
      _ = try agree("undo", found, .undoBuiltUpon)
      return
    }
    let rests = rests(on: act, parting)
    guard try agree("undo", found, rests ? .undoBuiltUpon : nil) else { return }
    let written = model.written(parting)
    model.takeBack(parting)
    log(written, undoes: act)
    familyActs[act] = nil
    for family in [parting.family, parting.other] { histories[family]?.removeAll { $0 == act } }
    if parting.isSplit {
      for index in cohorts.indices { cohorts[index].families.removeAll { $0 == parting.other } }
    }
  }

  /// Whether a later act, which was not undone itself, wrote about the same.
  private func rests(on act: Int, _ parting: PlaceModel.Parting) -> Bool {
    var undone: Set<Int> = []
    for later in acts.indices.reversed() where later > act {
      if let older = acts[later].undoes, older > act {
        undone.formUnion([later, older])
      }
      guard !undone.contains(later) else { continue }
      if acts[later].subjects.contains(where: { model.concerns($0, parting) }) { return true }
    }
    return false
  }

  // MARK: Doubles

  mutating func merge() throws {
    let cohort = cohort()
    var people: [(family: Number<Family>, person: Number<Person>)] = []
    for _ in 0..<2 {
      let family = family(of: cohort)
      guard let rows = model.families[family], !rows.isEmpty else { return }
      people.append((family, rows[random.below(rows.count)].person))
    }
    let families = people.map(\.family)
    let isLeaving = families[0] != families[1] && random.chance(900)
    let leave = isLeaving ? families[random.below(2)] : nil
    let useCase = MergePersons(
      person: people[0].person, into: people[1].person, ground: Self.ground,
      despite: "the papers are wrong", leave: leave)
    let found = refusal { try register.perform(useCase) }
    let act = acts.count
    let (one, other) = (model.survivor(people[0].person), model.survivor(people[1].person))
    let isDone = try settle("merge", found) { (next) throws(PlaceModel.Refused) in
      try next.merge(people[0].person, people[1].person, leave: leave, act: act)
    }
    guard isDone else { return }
    let gone = max(one, other)
    doubles.append(gone)
    familyActs[act] = .merge(gone)
    for family in Set((model.merged[gone]?.ended ?? []).map(\.family)) {
      histories[family, default: []].append(act)
    }
  }

  mutating func unmerge() throws {
    var person = Number<Person>(year: 2026, serial: 1)
    if !doubles.isEmpty { person = doubles[random.below(doubles.count)] }
    let merge = model.merged[person]
    let useCase = UnmergePerson(person: person, reason: "another passport")
    let found = refusal { try register.perform(useCase) }
    let isDone = try settle("unmerge", found) { (next) throws(PlaceModel.Refused) in
      try next.unmerge(person)
    }
    guard isDone, let merge else { return }
    for family in Set(merge.ended.map(\.family)) {
      histories[family]?.removeAll { $0 == merge.act }
    }
    familyActs[merge.act] = nil
    doubles.removeAll { $0 == person }
  }
}
