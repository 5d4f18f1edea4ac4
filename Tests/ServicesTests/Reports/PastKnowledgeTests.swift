import Domain
import Services
import Storage
import TestSupport
import Testing

/// Whatever happens later, every table is seen as it was known.
@Suite("The register as it was known") struct PastKnowledgeTests {
  /// Every row of every table of facts, with who had closed it.
  private static func rows(_ transaction: Transaction) throws(Failure) -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for layout in Layout.all {
      let columns = layout.columns + (layout.closes ? ["closed_by"] : [])
      let line = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
      rows[layout.name] = try transaction.all(
        SQL(stringLiteral: "SELECT \(line) FROM \(layout.name) ORDER BY id")
      ) { (row: inout Row) throws(Failure) in row.text() }
    }
    return rows
  }

  private static func last(_ register: TestRegister) throws(Failure) -> Int64 {
    try register.integer("SELECT max(id) FROM act")
  }

  @Test func `each table shows the rows of an act, and who had closed them by then`() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    let then = try Self.last(register)
    let before = try register.database.read(Self.rows)
    // Everything that closes something, and numbers of an earlier year.
    try register.move(to: "2026-06-10")
    let family = try register.register(Samples.family("later", count: 3))
    let people = try register.answer(ShowFamily(family: family)).members.map(\.membership.person)
    try register.perform(
      CorrectPerson(
        person: .p(1), changes: [FieldChange(.occupation, "mason")],
        name: NameCorrection(givenName: "Дана"), ground: Ground(reason: "misread")))
    try register.perform(
      RecordFact(
        person: people[0], kind: .language, value: "kaz", ground: Ground(reason: "told")))
    try register.perform(
      MoveFamily(family: family, region: "KZ-11", district: nil, ground: Ground(reason: "work")))
    let now = try register.database.read(Self.rows)
    #expect(before != now)
    let seen = try register.database.read { (transaction) throws(Failure) in
      try PastKnowledge.look(after: then, in: transaction) { () throws(Failure) in
        try Self.rows(transaction)
      }
    }
    for layout in Layout.all {
      #expect(seen[layout.name] == before[layout.name], "\(layout.name)")
    }
    // The next question sees what is known now.
    #expect(try register.database.read(Self.rows) == now)
  }

  @Test func `a question that fails leaves no past behind`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("first"))
    let then = try Self.last(register)
    _ = try register.register(Samples.family("second"))
    let failure = refusal {
      try register.database.read { (transaction) throws(Failure) in
        try PastKnowledge.look(after: then, in: transaction) { () throws(Failure) -> Int64 in
          throw Failure(.usage, "no")
        }
      }
    }
    #expect(failure == .usage)
    #expect(try register.integer("SELECT count(*) FROM family") == 2)
    #expect(try register.answer(ShowFamily(family: family)).members.count > 0)
  }

  /// The trail of who asked is written in the present.
  @Test func `who looks back leaves a row in the trail of today`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("first"))
    let vantage = Vantage(
      today: try #require(LocalDate(iso: "2026-05-01")), knownAt: register.clock.now,
      knowledge: try Self.last(register))
    try register.move(to: "2026-07-01")
    try register.perform(
      MoveFamily(family: family, region: "KZ-11", district: nil, ground: Ground(reason: "work")))
    let acts = try Self.last(register)
    _ = try register.office.answer(
      ShowFamily(family: family), as: TestRegister.administrator, from: vantage)
    #expect(try Self.last(register) == acts + 1)
    let day = try register.database.read { (transaction) throws(Failure) in
      try ActTable.newest(1, in: transaction).first?.today
    }
    #expect(day == LocalDate(iso: "2026-07-01"))
    _ = try register.office.answer(
      ShowFamily(family: family), as: TestRegister.administrator, from: vantage, traced: false)
    #expect(try Self.last(register) == acts + 1)
  }
}
