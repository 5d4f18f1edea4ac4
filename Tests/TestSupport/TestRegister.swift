package import Domain
internal import Migrations
internal import SQLiteEngine
package import Services
package import Storage

/// A register in a file of its own, with an administrator and a clock that the test sets.
package final class TestRegister: Sendable {
  package static let administrator = "tester"
  package static let fileName = "test.db"

  package let folder: TemporaryFolder
  package let clock: SettableClock
  package let database: Database
  package let office: Office

  /// At nine in the morning of `day` in Kazakhstan; with the shipped orders where it is set up.
  ///
  /// One that nobody cuts the power of need not wait for the disk: `isDurable` is false.
  package init(
    on day: String = "2026-05-01", isSetUp: Bool = true, isDurable: Bool = true
  ) throws(Failure) {
    folder = try TemporaryFolder()
    clock = SettableClock(try Self.morning(of: day))
    database = try Database(Self.opener(folder.file(Self.fileName), isDurable: isDurable))
    office = Office(database, clock: clock.clock)
    if isSetUp { _ = try office.setUp(administrator: Self.administrator) }
  }

  package var path: String { folder.file(Self.fileName) }

  package static func opener(
    _ path: String, fuse: Fuse? = nil, listener: Listener? = nil, isDurable: Bool = true
  ) -> Database.Opener {
    { () throws(Failure) in
      var wrapped: any Engine = try engine(path)
      if !isDurable { try wrapped.script("PRAGMA synchronous = OFF") }
      if let fuse { wrapped = FaultyEngine(wrapped, fuse) }
      if let listener { wrapped = ListeningEngine(wrapped, listener) }
      let connection = Connection(wrapped)
      try Migrator(Migrations.sqlite).prepare(connection, at: Instant(milliseconds: 0))
      return connection
    }
  }

  private static func engine(_ path: String) throws(Failure) -> any Engine {
    try SQLiteEngine(path: path, mode: .create)
  }

  private static func morning(of day: String) throws(Failure) -> Instant {
    guard let instant = Instant(iso: "\(day)T04:00:00") else {
      throw Failure(.dateInvalid, "“\(day)” is not a date")
    }
    return instant
  }

  /// Sets the clock to nine in the morning of a day.
  package func move(to day: String) throws(Failure) { clock.now = try Self.morning(of: day) }

  package func advance(milliseconds: Int64 = 1) {
    clock.now = Instant(milliseconds: clock.now.milliseconds + milliseconds)
  }

  /// Another office on the same file, with connections of its own; faulty where there is a fuse.
  package func otherOffice(fuse: Fuse? = nil, listener: Listener? = nil) throws(Failure) -> Office {
    let opener = Self.opener(path, fuse: fuse, listener: listener)
    return Office(try Database(opener), clock: clock.clock)
  }

  // MARK: Short forms, as the administrator

  @discardableResult
  package func perform<Case: UseCase>(_ useCase: Case) throws(Failure) -> Case.Outcome {
    try office.perform(useCase, as: Self.administrator)
  }

  package func answer<Question: Query>(_ query: Question) throws(Failure) -> Question.Answer {
    try office.answer(query, as: Self.administrator)
  }

  @discardableResult
  package func register(_ rows: [IntakeRow]) throws(Failure) -> Number<Family> {
    try perform(RegisterFamily(form: office.form(rows))).family.number
  }

  // MARK: What is in it

  /// Two registers that hold the same have the same contents; `problems` of a whole one is empty.
  package struct Contents: Hashable, Sendable {
    package let acts: Int64
    package let rows: Int64
    package let dataDigest: String
    package let problems: [String]
  }

  package func contents() throws(Failure) -> Contents {
    try database.read { (transaction) throws(Failure) in
      let report = try Trail.verify(in: transaction)
      let problems = try report.problems + LedgerTable.imbalances(in: transaction)
      return Contents(
        acts: report.acts, rows: report.rows, dataDigest: report.dataDigest, problems: problems)
    }
  }

  /// What breaks an invariant, in sentences; empty in a sound register.
  package func breaches() throws(Failure) -> [String] {
    try database.read { (transaction) throws(Failure) in
      var breaches = try Trail.verify(in: transaction).problems
      for name in Invariants.names {
        breaches += try Invariants.breaches(of: name, in: transaction)
      }
      return breaches
    }
  }

  package func integer(_ sql: String) throws(Failure) -> Int64 {
    try database.read { (transaction) throws(Failure) in
      try transaction.integer(SQL(stringLiteral: sql))
    }
  }
}

extension Office {
  /// The form that rows make; throws the first problem that they have.
  package func form(_ rows: [IntakeRow]) throws(Failure) -> FamilyForm {
    let reading = try read(rows)
    guard let form = reading.form else {
      let problem = reading.problems.first
      throw Failure(problem?.code ?? .fault, problem?.message ?? "the rows make no form")
    }
    return form
  }
}
