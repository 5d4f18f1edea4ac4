internal import Domain
internal import Services
internal import Storage

/// Finding doubles: keys of the whole register, the check of one family, a file, and everyone.
enum MatchWorkload {
  private static let warmUp = 100
  /// Families of the file.
  private static let fileFamilies = 2_000

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register()
    try register.fill(options)
    var measurements = [try index(register), try check(register, options)]
    measurements += [try file(register, options), try all(register)]
    return measurements
  }

  private static func index(_ register: Register) throws(Failure) -> Measurement {
    Bench.say("making the keys anew…")
    let (seconds, outcome) = try Machine.time { () throws(Failure) in
      try register.office.run(IndexMatches(anew: true), as: Register.administrator)
    }
    return measurement("match.index", register, outcome.names, "names", seconds)
  }

  /// What a registration waits for: the counts of names, the candidates, the decision.
  private static func check(_ register: Register, _ options: Options) throws(Failure) -> Measurement
  {
    Bench.say("looking up single families…")
    let weights = try Reference.matchWeights()
    let forms = try RegisterWorkload.useCases(after: options).map(\.form)
    var seconds: [Double] = []
    for form in forms {
      let start = Machine.seconds
      try register.database.read { (transaction) throws(Failure) in
        let desk = try MatchDesk(weights, in: transaction)
        let family = MatchFamily(form, ids: Array(form.members.indices))
        let candidates = try desk.candidates(for: family, in: transaction)
        _ = desk.matcher.decide(family, against: candidates)
      }
      seconds.append(Machine.seconds - start)
    }
    let asked = Array(seconds.dropFirst(warmUp))
    var measurement = measurement(
      "match.check", register, asked.count, "families", asked.reduce(0, +))
    measurement.times = .init(asked)
    return measurement
  }

  /// The first families of the register, as they applied.
  private static func file(_ register: Register, _ options: Options) throws(Failure) -> Measurement
  {
    let path = try register.intake(
      families: min(fileFamilies, options.families), seed: options.seed)
    let work = MatchFile(bytes: try TemporaryFile.read(path), fileName: "intake.csv")
    let (seconds, outcome) = try Machine.time { () throws(Failure) in
      try register.office.run(work, as: Register.administrator)
    }
    Bench.say("a file: \(outcome.count(.match)) of \(outcome.lines.count) match")
    return measurement("match.file", register, outcome.lines.count, "people", seconds)
  }

  private static func all(_ register: Register) throws(Failure) -> Measurement {
    Bench.say("looking through the register…")
    let (seconds, outcome) = try Machine.time { () throws(Failure) in
      try register.office.run(MatchAll(dryRun: true), as: Register.administrator)
    }
    Bench.say(
      "\(outcome.pairs) pairs of people, \(outcome.families) families weighed, "
        + "\(outcome.match) match, \(outcome.review) to review")
    return measurement("match.all", register, outcome.persons, "people", seconds)
  }

  private static func measurement(
    _ name: String, _ register: Register, _ count: Int, _ unit: String, _ seconds: Double
  ) -> Measurement {
    Measurement(
      name: name, families: register.families, people: register.people, count: count, unit: unit,
      seconds: seconds, peakMebibytes: Machine.peakMebibytes)
  }
}
