internal import Domain
internal import Reports
internal import SQLiteEngine
internal import Services
internal import Storage

/// The allowance register of one region and year out of a whole country's, as CSV, beside the same
/// query in the `sqlite3` shell.
enum GrantsWorkload {
  private static let runs = 15
  private static let region = "KZ-55"
  private static let days = ("2026-01-01", "2026-12-31")

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register(keptAs: options.register)
    try register.fill(options)
    let written = try PressWorkload.grants(into: register, seed: options.seed)
    try register.moveLogIntoFile()
    let question = AllowanceRegister(
      from: try day(days.0), through: try day(days.1), region: region)
    let lines = try render(question, of: register).split(whereSeparator: \.isNewline).count - 1
    let query = try query(asking: question, of: register, lines: lines)
    Bench.say("asking for \(lines) lines, \(runs) times…")
    var (ours, shell, whole): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<runs {
      ours.append(
        try Machine.time { () throws(Failure) in try render(question, of: register) }.seconds)
      shell.append(try ask(query, of: register))
      if let kosh = Program.kosh { whole.append(try Program.run(words(kosh, register))) }
    }
    let floor = Measurement.Times(shell)
    func measurement(_ name: String, _ seconds: [Double]) -> Measurement? {
      guard let times = Measurement.Times(seconds) else { return nil }
      return Measurement(
        name: name, families: register.families, people: register.people, count: lines,
        unit: "lines", seconds: times.median, floorSeconds: floor?.median, times: times,
        floorTimes: floor)
    }
    return [
      written, measurement("grants.register", ours), measurement("grants.process", whole),
    ].compactMap(\.self)
  }

  private static func day(_ text: String) throws(Failure) -> LocalDate {
    guard let day = LocalDate(iso: text) else { throw Failure(.dateInvalid, text) }
    return day
  }

  /// The question, its entry in the trail and the report, as the command line does it.
  private static func render(_ question: AllowanceRegister, of register: Register)
    throws(Failure) -> String
  {
    let report = try register.office.answer(question, as: Register.administrator)
    return CSVRenderer.render(report, .en)
  }

  private static func words(_ kosh: String, _ register: Register) -> [String] {
    [
      kosh, "report", "allowances", "--region", region, "--from", days.0, "--to", days.1,
      "--format", "csv", "--db", register.path, "--as", Register.administrator,
    ]
  }

  // MARK: The shell

  private static func ask(_ query: String, of register: Register, output: String? = nil)
    throws(Failure) -> Double
  {
    try Program.run(["sqlite3", register.path], input: query, output: output)
  }

  /// Writes the statement that reads the register to a file, and gives its path.
  ///
  /// Throws `fault` where the shell gives another number of lines.
  private static func query(
    asking question: AllowanceRegister, of register: Register, lines: Int
  ) throws(Failure) -> String {
    let directory = try register.directory.get()
    let calls = try register.calls { (transaction) throws(Failure) in
      _ = try question.answer(in: transaction, given: register.office.facts)
    }
    guard let call = calls.first(where: { $0.sql.contains("FROM allowance_grant") }) else {
      throw Failure(.fault, "the register was not asked for")
    }
    let (query, output) = (directory.file("query.sql"), directory.file("lines"))
    try TemporaryFile.write("\(call.literal);\n", to: query)
    _ = try ask(query, of: register, output: output)
    let found = try TemporaryFile.read(output).count { $0 == UInt8(ascii: "\n") }
    guard found == lines else {
      throw Failure(.fault, "the report has \(lines) lines, and the shell gave \(found)")
    }
    return query
  }
}

extension Register {
  /// What the statements in `body` ask, on a connection of its own.
  fileprivate func calls(_ body: (Transaction) throws(Failure) -> Void) throws(Failure)
    -> [Listener.Call]
  {
    let (listener, path) = (Listener(), path)
    let database = try Database { () throws(Failure) in
      Connection(ListeningEngine(try SQLiteEngine(path: path), listener))
    }
    return try listener.hear { () throws(Failure) in try database.read(body) }
  }
}
