import Domain
import Storage
import TestSupport
import Testing

/// The limits of the ledger as the database itself keeps them, at the level of SQL.
@Suite struct LedgerTriggerTests {
  struct Case: Sendable {
    /// What happens, parted by semicolons.
    ///
    /// A move, its amount, and for a settlement the transfer it settles; transfers count from 1.
    /// `@` gives the day of the event, otherwise 2026-02-01.
    let events: String
    /// What the last event is refused with; nil where it is taken.
    let refusal: Code?
    let held: Int64
    let spent: Int64

    init(_ events: String, _ refusal: Code?, held: Int64, spent: Int64) {
      self.events = events
      self.refusal = refusal
      self.held = held
      self.spent = spent
    }
  }

  static let cases: [Case] = [
    // Reserving.
    Case("reserve 1", .quotaExhausted, held: 0, spent: 0),
    Case("allot 5; reserve 5", nil, held: 5, spent: 0),
    Case("allot 5; reserve 6", .quotaExhausted, held: 0, spent: 0),
    Case("allot 5; reserve 3; reserve 2", nil, held: 5, spent: 0),
    Case("allot 5; reserve 3; reserve 3", .quotaExhausted, held: 3, spent: 0),
    Case("allot 5; reserve 0", .fault, held: 0, spent: 0),
    Case("allot 5; reserve -1", .fault, held: 0, spent: 0),
    Case("allot 5; allot 2; reserve 7", nil, held: 7, spent: 0),
    // By the day of effect.
    Case("allot 5 @2026-03-01; reserve 1 @2026-02-28", .quotaExhausted, held: 0, spent: 0),
    Case("allot 5 @2026-03-01; reserve 1 @2026-03-01", nil, held: 1, spent: 0),
    // A cut.
    Case("allot 5; cut 2; reserve 3", nil, held: 3, spent: 0),
    Case("allot 5; cut 2; reserve 4", .quotaExhausted, held: 0, spent: 0),
    Case("allot 5; reserve 4; cut 2; reserve 1", .quotaExhausted, held: 4, spent: 0),
    Case("allot 5; reserve 4; cut 2", nil, held: 4, spent: 0),
    // Confirming.
    Case("allot 5; reserve 3; confirm 3 of 2", nil, held: 0, spent: 3),
    Case("allot 5; reserve 3; confirm 2 of 2", nil, held: 1, spent: 2),
    // In parts: what was reserved together may end apart, and no part twice.
    Case("allot 5; reserve 3; confirm 2 of 2; release 1 of 2", nil, held: 0, spent: 2),
    Case(
      "allot 5; reserve 3; confirm 2 of 2; release 2 of 2", .reservationSettled, held: 1, spent: 2),
    Case("allot 5; reserve 3; confirm 2 of 2; reserve 3", .quotaExhausted, held: 1, spent: 2),
    Case(
      "allot 5; reserve 3; confirm 3 of 2; return 1 of 3; return 2 of 3", nil, held: 0, spent: 0),
    Case(
      "allot 5; reserve 3; confirm 3 of 2; return 1 of 3; return 3 of 3", .reservationSettled,
      held: 0, spent: 2),
    Case("allot 5; reserve 3; confirm 4 of 2", .reservationSettled, held: 3, spent: 0),
    Case(
      "allot 5; reserve 3; confirm 3 of 2; confirm 3 of 2", .reservationSettled, held: 0, spent: 3),
    Case("allot 5; reserve 3; confirm 3 of 2; reserve 3", .quotaExhausted, held: 0, spent: 3),
    Case("allot 5; reserve 3; confirm 3 of 9", .reservationSettled, held: 3, spent: 0),
    Case("allot 5; reserve 3; confirm 3 of 1", .reservationSettled, held: 3, spent: 0),
    Case("allot 5; reserve 3; confirm 3", .fault, held: 3, spent: 0),
    // Releasing and expiring.
    Case("allot 5; reserve 3; release 3 of 2", nil, held: 0, spent: 0),
    Case("allot 5; reserve 3; expire 3 of 2", nil, held: 0, spent: 0),
    Case("allot 5; reserve 5; release 5 of 2; reserve 5", nil, held: 5, spent: 0),
    Case(
      "allot 5; reserve 3; release 3 of 2; release 3 of 2", .reservationSettled, held: 0, spent: 0),
    Case(
      "allot 5; reserve 3; expire 3 of 2; confirm 3 of 2", .reservationSettled, held: 0, spent: 0),
    Case(
      "allot 5; reserve 3; confirm 3 of 2; release 3 of 2", .reservationSettled, held: 0, spent: 3),
    Case(
      "allot 5; reserve 3; confirm 3 of 2; release 3 of 3", .reservationSettled, held: 0, spent: 3),
    // Returning what was confirmed.
    Case("allot 5; reserve 3; confirm 3 of 2; return 3 of 3", nil, held: 0, spent: 0),
    Case("allot 5; reserve 3; confirm 3 of 2; return 2 of 3", nil, held: 0, spent: 1),
    Case(
      "allot 5; reserve 3; confirm 3 of 2; return 4 of 3", .reservationSettled, held: 0, spent: 3),
    Case("allot 5; reserve 3; return 3 of 2", .reservationSettled, held: 3, spent: 0),
    Case(
      "allot 5; reserve 3; confirm 3 of 2; return 3 of 3; return 3 of 3", .reservationSettled,
      held: 0, spent: 0),
    // Accounts and moves that do not fit.
    Case("allot 5; reserve 3; elsewhere 3 of 2", .reservationSettled, held: 3, spent: 0),
    Case("allot 5; lend 3", .fault, held: 0, spent: 0),
    Case("allot 5; round 3", .fault, held: 0, spent: 0),
  ]

