import Domain

/// Families that split and join, and numbers that are one person.
extension PlaceModel {
  /// A split or a join: what it took away, what it put in its place, and whose places went.
  struct Parting {
    let family: Number<Family>
    let other: Number<Family>
    let isSplit: Bool
    var removed: [(family: Number<Family>, row: Row)] = []
    var added: [(family: Number<Family>, row: Row)] = []
    var places: [(from: Number<Inclusion>, to: Number<Inclusion>, people: Set<Number<Person>>)] =
      []

    init(_ family: Number<Family>, _ other: Number<Family>, isSplit: Bool) {
      self.family = family
      self.other = other
      self.isSplit = isSplit
    }
  }

  /// What a parting wrote about.
  func written(_ parting: Parting) -> Set<Subject> {
    var subjects: Set<Subject> = [.family(parting.family), .family(parting.other)]
    for added in parting.added { subjects.insert(.person(added.row.person)) }
    // What ended on the day it began was never written.
    for removed in parting.removed where removed.row.from < today {
      subjects.insert(.person(removed.row.person))
    }
    for place in parting.places {
      subjects.formUnion([.inclusion(place.from), .inclusion(place.to)])
    }
    return subjects
  }

  /// Whether what an act wrote about is what a parting was about.
  func concerns(_ subject: Subject, _ parting: Parting) -> Bool {
    let families = [parting.family, parting.other]
    return switch subject {
    case .family(let family): families.contains(family)
    case .inclusion(let inclusion):
      holdings[inclusion].map { families.contains($0.family) } ?? false
    case .person(let person):
      (parting.added + parting.removed).contains { $0.row.person == person }
    }
  }

  /// Some leave as a new family, with their places.
  ///
  /// `numbers` are those of the inclusions that Kosh made.
  mutating func split(
    _ family: Number<Family>, _ leavers: [Number<Person>], newHead: Number<Person>?,
    as new: Number<Family>, _ numbers: [Number<Inclusion>]
  ) throws(Refused) -> Parting {
    let members = members(of: family)
    guard leavers.count < members.count else { throw Refused(code: .familySplit) }
    var parting = Parting(family, new, isSplit: true)
    families[new] = []
    registered[new] = today
    bound[new] = bound[family]
    for member in members {
      if leavers.contains(member.person) {
        move(member, as: member.person == leavers.first ? .head : .other, in: &parting)
      } else if let newHead {
        restate(member, as: member.person == newHead ? .head : .other, in: &parting)
      }
    }
    let gone = leavers.reduce(into: Set<Number<Person>>()) { $0.formUnion(below(survivor($1))) }
    try carry(of: gone, numbers, in: &parting)
    return parting
  }

  /// All of a family go to another, with their places.
  mutating func join(
    _ family: Number<Family>, into: Number<Family>, _ numbers: [Number<Inclusion>]
  ) throws(Refused) -> Parting {
    guard family != into else { throw Refused(code: .familyMember) }
    let members = members(of: family)
    guard !members.isEmpty else { throw Refused(code: .familyMember) }
    guard families[into]?.contains(where: { $0.relation == .head }) == true else {
      throw Refused(code: .familyNoHead)
    }
    let quotas = Set((lives(of: family) + lives(of: into)).compactMap { holdings[$0]?.quota })
    let theirs = lives(of: into).compactMap { holdings[$0]?.quota }
    let ours = lives(of: family).compactMap { holdings[$0]?.quota }
    // No family comes to hold places in two regions or years by a join.
    guard quotas.count < 2 || ours.allSatisfy({ own in theirs.allSatisfy { $0 == own } }) else {
      throw Refused(code: .familyPlacesApart)
    }
    var parting = Parting(family, into, isSplit: false)
    for member in members { move(member, as: .other, in: &parting) }
    emptied[family] = today
    try carry(of: nil, numbers, in: &parting)
    return parting
  }

  /// Who stands in the family under two numbers leaves under both, and comes under one.
  private mutating func move(_ member: Row, as relation: Relation, in parting: inout Parting) {
    let one = survivor(member.person)
    for row in families[parting.family] ?? [] where survivor(row.person) == one {
      remove(row, from: parting.family, in: &parting)
    }
    add(Row(person: member.person, relation: relation, from: today), parting.other, &parting)
  }

  private mutating func restate(_ member: Row, as relation: Relation, in parting: inout Parting) {
    guard relation != member.relation else { return }
    remove(member, from: parting.family, in: &parting)
    add(Row(person: member.person, relation: relation, from: today), parting.family, &parting)
  }

  private mutating func remove(
    _ row: Row, from family: Number<Family>, in parting: inout Parting
  ) {
    families[family]?.removeAll { $0 == row }
    parting.removed.append((family, row))
    ended(row, in: family)
  }

  /// Who headed a family on some day goes on to have headed it.
  private mutating func ended(_ row: Row, in family: Number<Family>) {
    guard row.relation == .head, row.from < today else { return }
    heads[family, default: []].append((row, today))
  }

