internal import Domain

/// A register with everything that a report tells of, as large as the country's.
enum PressWorkload {
  /// Permits of a register of the whole country.
  private static let permits = 200_000

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    guard let path = options.register else {
      throw Failure(.usage, "press keeps the register that it makes: name it with --register")
    }
    let register = try Register(keptAs: path)
    try register.fill(options)
    let permits = max(1, permits * register.families / 313_256)
    let written = try [
      grants(into: register, seed: options.seed), payments(into: register, seed: options.seed),
      facts(into: register, seed: options.seed),
      self.permits(permits, into: register, seed: options.seed),
    ]
    try register.moveLogIntoFile()
    return written.compactMap(\.self)
  }

  /// Nil where the register has some, as those below.
  static func grants(into register: Register, seed: UInt64) throws(Failure) -> Measurement? {
    guard try register.lacks("allowance_grant") else { return nil }
    var press = try GrantPress(register, seed: seed)
    return try time("grants", into: register) { () throws(Failure) in try press.fill() }
  }

  private static func payments(into register: Register, seed: UInt64) throws(Failure)
    -> Measurement?
  {
    guard try register.lacks("payment_register") else { return nil }
    var press = try PaymentPress(register, seed: seed)
    return try time("payments", into: register) { () throws(Failure) in try press.fill() }
  }

  private static func facts(into register: Register, seed: UInt64) throws(Failure) -> Measurement? {
    guard try register.lacks("person_fact") else { return nil }
    var press = try FactPress(register, seed: seed)
    return try time("facts", into: register) { () throws(Failure) in try press.fill() }
  }

  static func permits(_ count: Int, into register: Register, seed: UInt64) throws(Failure)
    -> Measurement?
  {
    guard try register.lacks("work_permit") else { return nil }
    var press = try PermitPress(register, permits: count, seed: seed)
    return try time("permits", into: register) { () throws(Failure) in try press.fill() }
  }

  private static func time(
    _ what: String, into register: Register, _ body: () throws(Failure) -> Int
  ) throws(Failure) -> Measurement {
    let (seconds, count) = try Machine.time(body)
    return Measurement(
      name: "\(what).write", families: register.families, people: register.people, count: count,
      unit: what, seconds: seconds)
  }
}
