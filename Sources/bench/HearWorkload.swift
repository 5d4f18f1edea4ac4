internal import AdminCLI
internal import Domain
internal import SQLiteEngine
internal import Services
internal import Storage

/// The statements that a report runs, with their values, as the `sqlite3` shell reads them.
enum HearWorkload {
  /// As Kosh's connections are set up, so that the shell has as much memory to work with.
  private static let settings = """
    PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY;
    """

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    guard let path = options.register, let name = options.files.first,
      let line = ReportsWorkload.catalogue.first(where: { $0.name == name })
    else { throw Failure(.usage, "hear takes the name of a report, and --register") }
    print(settings)
    for call in try calls(of: line, at: path) where call.isQuestion { print("\(call.literal);") }
    return []
  }

  /// Whatever the command of the report asks, from the first statement to the last.
  private static func calls(of line: PackLine, at path: String) throws(Failure) -> [Listener.Call] {
    let listener = Listener()
    let router = Router(
      CommandTree(AdminCLI.Program.commands, topics: AdminCLI.Program.topics),
      version: AdminCLI.Program.version
    ) { (path, _, clock) throws(Failure) in
      let database = try Database { () throws(Failure) in
        Connection(ListeningEngine(try SQLiteEngine(path: path), listener))
      }
      return Office(database, clock: clock)
    }
    let (silent, errors) = (Sink(isTerminal: false) { _ in 0 }, Sink.descriptor(2))
    let console = Console(out: silent, errors: errors, environment: [:], nanoseconds: { 0 })
    return try listener.hear { () throws(Failure) in
      let code = router.run(
        ReportsWorkload.words(of: line, at: path), environment: [:], console: console)
      guard code == 0 else { throw Failure(.fault, "\(line.name) ended with \(code)") }
    }
  }
}
