package import Domain
package import Storage

/// Ends a fact about a person on a day, also one that is still to come.
///
/// A word of the form, which has no days, becomes a dated fact that ends.
package struct EndFact: PersonAct {
  package static let name = "person.end"

  package var person: Number<Person>
  package var kind: PersonFactKind
  /// May be left out where one of the kind holds.
  package var value: String?
  /// Its day, which must be given, is the first on which the fact is no longer true.
  package var ground: Ground

  package init(
    person: Number<Person>, kind: PersonFactKind, value: String? = nil, ground: Ground
  ) {
    self.person = person
    self.kind = kind
    self.value = value
    self.ground = ground
  }

  package var detail: String { line("no longer \(kind.rawValue) \(value ?? "")") }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    _ = try known(in: transaction)
    let day = ground.on ?? facts.today
    // The last day on which it still holds.
    let dossier = try PersonDossier.load(person, on: day.adding(days: -1), in: transaction)
    var held = dossier.held(kind)
    if let value {
      let wanted = try Reference.factValues().value(value, of: kind)
      held = held.filter { $0.value == wanted }
      // A dated fact of another value hides the form's word; named, it can still be ended.
      if held.isEmpty, dossier.isUndatedWord(wanted, of: kind) {
        held = [HeldFact(kind: kind, value: wanted, fact: nil)]
      }
    }
    guard let ending = held.first else { throw notFound(on: day) }
    guard held.count == 1 else {
      let values = held.map(\.value).joined(separator: ", ")
      throw Failure(.fieldRequired, "\(person) has several at once: say which of \(values) ends")
    }
    let fact =
      ending.fact
      ?? PersonFact(
        person: person, kind: kind, value: ending.value, from: nil, reason: "the form")
    if let known = ending.fact {
      if known.to == day {
        throw Failure(.factHeld, "the \(kind.rawValue) “\(known.value)” ends on \(day) already")
      }
      try PersonFactTable.close(known, in: transaction)
    }
    try PersonFactTable.insert(
      fact.ended(on: day, reason: ground.reason, document: ground.document), in: transaction)
    return person.raw
  }

  private func notFound(on day: LocalDate) -> Failure {
    let what = value.map { "\(kind.rawValue) “\($0)”" } ?? kind.rawValue
    return Failure(
      .factNotFound, "\(person) has no \(what) up to \(day) that could end",
      hint: "kosh person show \(person) lists what is held, with its days")
  }
}
