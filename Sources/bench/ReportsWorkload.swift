internal import AdminCLI
internal import Domain

/// Every report of the catalogue as CSV, beside the same statements in the `sqlite3` shell.
///
/// Both are whole processes, which take turns and write to nothing; the shell has a cache as large as
/// Kosh's. Seconds are those of the processor, of which others on the machine take none; the best of
/// some runs counts. Times are those of the clock. What the shell runs is heard from Kosh itself
/// (``HearWorkload``), in a process of its own: memory that this one held would count as the others'.
enum ReportsWorkload {
  private static let region = "KZ-55"

  /// The reports of a monthly pack, those of one region among them.
  static var catalogue: [PackLine] {
    PackLine.all(asOf: Register.today, regions: [region], isPublished: false)
  }

  /// The words after `kosh`.
  static func words(of line: PackLine, at path: String) -> [String] {
    ["report"] + line.words.split(separator: " ").map(String.init) + [
      "--format", "csv", "--db", path, "--as", Register.administrator,
      "--today", "\(Register.today)",
    ]
  }

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    guard let path = options.register else {
      throw Failure(.usage, "reports needs --register, as bench press makes one")
    }
    guard let kosh = Program.kosh else { throw Failure(.fault, "there is no kosh beside bench") }
    try Program.run(["sqlite3", "--version"])
    let lines = catalogue.filter { line in
      options.files.isEmpty || options.files.contains { line.name.hasPrefix($0) }
    }
    let directory = try TemporaryDirectory()
    var measurements: [Measurement] = []
    for line in lines {
      Bench.say("\(line.name)…")
      let query = directory.file("\(line.name).sql")
      try Program.run([Program.own, "hear", line.name, "--register", path], output: query)
      let ask = [kosh] + words(of: line, at: path)
      measurements.append(try measure(line.name, ask, query, path, runs: options.runs))
    }
    return measurements
  }

  private static func measure(
    _ name: String, _ ask: [String], _ query: String, _ path: String, runs: Int
  ) throws(Failure) -> Measurement {
    var (ours, shell): ([Program.Spent], [Program.Spent]) = ([], [])
    for _ in 0..<runs {
      ours.append(try Program.spend(ask))
      shell.append(try Program.spend(["sqlite3", "-batch", "-bail", path], input: query))
    }
    return Measurement(
      name: "reports.\(name)", families: 0, people: 0, count: 1, unit: "reports",
      seconds: ours.map(\.processorSeconds).min() ?? 0,
      floorSeconds: shell.map(\.processorSeconds).min(), times: .init(ours.map(\.seconds)),
      floorTimes: .init(shell.map(\.seconds)), peakMebibytes: ours.map(\.peakMebibytes).max() ?? 0,
      floorPeakMebibytes: shell.map(\.peakMebibytes).max())
  }
}
