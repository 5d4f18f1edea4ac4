package import Domain
package import Storage

/// Records a death: the membership and the marriage end on its day.
package struct RecordDeath: FamilyUseCase {
  package static let name = "family.death"
  /// What stands in place of a place that nobody told.
  package static let placeNotStated = "not stated"

  package var family: Number<Family>
  package var person: Number<Person>
  package var place: String?
  package var newHead: Number<Person>?
  package var stated: [StatedRelation]
  package var ground: Ground

  package init(
    family: Number<Family>, person: Number<Person>, place: String? = nil,
    newHead: Number<Person>? = nil, stated: [StatedRelation] = [], ground: Ground
  ) {
    self.family = family
    self.person = person
    self.place = place
    self.newHead = newHead
    self.stated = stated
    self.ground = ground
  }

  package var detail: String { "\(family), \(person)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var act = try FamilyAct(family, ground, facts, in: transaction)
    let person = try act.entered(self.person)
    let (newHead, stated) = (try act.entered(self.newHead), try act.entered(self.stated))
    let record = try act.record(of: person)
    guard let first = act.roll.rows(of: person).first?.during.from else {
      throw .notMember(person, of: family, on: act.day)
    }
    let start = act.roll.start(of: person, on: act.day) ?? first
    try FreeText.check(place, "the place")
    try Self.checkAlive(person, in: transaction)
    try act.checkElsewhere(person, during: Period(from: act.day))
    guard act.day >= first else {
      throw Failure(.dateOrder, "\(person) belongs to \(family) from \(first), after \(act.day)")
    }
    if let birth = record.birthDate, birth.earliest > act.day {
      throw Failure(.dateOrder, "\(person) was born \(birth), after \(act.day)")
    }
    // Whoever joined or was born on the day of the death belonged to the family on that day.
    let end = max(act.day, start.adding(days: 1))
    try act.leave(person, on: end, newHead: newHead, stated: stated)
    var words = "\(try act.name(person)) died"
    if let place { words += " in \(place)" }
    for spouse in try act.endMarriages(of: person) {
      words += "; the marriage with \(try act.name(spouse)) ended"
    }
    if let newHead { words += "; \(try act.name(newHead)) is the head" }
    try PersonFactTable.insert(
      PersonFact(
        person: person, kind: .death, value: place ?? Self.placeNotStated, from: act.day,
        reason: ground.reason, document: ground.document), in: transaction)
    return try act.save(.death, of: person, words)
  }

  /// Throws `person.dead` where a death is recorded, of whatever day.
  static func checkAlive(_ person: Number<Person>, in transaction: Transaction) throws(Failure) {
    guard let known = try PersonFactTable.death(of: person, in: transaction) else { return }
    let day = known.from.map { " on \($0)" } ?? ""
    throw Failure(.personDead, "the death of \(person)\(day) is recorded already")
  }
}

extension FamilyAct {
  /// Ends whatever marriage of a person lasts on the day; gives the spouses.
  func endMarriages(of person: Number<Person>) throws(Failure) -> [Number<Person>] {
    var spouses: [Number<Person>] = []
    for marriage in try MarriageEnding.end(of: person, on: day, in: transaction) {
      spouses.append(try spouse(of: person, in: marriage))
    }
    return spouses
  }
}

/// What a death, or an end of a marriage, does to the marriages of a person.
enum MarriageEnding {
  /// Ends whatever marriage of a person lasts on a day; gives them as they were.
  static func end(
    of person: Number<Person>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [Marriage] {
    var ended: [Marriage] = []
    for marriage in try MarriageTable.all(of: person, in: transaction) {
      guard marriage.during.to.map({ $0 > day }) ?? true else { continue }
      guard marriage.during.from <= day else {
        throw Failure(
          .dateOrder, "\(person) married on \(marriage.during.from), after \(day)")
      }
      // A marriage that was made on the day had that one day.
      let end = max(day, marriage.during.from.adding(days: 1))
      guard let during = Period(from: marriage.during.from, to: end) else { continue }
      try MarriageTable.close(marriage, in: transaction)
      try MarriageTable.insert(
        Marriage(
          person: marriage.person, spouse: marriage.spouse, during: during,
          document: marriage.document), in: transaction)
      ended.append(marriage)
    }
    return ended
  }
}