  /// Accounts: 1 the country, 2 a region, 3 families, 4 another region.
  private static let accounts: SQL = """
    INSERT INTO ledger_account (id, act, book, year, unit, role, region) VALUES
      (1, 1, 'quota.kandas', 2026, 'person', 'national', NULL),
      (2, 1, 'quota.kandas', 2026, 'person', 'region', 'KZ-55'),
      (3, 1, 'quota.kandas', 2026, 'person', 'families', NULL),
      (4, 1, 'quota.kandas', 2026, 'person', 'region', 'KZ-27')
    """
  private static let regions: SQL = """
    INSERT INTO region (code, kato, name_en, name_kk, name_ru, valid_from)
    VALUES ('KZ-55', '', '', '', '', ''), ('KZ-27', '', '', '', '', '')
    """

  private static func run(_ event: Substring, in transaction: Transaction) throws(Failure) {
    let halves = event.split(separator: "@")
    let day = halves.count == 2 ? String(halves[1]) : "2026-02-01"
    let words = halves[0].split(separator: " ")
    let settles = words.count == 4 ? Int64(words[3]) : nil
    var (move, debit, credit) = (String(words[0]), Int64(2), Int64(3))
    switch move {
    case "allot": (debit, credit) = (1, 2)
    case "cut": (move, debit, credit) = ("allot", 2, 1)
    case "elsewhere": (move, debit) = ("confirm", 4)
    case "round": (move, credit) = ("reserve", 2)
    default: break
    }
    try transaction.run(
      """
      INSERT INTO ledger_transfer (act, move, debit, credit, amount, effective_on, settles)
      VALUES (1, \(move), \(debit), \(credit), \(Int64(words[1]) ?? 0), \(day), \(settles))
      """)
  }

  @Test(arguments: cases) func `a transfer fits its limit and what it settles`(
    _ example: Case
  ) throws {
    let register = try TestRegister(isSetUp: false)
    let events = example.events.split(separator: "; ")
    try register.database.write { (transaction) throws(Failure) in
      try transaction.run(Self.regions)
      try transaction.run(Self.accounts)
      for event in events.dropLast() { try Self.run(event, in: transaction) }
    }
    let last = try #require(events.last)
    let code = refusal {
      try register.database.write { (transaction) throws(Failure) in
        try Self.run(last, in: transaction)
      }
    }
    #expect(code == example.refusal)
    #expect(try register.integer("SELECT held FROM ledger_account WHERE id = 2") == example.held)
    #expect(try register.integer("SELECT spent FROM ledger_account WHERE id = 2") == example.spent)
    let imbalances = try register.database.read { (transaction) throws(Failure) in
      try LedgerTable.imbalances(in: transaction)
    }
    #expect(imbalances.isEmpty)
  }

  @Test func `money beyond the limit is refused in its own word`() throws {
    let register = try TestRegister(isSetUp: false)
    try register.database.write { (transaction) throws(Failure) in
      try transaction.run(Self.regions)
      try transaction.run(Self.accounts)
      try transaction.run(
        """
        INSERT INTO ledger_account (id, act, book, year, unit, role, region) VALUES
          (5, 1, 'budget.resettlement.local', 2026, 'tiyn', 'region', 'KZ-55')
        """)
    }
    let code = refusal {
      try register.database.write { (transaction) throws(Failure) in
        try transaction.run(
          """
          INSERT INTO ledger_transfer (act, move, debit, credit, amount, effective_on)
          VALUES (1, 'reserve', 5, 3, 1, '2026-02-01')
          """)
      }
    }
    #expect(code == .budgetExhausted)
  }

  @Test func `a running balance that was bent is found`() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    let sentences = try register.database.write { (transaction) throws(Failure) in
      transaction.leaveNoTrace()
      try transaction.run("UPDATE ledger_account SET spent = spent + 1 WHERE id = 3")
      return try LedgerTable.imbalances(in: transaction)
    }
    #expect(sentences.count == 1)
    #expect(sentences.first?.hasSuffix("0 held and 1 used, its transfers sum to 0 and 0") == true)
  }
}
