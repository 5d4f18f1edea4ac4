internal import Domain
internal import Services

/// One family, one durable commit.
enum RegisterWorkload {
  private static let count = 2_000
  private static let warmUp = 100

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register()
    try register.fill(options)
    let useCases = try useCases(after: options)
    for useCase in useCases.prefix(warmUp) { try perform(useCase, in: register) }
    let floor = try FloorOfActs(register)
    let seconds = try Machine.times(of: useCases.dropFirst(warmUp)) { (useCase) throws(Failure) in
      try perform(useCase, in: register)
    }
    return [try floor.measurement("register", seconds, unit: "families")]
  }

  private static func perform(_ useCase: RegisterFamily, in register: Register) throws(Failure) {
    _ = try register.office.perform(useCase, as: Register.administrator)
  }

  /// Families that are not yet in the register, as the form of one family reads them.
  static func useCases(after options: Options) throws(Failure) -> [RegisterFamily] {
    let reader = IntakeReader(
      regions: try Reference.regions(), countries: try Reference.countries(),
      today: Register.today)
    // The generator gives each IIN once only while the same one goes on.
    var generator = FamilyGenerator(
      seed: options.seed, today: Register.today, names: try .embedded())
    var skipped: [UInt8] = []
    for index in 0..<options.families {
      skipped.removeAll(keepingCapacity: true)
      generator.append(index, to: &skipped)
    }
    var useCases: [RegisterFamily] = []
    for index in options.families..<(options.families + count + warmUp) {
      var bytes = Array(FamilyGenerator.header.utf8)
      generator.append(index, to: &bytes)
      let rows = try rows(bytes)
      guard let form = reader.read(rows).form else {
        throw Failure(.fault, "a made-up family cannot be read")
      }
      useCases.append(RegisterFamily(form: form))
    }
    return useCases
  }

  private static func rows(_ bytes: [UInt8]) throws(Failure) -> [IntakeRow] {
    try CSVTable(bytes).rows.map { texts in
      var row = IntakeRow(line: 0)
      for (field, text) in zip(IntakeField.allCases, texts) { row[field] = text }
      return row
    }
  }
}

/// The floor of single acts: made before them, and asked after them.
struct FloorOfActs {
  private let register: Register
  private let copy: String
  private let floor: Floor

  init(_ register: Register) throws(Failure) {
    self.register = register
    copy = try register.copy("floor.db")
    floor = try Floor()
    let mark = try register.mark()
    try floor.addTables(after: mark.act, word: mark.word)
  }

  /// Replays the acts made since, one commit for each.
  func measurement(_ name: String, _ seconds: [Double], unit: String) throws(Failure)
    -> Measurement
  {
    let peak = Machine.peakMebibytes
    let recording = try floor.record(register, actsPerUnit: 1)
    let replay = try floor.replay(
      recording, on: copy, begin: "BEGIN IMMEDIATE", units: seconds.count)
    guard try floor.compare(register.path, copy) == replay.rows else {
      throw Failure(.fault, "the floor has written another number of rows")
    }
    return Measurement(
      name: name, families: register.families, people: register.people, count: seconds.count,
      unit: unit, seconds: seconds.reduce(0, +), floorSeconds: replay.seconds,
      times: .init(seconds), floorTimes: .init(replay.units), peakMebibytes: peak)
  }
}
