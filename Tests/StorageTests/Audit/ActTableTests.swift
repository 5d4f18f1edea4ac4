import Domain
import Storage
import TestSupport
import Testing

@Suite struct ActTableTests {
  /// Acts at these moments, as the clock gave them.
  static func register(actsAt moments: [Int64]) throws -> TestRegister {
    let register = try TestRegister(isSetUp: false)
    let today = try #require(LocalDate(iso: "2026-05-01"))
    for moment in moments {
      try register.database.write { (transaction) throws(Failure) in
        try ActTable.begin(in: transaction)
        try ActTable.finish(
          ActEntry(
            at: Instant(milliseconds: moment), today: today, user: "tester", action: "test"),
          in: transaction)
      }
    }
    return register
  }

  static func moments(_ register: TestRegister) throws -> [Int64] {
    try register.database.read { (transaction) throws(Failure) in
      try transaction.all("SELECT at FROM act ORDER BY id") { (row: inout Row) throws(Failure) in
        row.integer()
      }
    }
  }

  @Test func `a clock set back does not make acts run backwards`() throws {
    let register = try Self.register(actsAt: [1000, 3000, 2000, 500, 3000, 4000])
    #expect(try Self.moments(register) == [1000, 3000, 3000, 3000, 3000, 4000])
    #expect(try register.contents().problems == [])
  }

  static let known: [(moment: Int64, act: Int64)] = [
    (Int64.min, 0), (0, 0), (999, 0), (1000, 1), (1001, 1), (1999, 1), (2000, 4), (2001, 4),
    (2999, 4), (3000, 5), (Int64.max, 5),
  ]

  @Test func `the last act at or before a moment is found`() throws {
    let register = try Self.register(actsAt: [1000, 2000, 2000, 2000, 3000])
    for (moment, act) in Self.known {
      let found = try register.database.read { (transaction) throws(Failure) in
        try ActTable.last(atOrBefore: Instant(milliseconds: moment), in: transaction)
      }
      #expect(found == act, "\(moment)")
    }
  }

  @Test func `without acts nothing is known`() throws {
    let register = try Self.register(actsAt: [])
    let found = try register.database.read { (transaction) throws(Failure) in
      try ActTable.last(atOrBefore: Instant(milliseconds: .max), in: transaction)
    }
    #expect(found == 0)
  }

  @Test func `several acts of one transaction are chained and numbered without gaps`() throws {
    let register = try TestRegister(isSetUp: false)
    let today = try #require(LocalDate(iso: "2026-05-01"))
    let entry = ActEntry(at: Instant(milliseconds: 5), today: today, user: "a", action: "b")
    try register.database.write { (transaction) throws(Failure) in
      for _ in 0..<2 {
        try ActTable.begin(in: transaction)
        try ActTable.finish(entry, in: transaction)
      }
      // An act that was begun and came to nothing leaves no gap.
      try ActTable.begin(in: transaction)
      try ActTable.begin(in: transaction)
      try ActTable.finish(entry, in: transaction)
    }
    #expect(try register.integer("SELECT count(*) FROM act") == 3)
    #expect(try register.contents().problems == [])
  }
}
