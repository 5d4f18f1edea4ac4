package import Domain
package import Storage

/// Records the death of a person who belongs to no family on its day; ``RecordDeath`` is for
/// members.
package struct RecordPersonDeath: PersonAct {
  package static let name = "person.death"

  package var person: Number<Person>
  package var place: String?
  /// Its day is the day of the death; without it, today.
  package var ground: Ground

  package init(person: Number<Person>, place: String? = nil, ground: Ground) {
    self.person = person
    self.place = place
    self.ground = ground
  }

  package var detail: String { line("died") }

  /// Throws `person.dead`, `member.elsewhere` and `date.order`.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let record = try known(in: transaction)
    let day = try facts.day(ground.on)
    try FreeText.check(place, "the place")
    try RecordDeath.checkAlive(person, in: transaction)
    if let birth = record.birthDate, birth.earliest > day {
      throw Failure(.dateOrder, "\(person) was born \(birth), after \(day)")
    }
    let families = try MembershipTable.families(of: person, in: transaction)
    if let member = families.first(where: { $0.lasts(beyond: day) }) {
      throw Failure(
        .memberElsewhere, "\(person) is a member of \(member.family) from \(member.from)",
        hint: "kosh family death \(member.family) \(person) records it with the family")
    }
    _ = try MarriageEnding.end(of: person, on: day, in: transaction)
    try PersonFactTable.insert(
      PersonFact(
        person: person, kind: .death, value: place ?? RecordDeath.placeNotStated, from: day,
        reason: ground.reason, document: ground.document), in: transaction)
    return person.raw
  }
}
