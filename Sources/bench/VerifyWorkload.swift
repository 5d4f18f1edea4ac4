internal import Domain
internal import Storage

/// The proof of the trail: every act's hash, and every row that the acts wrote.
enum VerifyWorkload {
  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register()
    try register.fill(options)
    let (seconds, report) = try Machine.time { () throws(Failure) in
      try register.database.read { (transaction) throws(Failure) in
        try Trail.verify(in: transaction)
      }
    }
    let peak = Machine.peakMebibytes
    if let problem = report.problems.first { throw Failure(.databaseDamaged, problem) }
    let rows = Int(report.rows + report.acts)
    let replay = try readAll(register)
    guard replay.rows == rows else {
      throw Failure(.fault, "the floor has read \(replay.rows) rows, and the trail \(rows)")
    }
    return [
      Measurement(
        name: "verify", families: register.families, people: register.people, count: rows,
        unit: "rows", seconds: seconds, floorSeconds: replay.seconds, peakMebibytes: peak)
    ]
  }

  /// The same tables, read in the same order.
  private static func readAll(_ register: Register) throws(Failure) -> Floor.Replay {
    var calls = Layout.all.map { layout in
      let order = layout.isNumbered ? "act, id" : "id"
      let columns = layout.columns.joined(separator: ", ")
      return Listener.Call(
        sql: "SELECT \(columns) FROM \(layout.name) ORDER BY \(order)", values: [])
    }
    calls.append(Listener.Call(sql: "SELECT * FROM act ORDER BY id", values: []))
    let floor = try Floor()
    let recording = try register.directory.get().file("recording")
    try floor.record([calls], to: recording)
    return try floor.replay(recording, on: register.path, begin: "BEGIN")
  }
}