  private mutating func add(_ row: Row, _ family: Number<Family>, _ parting: inout Parting) {
    families[family]?.append(row)
    parting.added.append((family, row))
  }

  /// Moves the places of some, or of all, into inclusions of the other family.
  private mutating func carry(
    of people: Set<Number<Person>>?, _ numbers: [Number<Inclusion>], in parting: inout Parting
  ) throws(Refused) {
    var numbers = numbers[...]
    for inclusion in lives(of: parting.family) {
      guard let holding = holdings[inclusion] else { continue }
      let movers = people.map(holding.people.intersection) ?? holding.people
      guard !movers.isEmpty else { continue }
      // Kosh made fewer inclusions than there are places that moved.
      guard let number = numbers.popFirst() else { throw Refused(code: .fault) }
      take(movers, from: inclusion)
      let own = Holding(
        family: parting.other, quota: holding.quota, people: [], step: holding.step,
        expires: holding.expires)
      open(number, own, for: movers)
      parting.places.append((inclusion, number, movers))
    }
  }

  /// Everything goes back to where it was.
  mutating func takeBack(_ parting: Parting) {
    for added in parting.added { families[added.family]?.removeAll { $0 == added.row } }
    for removed in parting.removed {
      families[removed.family]?.append(removed.row)
      heads[removed.family]?.removeAll { $0.row == removed.row }
    }
    for place in parting.places {
      take(place.people, from: place.to)
      give(place.people, place.from)
    }
    if parting.isSplit { families[parting.other] = nil }
  }

  // MARK: Doubles

  /// Two numbers are one person, who leaves a family where each stands in another.
  mutating func merge(
    _ person: Number<Person>, _ into: Number<Person>, leave: Number<Family>?, act: Int
  ) throws(Refused) -> Set<Subject> {
    let (one, other) = (survivor(person), survivor(into))
    guard one != other else { throw Refused(code: .personMerged) }
    let (some, others) = (below(one), below(other))
    guard !some.contains(where: { a in others.contains { different.contains([a, $0]) } }) else {
      throw Refused(code: .matchDifferent)
    }
    var written = expire()
    guard
      !some.contains(where: { holder[$0] != nil }) || !others.contains(where: { holder[$0] != nil })
    else { throw Refused(code: .placeHeld) }
    let lasting = rows(of: some.union(others))
    let ending = lasting.filter { $0.family == leave }
    guard leave == nil || !ending.isEmpty else { throw Refused(code: .familyMember) }
    guard Set(lasting.map(\.family)).subtracting(ending.map(\.family)).count < 2 else {
      throw Refused(code: .personFamilies)
    }
    let (kept, gone) = (min(one, other), max(one, other))
    merged[gone] = Merge(into: kept, act: act, ended: ending)
    written.formUnion([.person(kept), .person(gone)])
    for (family, row) in ending {
      let isAlone = (families[family] ?? []).allSatisfy { survivor($0.person) == kept }
      guard row.relation != .head || isAlone else { throw Refused(code: .familyNoHead) }
      families[family]?.removeAll { $0 == row }
      ended(row, in: family)
      written.insert(.family(family))
      if row.from < today { written.insert(.person(row.person)) }
      if families[family]?.isEmpty == true { emptied[family] = today }
    }
    return written
  }

  /// The memberships that the merge ended are restored, where both can be told apart again.
  mutating func unmerge(_ person: Number<Person>) throws(Refused) -> Set<Subject> {
    guard let merge = merged[person] else { throw Refused(code: .personNotMerged) }
    let one = survivor(person)
    merged[person] = nil
    var written: Set<Subject> = []
    for (family, row) in merge.ended {
      var row = row
      heads[family]?.removeAll { $0.row == row }
      // A family that all others have left is headed by whoever comes back.
      if let day = emptied[family],
        families[family]?.contains(where: { $0.relation == .head }) == false, row.relation != .head
      {
        row = Row(person: row.person, relation: .head, from: max(row.from, day))
      }
      families[family]?.append(row)
      written.formUnion([.family(family), .person(row.person)])
    }
    for numbers in [below(person), below(one)] {
      let lasting = rows(of: numbers)
      guard Set(lasting.map(\.family)).count < 2 else { throw Refused(code: .personFamilies) }
      for (family, row) in lasting {
        let others =
          (families[family] ?? []).filter { $0.relation == .head && $0 != row }.count
          + (heads[family] ?? []).filter { $0.until > row.from }.count
        guard row.relation != .head || others == 0 else { throw Refused(code: .familyTwoHeads) }
      }
    }
    different.insert([person, one])
    return written
  }

  private func rows(of numbers: Set<Number<Person>>) -> [(family: Number<Family>, row: Row)] {
    families.flatMap { family, rows in
      rows.filter { numbers.contains($0.person) }.map { (family, $0) }
    }
  }
}
