internal import Domain

/// The import of an intake file: checks, names and keys, history, trail.
enum LoadWorkload {
  /// Families in a commit, as the import has them.
  private static let batch = 500

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register()
    let copy = try register.copy("floor.db")
    let mark = try register.mark()
    let file = try register.intake(families: options.families, seed: options.seed)
    Bench.say("importing \(options.families) families…")
    let seconds = try register.load(file)
    let peak = Machine.peakMebibytes
    Bench.say("\(seconds.text(2)) s, \(peak) MiB; recording what it wrote…")
    let floor = try Floor()
    try floor.addTables(after: mark.act, word: mark.word)
    let recording = try floor.record(register, actsPerUnit: batch)
    let replay = try floor.replay(recording, on: copy, begin: "BEGIN IMMEDIATE")
    Bench.say("the floor took \(replay.seconds.text(2)) s; comparing…")
    let rows = try floor.compare(register.path, copy)
    guard rows == replay.rows else {
      throw Failure(.fault, "\(replay.rows) rows were replayed, and \(rows) are there")
    }
    return [
      Measurement(
        name: "load", families: register.families, people: register.people,
        count: register.people, unit: "people", seconds: seconds, floorSeconds: replay.seconds,
        peakMebibytes: peak)
    ]
  }
}
