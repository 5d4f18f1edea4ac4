package import Domain
package import Storage

/// Records a divorce of a member; one of the two may leave the family by it.
package struct RecordDivorce: FamilyUseCase {
  package static let name = "family.divorce"

  package var family: Number<Family>
  package var person: Number<Person>
  /// Which of the two leaves the family that day; nil where both stay.
  package var leaves: Number<Person>?
  package var newHead: Number<Person>?
  package var stated: [StatedRelation]
  package var ground: Ground

  package init(
    family: Number<Family>, person: Number<Person>, leaves: Number<Person>? = nil,
    newHead: Number<Person>? = nil, stated: [StatedRelation] = [], ground: Ground
  ) {
    self.family = family
    self.person = person
    self.leaves = leaves
    self.newHead = newHead
    self.stated = stated
    self.ground = ground
  }

  package var detail: String { "\(family), \(person)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var act = try FamilyAct(family, ground, facts, in: transaction)
    var entered = self
    entered.person = try act.entered(person)
    entered.leaves = try act.entered(leaves)
    entered.newHead = try act.entered(newHead)
    entered.stated = try act.entered(stated)
    return try entered.record(in: &act)
  }

  /// With the numbers under which the people stand in the family.
  private func record(in act: inout FamilyAct) throws(Failure) -> Int64 {
    _ = try act.member(person)
    let (spouse, marriage) = try couple(in: act)
    if let marriage {
      guard let during = Period(from: marriage.during.from, to: act.day) else {
        throw Failure(
          .dateOrder,
          "\(person) and \(spouse) married on \(marriage.during.from); a divorce "
            + "comes later")
      }
      try MarriageTable.close(marriage, in: act.transaction)
      try MarriageTable.insert(
        Marriage(
          person: marriage.person, spouse: marriage.spouse, during: during,
          document: marriage.document), in: act.transaction)
    }
    var words = "\(try act.name(person)) and \(try act.name(spouse)) divorced"
    if let leaves {
      guard leaves == person || leaves == spouse else {
        throw Failure(.usage, "--leaves names one of the two: \(person) or \(spouse)")
      }
      try act.checkCanLeave(leaves)
      try act.leave(leaves, on: act.day, newHead: newHead, stated: stated)
      words += "; \(leaves) left the family"
      if let newHead { words += "; \(try act.name(newHead)) is the head" }
    } else {
      guard newHead == nil, stated.isEmpty else {
        throw Failure(.usage, "nobody leaves, so the head stays", hint: "--leaves PERSON says who")
      }
      part(from: spouse, in: &act)
    }
    return try act.save(.divorce, of: person, words)
  }

  /// The spouse by the marriage that is recorded, else by the relation of head and spouse.
  private func couple(in act: FamilyAct) throws(Failure) -> (Number<Person>, Marriage?) {
    let recorded = try MarriageTable.all(of: person, in: act.transaction)
      .first { $0.during.contains(act.day) }
    if let recorded {
      return (try act.entered(act.spouse(of: person, in: recorded)), recorded)
    }
    let members = act.roll.members(on: act.day)
    let pair = members.filter { $0.relation == .head || $0.relation == .spouse }
    if pair.count == 2, pair.contains(where: { $0.person == person }),
      let other = pair.first(where: { $0.person != person })
    {
      return (other.person, nil)
    }
    throw Failure(
      .marriageNotFound, "\(person) of \(family) is not married on \(act.day), as far as is known",
      hint: "kosh family show \(family) --on \(act.day) shows the marriages of its members")
  }

  /// Where both stay, who was the head's spouse is so no longer, and is `other`.
  private func part(from spouse: Number<Person>, in act: inout FamilyAct) {
    for one in [person, spouse] {
      guard let row = act.roll.row(of: one, on: act.day), row.relation == .spouse else { continue }
      let window = Period(from: act.day, to: row.during.to) ?? Period(from: act.day)
      act.roll.restate(one, as: .other, during: window, reason: ground.reason)
    }
  }
}
