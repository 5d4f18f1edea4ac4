package import Domain
package import Services
package import Storage

extension TestRegister {
  /// One act that writes what `body` writes, for what has no use case of its own.
  @discardableResult
  package func act<Result>(_ body: (Transaction) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    let entry = ActEntry(
      at: clock.now, today: office.facts.today, user: Self.administrator, action: "test")
    return try database.write { (transaction) throws(Failure) in
      try ActTable.begin(in: transaction)
      let result = try body(transaction)
      try ActTable.finish(entry, in: transaction)
      return result
    }
  }

  /// Puts a pair on the list of those to decide; true where it was not there.
  @discardableResult
  package func propose(
    _ person: Number<Person>, _ candidate: Number<Person>, _ decision: String = "match",
    score: Int = 970
  ) throws(Failure) -> Bool {
    let match = MatchCase(
      person: person, candidate: candidate, score: score, decision: decision,
      reasons: "same name and birth date")
    return try act { (transaction) throws(Failure) in
      try MatchCaseTable.open(match, in: transaction)
    }
  }

  /// Says that two numbers are one person.
  @discardableResult
  package func merge(
    _ person: Number<Person>, _ into: Number<Person>, leave: Number<Family>? = nil,
    keep: Number<Person>? = nil, despite: String? = nil
  ) throws(Failure) -> PersonMerge {
    try perform(
      MergePersons(
        person: person, into: into, keep: keep, ground: Ground(reason: "same passport"),
        despite: despite, leave: leave))
  }
}

extension Number<Person> {
  /// The person of 2026 with this serial.
  package static func p(_ serial: Int) -> Number { Number(year: 2026, serial: serial) }
}

extension Number<Family> {
  /// The family of 2026 with this serial.
  package static func f(_ serial: Int) -> Number { Number(year: 2026, serial: serial) }
}
