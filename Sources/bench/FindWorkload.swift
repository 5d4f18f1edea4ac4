internal import Domain
internal import Services
internal import Storage

/// Search by name, in whatever script people of the register bear it.
enum FindWorkload {
  private static let count = 1_000
  private static let warmUp = 50

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let listener = Listener()
    let register = try Register(hearing: listener)
    try register.fill(options)
    let texts = try texts(register, seed: options.seed)
    for text in texts.prefix(warmUp) { try find(text, in: register) }
    let asked = texts.dropFirst(warmUp)
    let seconds = try Machine.times(of: asked) { (text) throws(Failure) in
      try find(text, in: register)
    }
    let peak = Machine.peakMebibytes
    // The floor leaves the same acts in the trail, of a copy.
    let copy = try register.copy("floor.db")
    let questions = try asked.map { (text) throws(Failure) in
      try listener.hear { () throws(Failure) in try find(text, in: register) }
    }
    let floor = try Floor()
    let recording = try register.directory.get().file("recording")
    try floor.record(questions, to: recording)
    let replay = try floor.replay(recording, on: copy, begin: "BEGIN IMMEDIATE", units: count)
    return [
      Measurement(
        name: "find", families: register.families, people: register.people, count: count,
        unit: "searches", seconds: seconds.reduce(0, +), floorSeconds: replay.seconds,
        times: .init(seconds), floorTimes: .init(replay.units), peakMebibytes: peak)
    ]
  }

  private static func find(_ text: String, in register: Register) throws(Failure) {
    _ = try register.office.answer(FindFamilies(text: text), as: Register.administrator)
  }

  /// Whole names, and every fourth time only the start of one.
  private static func texts(_ register: Register, seed: UInt64) throws(Failure) -> [String] {
    var random = SeededRandom(seed: seed)
    return try register.database.read { (transaction) throws(Failure) in
      let last = Int(try transaction.integer("SELECT max(id) FROM person_name"))
      var texts: [String] = []
      while texts.count < count + warmUp {
        let id = 1 + random.below(last)
        let name = try transaction.first(
          """
          SELECT coalesce(family_name || ' ' || given_name, given_name, family_name, full_name)
          FROM person_name WHERE id = \(id)
          """
        ) { (row: inout Row) in row.text() }
        guard let name else { continue }
        texts.append(texts.count % 4 == 3 ? String(name.prefix(4)) : name)
      }
      return texts
    }
  }
}
