internal import Domain
internal import Services
internal import Storage

/// Inclusions, grants, and the question that everybody asks.
enum QuotaWorkloads {
  private static let count = 1_000
  private static let warmUp = 50
  private static let year = 2026
  private static let region = "KZ-55"

  /// One durable inclusion, with its protocol.
  static func include(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register()
    try register.fill(options)
    try loadOrder(into: register)
    let families = try families(of: register)
    for family in families.prefix(warmUp) { try include(family, in: register) }
    let floor = try FloorOfActs(register)
    let seconds = try Machine.times(of: families.dropFirst(warmUp)) { (family) throws(Failure) in
      try include(family, in: register)
    }
    return [try floor.measurement("include", seconds, unit: "inclusions")]
  }

  /// One durable grant, to a family that is included.
  static func grant(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register()
    try register.fill(options)
    try loadOrder(into: register)
    let families = try families(of: register)
    for family in families { try include(family, in: register) }
    for family in families.prefix(warmUp) { try grant(family, in: register) }
    let floor = try FloorOfActs(register)
    let seconds = try Machine.times(of: families.dropFirst(warmUp)) { (family) throws(Failure) in
      try grant(family, in: register)
    }
    return [try floor.measurement("grant", seconds, unit: "grants")]
  }

  /// The use of a full quota, on registers of growing size.
  static func usage(_ options: Options) throws(Failure) -> [Measurement] {
    var measurements: [Measurement] = []
    for size in [1_000, 10_000, 100_000, options.families] where size <= options.families {
      guard measurements.last?.families != size else { continue }
      var smaller = options
      smaller.families = size
      measurements += try usage(ofRegister: smaller)
    }
    return measurements
  }

  /// The quota on a day, and a whole year of it month by month.
  private static func usage(ofRegister options: Options) throws(Failure) -> [Measurement] {
    let listener = Listener()
    let register = try Register(hearing: listener)
    try register.fill(options)
    try loadOrder(into: register)
    for family in try families(of: register, count: min(800, options.families)) {
      try include(family, in: register)
    }
    let end = LocalDate(year: year, month: 12, day: 31)
    return [
      try usage("usage", QuotaUsage(kind: .kandas, year: year), of: register, listener),
      try usage(
        "usage.months", QuotaUsage(kind: .kandas, year: year, on: end, by: .month), of: register,
        listener),
    ]
  }

  private static func usage(
    _ name: String, _ question: QuotaUsage, of register: Register, _ listener: Listener
  ) throws(Failure) -> Measurement {
    let ask = { () throws(Failure) in
      _ = try register.office.answer(question, as: Register.administrator)
    }
    for _ in 0..<warmUp { try ask() }
    let seconds = try Machine.times(of: 0..<count) { (_) throws(Failure) in try ask() }
    let peak = Machine.peakMebibytes
    let calls = try listener.hear(ask)
    let floor = try Floor()
    let recording = try register.directory.get().file("\(name).recording")
    try floor.record(Array(repeating: calls, count: count), to: recording)
    let replay = try floor.replay(recording, on: register.path, begin: "BEGIN", units: count)
    return Measurement(
      name: name, families: register.families, people: register.people, count: count,
      unit: "answers", seconds: seconds.reduce(0, +), floorSeconds: replay.seconds,
      times: .init(seconds), floorTimes: .init(replay.units), peakMebibytes: peak)
  }

  // MARK: The quota

  /// An order that gives the region places for everyone who is included here.
  private static func loadOrder(into register: Register) throws(Failure) {
    let places = Int64(20 * (count + warmUp))
    let order = QuotaOrder(
      number: "bench", date: nil, effectiveFrom: Register.today, kind: .kandas, year: year,
      unit: .person, citation: Citation("made up for measuring", standing: .unconfirmed),
      lines: [OrderLine(region: region, amount: places, line: 2)])
    _ = try register.office.perform(LoadQuotaOrder(order: order), as: Register.administrator)
  }

  private static func include(_ family: Number<Family>, in register: Register) throws(Failure) {
    let useCase = IncludeFamily(
      family: family, kind: .kandas, year: year, region: region, protocolNumber: "1")
    _ = try register.office.perform(useCase, as: Register.administrator)
  }

  private static func grant(_ family: Number<Family>, in register: Register) throws(Failure) {
    let useCase = GrantAllowance(family: family, kind: .relocation)
    _ = try register.office.perform(useCase, as: Register.administrator)
  }

  /// Families from all over the register.
  private static func families(of register: Register, count: Int = count + warmUp)
    throws(Failure) -> [Number<Family>]
  {
    let year = Register.today.year
    guard register.families >= count else {
      throw Failure(.usage, "this needs a register of at least \(count) families")
    }
    return (0..<count).map {
      Number(year: year, serial: 1 + $0 * register.families / count)
    }
  }
}

extension Listener {
  /// What is called while `body` runs.
  func hear(_ body: () throws(Failure) -> Void) throws(Failure) -> [Call] {
    start()
    try body()
    return finish()
  }
}
