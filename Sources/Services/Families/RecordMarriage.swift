package import Domain
package import Storage

/// Records a marriage of a member; a spouse who is not yet a member becomes one.
package struct RecordMarriage: FamilyUseCase {
  package static let name = "family.marriage"

  package var family: Number<Family>
  package var person: Number<Person>
  package var spouse: Newcomer
  /// What the spouse is to the head; nil where the marriage tells it.
  package var relation: Relation?
  package var ground: Ground

  package init(
    family: Number<Family>, person: Number<Person>, spouse: Newcomer, relation: Relation? = nil,
    ground: Ground
  ) {
    self.family = family
    self.person = person
    self.spouse = spouse
    self.relation = relation
    self.ground = ground
  }

  package var detail: String {
    if case .known(let spouse) = spouse { return "\(family), \(person) and \(spouse)" }
    return "\(family), \(person) and a new person"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var act = try FamilyAct(family, ground, facts, in: transaction)
    var entered = self
    entered.person = try act.entered(person)
    if case .known(let number) = spouse { entered.spouse = .known(try act.entered(number)) }
    return try entered.record(in: &act, facts)
  }

  /// With the numbers under which the two stand in the family.
  private func record(in act: inout FamilyAct, _ facts: Facts) throws(Failure) -> Int64 {
    let member = try act.member(person)
    try act.checkAlive(person)
    try checkUnmarried(person, in: act)
    let isHead = member.relation == .head
    var joined = false
    let other: Number<Person>
    if case .known(let number) = spouse {
      _ = try act.record(of: number)
      try check(number, in: act)
      other = number
    } else {
      other = try act.admit(spouse, as: relation ?? (isHead ? .spouse : .other), from: act.day)
      joined = true
    }
    try checkNoOtherSpouse(of: person, than: other, in: act)
    try checkNoOtherSpouse(of: other, than: person, in: act)
    if !joined { joined = try bring(other, isHead: isHead, into: &act, facts) }
    try checkAges(of: other, in: &act)
    try MarriageTable.insert(
      Marriage(
        person: person, spouse: other, during: Period(from: act.day), document: ground.document),
      in: act.transaction)
    var words = "\(try act.name(person)) married \(try act.name(other))"
    if joined, let row = act.roll.row(of: other, on: act.day) {
      words += ", who joined as \(row.relation.rawValue)"
    }
    return try act.save(.marriage, of: person, words)
  }

  private func check(_ spouse: Number<Person>, in act: FamilyAct) throws(Failure) {
    guard try !act.areOne(spouse, person) else {
      throw Failure(
        .fieldValue,
        spouse == person
          ? "\(person) cannot be married to the same number"
          : "\(person) and \(spouse) are one person")
    }
    try act.checkAlive(spouse)
    try checkUnmarried(spouse, in: act)
  }

  private func checkUnmarried(_ person: Number<Person>, in act: FamilyAct) throws(Failure) {
    for marriage in try MarriageTable.all(of: person, in: act.transaction)
    where marriage.during.overlaps(Period(from: act.day)) {
      let other = try act.spouse(of: person, in: marriage)
      throw Failure(
        .marriageHeld, "\(person) is married to \(other) from \(marriage.during.from)",
        hint: "kosh family divorce or kosh family death ends a marriage")
    }
  }

  /// Who was registered as the head's spouse is its spouse, though no marriage was recorded here.
  private func checkNoOtherSpouse(
    of one: Number<Person>, than other: Number<Person>, in act: FamilyAct
  )
    throws(Failure)
  {
    let pair = act.roll.members(on: act.day).filter {
      $0.relation == .head || $0.relation == .spouse
    }
    guard pair.count > 1, pair.contains(where: { $0.person == one }),
      let held = pair.first(where: { $0.person != one && $0.person != other })
    else { return }
    throw Failure(
      .marriageHeld, "\(held.person) is the spouse of \(one) in \(family), as it was registered",
      hint: "kosh family divorce \(family) \(one) ends that marriage")
  }

  /// Makes a member of a person of the register, who may leave a family of one for it; true where
  /// the person was none before.
  private func bring(
    _ spouse: Number<Person>, isHead: Bool, into act: inout FamilyAct, _ facts: Facts
  ) throws(Failure) -> Bool {
    if let row = act.roll.row(of: spouse, on: act.day) {
      let window = Period(from: act.day, to: row.during.to) ?? Period(from: act.day)
      if isHead || relation != nil {
        act.roll.restate(
          spouse, as: relation ?? .spouse, during: window, reason: ground.reason)
      } else if row.relation == .head {
        act.roll.restate(person, as: .spouse, during: window, reason: ground.reason)
      }
      return false
    }
    try leaveOther(spouse, for: act, facts)
    let relation = relation ?? (isHead ? .spouse : .other)
    _ = try act.admit(.known(spouse), as: relation, from: act.day)
    return true
  }

  /// A family of one ends when its member marries into another.
  private func leaveOther(_ spouse: Number<Person>, for act: FamilyAct, _ facts: Facts)
    throws(Failure)
  {
    let memberships = try MembershipTable.families(of: spouse, in: act.transaction)
    let current = memberships.first {
      $0.from <= act.day && ($0.to.map { $0 > act.day } ?? true)
    }
    guard let current else { return }
    var ground = ground
    ground.on = act.day
    var other = try FamilyAct(current.family, ground, facts, in: act.transaction)
    guard other.roll.members(on: act.day).count == 1, current.from < act.day else {
      throw Failure(
        .memberElsewhere, "\(spouse) belongs to \(current.family) with others on \(act.day)",
        hint: "kosh family split \(current.family) parts them, kosh family join brings the "
          + "families together; then record the marriage")
    }
    try other.leave(current.person, on: act.day, newHead: nil, stated: [])
    _ = try other.save(
      .marriage, of: current.person, with: family,
      "\(try other.name(spouse)) married \(try act.name(person)) and joined \(family)")
  }

  private func checkAges(of spouse: Number<Person>, in act: inout FamilyAct) throws(Failure) {
    for one in [person, spouse] {
      if let remark = try act.ageRemark(one) { act.remarks.append(remark) }
    }
  }
}
