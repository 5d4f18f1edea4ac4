package import Domain
package import Storage

/// Records a dated fact about a person.
///
/// Of what a person has one at a time (education, occupation), the earlier ends where this one
/// begins. What would hold twice at once is refused as `fact.held`.
package struct RecordFact: PersonAct {
  package static let name = "person.record"

  package var person: Number<Person>
  package var kind: PersonFactKind
  package var value: String
  /// The first day on which it is no longer true; nil until further notice.
  package var to: LocalDate?
  /// Its day is the first on which the fact is true; nil where nobody knows since when.
  package var ground: Ground

  package init(
    person: Number<Person>, kind: PersonFactKind, value: String, to: LocalDate? = nil,
    ground: Ground
  ) {
    self.person = person
    self.kind = kind
    self.value = value
    self.to = to
    self.ground = ground
  }

  package var detail: String { line("\(kind.rawValue) \(value)") }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let record = try known(in: transaction)
    let value = try Reference.factValues().value(value, of: kind)
    try checkDays(of: record, given: facts)
    let fact = PersonFact(
      person: person, kind: kind, value: value, from: ground.on, to: to,
      reason: ground.reason, document: ground.document)
    // Everything is checked before anything is written.
    var ending: [PersonFact] = []
    for held in try self.facts(kind, of: person, in: transaction)
    where held.overlaps(from: fact.from, to: to) {
      if kind.isPlural, held.value != value { continue }
      guard held.value != value, let from = fact.from, held.from.map({ $0 < from }) ?? true else {
        throw Self.held(held, besides: fact)
      }
      ending.append(held)
    }
    for held in ending {
      guard let from = fact.from else { continue }
      try PersonFactTable.close(held, in: transaction)
      try PersonFactTable.insert(
        held.ended(on: from, reason: ground.reason, document: ground.document), in: transaction)
    }
    try PersonFactTable.insert(fact, in: transaction)
    return person.raw
  }

  private func checkDays(of record: PersonRecord, given facts: Facts) throws(Failure) {
    if let from = ground.on {
      _ = try facts.day(from)
      if let birth = record.birthDate, from < birth.earliest {
        throw Failure(.dateOrder, "\(from) comes before the birth of \(person) (\(birth))")
      }
      if let to, to <= from {
        throw Failure(
          .dateOrder, "\(to), the day on which it ends, does not come after \(from)")
      }
    }
  }

  private static func held(_ held: PersonFact, besides fact: PersonFact) -> Failure {
    let from = held.from.map { " from \($0)" } ?? ""
    let to = held.to.map { " to \($0)" } ?? ""
    let hint: String? =
      if held.value == fact.value {
        nil
      } else if fact.from == nil {
        "say from which day the new one is true: the earlier ends there"
      } else {
        "say to which day the new one is true, or end the later one first"
      }
    return Failure(
      .factHeld, "\(held.person) has the \(held.kind.rawValue) “\(held.value)”\(from)\(to) already",
      hint: hint)
  }
}
