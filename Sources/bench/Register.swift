internal import Domain
internal import Migrations
internal import SQLiteEngine
internal import Services
internal import Storage

/// A register in a file of its own, set up and then filled with made-up families.
final class Register {
  static let administrator = "bench"
  /// The office's day: a fixed one, so that every run does the same.
  static let today = LocalDate(dayNumber: 20_635)

  let directory = Result { () throws(Failure) in try TemporaryDirectory() }
  let path: String
  let database: Database
  let office: Office
  private(set) var families = 0
  private(set) var people = 0

  /// A register with users, regions and orders, and no family; `listener` hears its statements.
  ///
  /// With a `file` it stays there, and is the one that is there already.
  init(hearing listener: Listener? = nil, keptAs file: String? = nil) throws(Failure) {
    let own = try directory.get().file("register.db")
    let path = file ?? own
    self.path = path
    database = try Database { () throws(Failure) in
      let engine = try SQLiteEngine(path: path, mode: .create)
      let connection = Connection(listener.map { ListeningEngine(engine, $0) } ?? engine)
      try Migrator(Migrations.sqlite).prepare(connection, at: Machine.now)
      return connection
    }
    office = Office(database, clock: Clock(today: Self.today) { Machine.now })
    let (acts, families, people) = try database.read { (transaction) throws(Failure) in
      try (
        transaction.integer("SELECT max(id) FROM act"),
        transaction.integer("SELECT count(*) FROM family"),
        transaction.integer("SELECT count(*) FROM person")
      )
    }
    (self.families, self.people) = (Int(families), Int(people))
    if acts == 0 { _ = try office.setUp(administrator: Self.administrator) }
  }

  /// Writes an intake file of made-up families, and gives its path.
  func intake(families: Int, seed: UInt64) throws(Failure) -> String {
    let path = try directory.get().file("intake.csv")
    var generator = FamilyGenerator(seed: seed, today: Self.today, names: try .embedded())
    var next = 0
    try TemporaryFile.write(path) { bytes in
      if next == 0 { bytes += Array(FamilyGenerator.header.utf8) }
      let end = min(families, next + 10_000)
      while next < end {
        generator.append(next, to: &bytes)
        next += 1
      }
    }
    return path
  }

  /// Imports an intake file; gives the seconds it took.
  func load(_ path: String) throws(Failure) -> Double {
    let work = ImportFamilies(
      bytes: try TemporaryFile.read(path), fileName: "intake.csv", source: "bench")
    let watch = ImportFamilies.Watch(refused: { problem in
      Bench.say("line \(problem.line): \(problem.code.rawValue): \(problem.message)")
    })
    let (seconds, summary) = try Machine.time { () throws(Failure) in
      try office.run(work, as: Self.administrator, watch: watch)
    }
    guard summary.registered > 0, summary.rejected == 0 else {
      throw Failure(.fault, "\(summary.rejected) of the made-up families were refused")
    }
    families += summary.registered
    people += summary.persons
    return seconds
  }

  /// Fills the register with as many families as the command line says, unless it has some.
  func fill(_ options: Options) throws(Failure) {
    guard families == 0 else { return }
    Bench.say("filling a register with \(options.families) families…")
    _ = try load(intake(families: options.families, seed: options.seed))
  }

  /// Writes rows in bulk, under one act of the trail with this name.
  func act(
    _ name: String, _ write: (Transaction) throws(Failure) -> Void
  ) throws(Failure) {
    try database.write { (transaction) throws(Failure) in
      try ActTable.begin(in: transaction)
      try write(transaction)
      try ActTable.finish(
        ActEntry(at: Machine.now, today: Self.today, user: Self.administrator, action: name),
        in: transaction)
    }
  }

  /// A copy of the register as it is now, for a floor to start from.
  func copy(_ name: String) throws(Failure) -> String {
    let copy = try directory.get().file(name)
    let engine = try SQLiteEngine(path: path)
    try engine.script("VACUUM INTO '\(copy)'")
    return copy
  }

  /// So that whoever reads next reads one file.
  func moveLogIntoFile() throws(Failure) {
    try SQLiteEngine(path: path).script("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// Whether no such row was ever written.
  func lacks(_ table: StaticString) throws(Failure) -> Bool {
    try database.read { (transaction) throws(Failure) in
      try transaction.integer("SELECT max(id) FROM \(raw: table)") == 0
    }
  }

  /// The last act and the last word of names.
  func mark() throws(Failure) -> (act: Int64, word: Int64) {
    try database.read { (transaction) throws(Failure) in
      try (
        transaction.integer("SELECT max(id) FROM act"),
        transaction.integer("SELECT max(id) FROM name_token")
      )
    }
  }
}
