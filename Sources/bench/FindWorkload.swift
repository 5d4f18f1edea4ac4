internal import Domain
internal import Services
internal import Storage

/// Search by name: as registered, begun, with a letter wrong, and as papers of other scripts write.
enum FindWorkload {
  private static let count = 500
  private static let warmUp = 20
  /// How far down a list one looks.
  private static let shown = 10

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register()
    try register.fill(options)
    Bench.say("reading who bears which names…")
    let cast = try FindCast(register, seed: options.seed, count: count + warmUp)
    var measurements: [Measurement] = []
    for set in FindCast.sets { measurements.append(try measure(set, cast, register, options)) }
    return measurements
  }

  private static func measure(
    _ set: FindCast.Kind, _ cast: FindCast, _ register: Register, _ options: Options
  ) throws(Failure) -> Measurement {
    let questions = cast.questions(set)
    for question in questions.prefix(warmUp) { _ = try find(question.text, in: register) }
    var seconds: [Double] = []
    var processor: [Double] = []
    var share = Share(0, of: 0)
    var tellable = Share(0, of: 0)
    var slowest = (seconds: 0.0, text: "")
    for question in questions.dropFirst(warmUp) {
      let start = Machine.processorSeconds
      let (time, found) = try Machine.time { () throws(Failure) in
        try find(question.text, in: register)
      }
      processor.append(Machine.processorSeconds - start)
      seconds.append(time)
      if time > slowest.seconds { slowest = (time, question.text) }
      let isThere = found.prefix(shown).contains { $0.found.record.number == question.person }
      let isNamesake = found.prefix(shown).contains { cast.bears($0.found.record.number, question) }
      share = Share(share.count + (isThere || isNamesake ? 1 : 0), of: share.total + 1)
      if question.bearers <= shown {
        tellable = Share(tellable.count + (isThere ? 1 : 0), of: tellable.total + 1)
        if !isThere, options.showsMisses { Bench.say("missed: \(set.name): \(question.text)") }
      } else if !isThere, !isNamesake, options.showsMisses {
        Bench.say("missed: \(set.name): \(question.text)")
      }
    }
    if options.showsMisses {
      Bench.say("slowest: \((slowest.seconds * 1000).text(1)) ms: \(slowest.text)")
    }
    var measurement = Measurement(
      name: "find.\(set.name)", families: register.families, people: register.people,
      count: seconds.count, unit: "searches", seconds: seconds.reduce(0, +),
      times: .init(seconds))
    measurement.processorTimes = .init(processor)
    measurement.recall = (share, tellable)
    return measurement
  }

  private static func find(_ text: String, in register: Register) throws(Failure)
    -> [FindPersons.Match]
  {
    try register.office.answer(
      FindPersons(text: text, limit: shown), as: Register.administrator)
  }
}
