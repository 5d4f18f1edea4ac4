import Domain
import Services
import Storage
import TestSupport
import Testing

/// What is asked of a person is answered from all its numbers, as they were known.
@Suite struct PersonClusterTests {
  /// P-2 is P-1 from the second of May; a fact, a marriage and a paper stand under each.
  static func register() throws -> TestRegister {
    let register = try TestRegister(on: "2026-05-01")
    for reference in ["A", "B", "C"] { try register.register(Samples.family(reference, count: 1)) }
    let day = try #require(LocalDate(iso: "2020-01-01"))
    try register.act { (transaction) throws(Failure) in
      for serial in [1, 2] {
        try PersonFactTable.insert(
          PersonFact(
            person: .p(serial), kind: .language, value: "la\(serial)", from: day, reason: "test"),
          in: transaction)
        try MarriageTable.insert(
          Marriage(
            person: .p(3), spouse: .p(serial),
            during: Period(from: day.adding(days: -serial))), in: transaction)
      }
    }
    try register.move(to: "2026-05-02")
    try register.merge(.p(2), .p(1), leave: .f(2))
    return register
  }

  static func read<Value>(
    _ register: TestRegister, at moment: String = "2030-01-01",
    _ body: (Transaction, Int64) throws(Failure) -> Value
  ) throws -> Value {
    let instant = try #require(Instant(iso: moment))
    return try register.database.read { (transaction) throws(Failure) in
      try body(transaction, ActTable.last(atOrBefore: instant, in: transaction))
    }
  }

  @Test(arguments: [1, 2]) func `facts and marriages, by whichever number`(serial: Int) throws {
    let register = try Self.register()
    for (moment, isOne) in [("2026-05-01", false), ("2026-05-02", true)] {
      let facts = try Self.read(register, at: moment) { (transaction, knowledge) throws(Failure) in
        try PersonFactTable.all(of: .p(serial), knowledge: knowledge, in: transaction)
      }
      #expect(facts.map(\.value) == (isOne ? ["la1", "la2"] : ["la\(serial)"]))
      let marriages = try Self.read(register, at: moment) {
        (transaction, knowledge) throws(Failure) in
        try MarriageTable.all(of: .p(serial), knowledge: knowledge, in: transaction)
      }
      #expect(marriages.map(\.spouse.serial) == (isOne ? [2, 1] : [serial]))
    }
  }

  @Test func `the survivor and the cluster, as known`() throws {
    let register = try Self.register()
    for (moment, survivor) in [("2026-05-01", 2), ("2026-05-02", 1)] {
      let found = try Self.read(register, at: moment) { (transaction, knowledge) throws(Failure) in
        try PersonLinkTable.cluster(of: .p(2), knowledge: knowledge, in: transaction)
      }
      #expect(found.map(\.serial) == (survivor == 1 ? [1, 2] : [2]))
      let known = try Self.read(register, at: moment) { (transaction, knowledge) throws(Failure) in
        try PersonLinkTable.survivor(of: .p(2), knowledge: knowledge, in: transaction)
      }
      #expect(known == .p(survivor))
    }
  }

  /// P-2 stood in F-2 until the merge, P-1 stands in F-1.
  static let entries: [(person: Int, family: Int, entered: Int)] = [
    (1, 1, 1), (2, 1, 1), (1, 2, 2), (2, 2, 2), (1, 3, 1), (2, 3, 2), (3, 3, 3), (3, 1, 3),
  ]

  @Test func `an act on a member writes under the number that stands in the family`() throws {
    let register = try Self.register()
    for (person, family, entered) in Self.entries {
      let found = try register.database.read { (transaction) throws(Failure) in
        try MembershipTable.entered(.p(person), in: .f(family), in: transaction)
      }
      #expect(found == .p(entered), "P-\(person) in F-\(family)")
    }
  }

  @Test func `a number that nobody has is not known`() throws {
    let register = try Self.register()
    let code = refusal {
      try register.database.read { (transaction) throws(Failure) in
        try PersonTable.known(.p(4), in: transaction)
      }
    }
    #expect(code == .personNotFound)
  }

  @Test func `a record stands under its own number for those who correct it`() throws {
    let register = try Self.register()
    let records = try Self.read(register) { (transaction, _) throws(Failure) in
      try [1, 2].map { (serial) throws(Failure) in
        try PersonTable.ownRecord(of: .p(serial), in: transaction)?.number
      }
    }
    #expect(records == [.p(1), .p(2)])
  }
}
