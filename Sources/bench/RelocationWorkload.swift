internal import Domain
internal import Services
internal import Storage

/// The relocation payment of every family of the register at the rule of the day, beside the same
/// rule in openfisca-core where a command for it is given.
enum RelocationWorkload {
  private static let runs = 15

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register(keptAs: options.register)
    try register.fill(options)
    let rules = try Reference.rules()
    var households: [Household] = []
    var (reading, reckoning): ([Double], [Double]) = ([], [])
    var total = Money.zero
    for _ in 0..<runs {
      let (read, counted) = try Machine.time { () throws(Failure) in try count(register) }
      households = counted
      let (reckoned, sum) = try Machine.time { () throws(Failure) in
        try Self.total(households, rules)
      }
      total = sum
      reading.append(read + reckoned)
      reckoning.append(reckoned)
    }
    let (quoting, quoted) = try Machine.time { () throws(Failure) in
      var sum = Money.zero
      for household in households {
        let quote = try AllowanceQuote.make(.relocation, household, on: Register.today, rules)
        sum = try sum.adding(quote.total)
      }
      return sum
    }
    guard total == quoted else {
      throw Failure(.fault, "\(total) at once, and \(quoted) one by one")
    }
    Bench.say("\(total) tenge for \(households.count) families")
    let other = try Other(options.files, households, in: register)
    guard other.map({ Money(tenge: $0.tenge) == total }) ?? true else {
      throw Failure(.fault, "\(total) here, and \(other?.tenge ?? 0) there")
    }
    func measurement(_ name: String, _ seconds: [Double], _ floor: Double? = nil) -> Measurement {
      let times = Measurement.Times(seconds)
      return Measurement(
        name: name, families: register.families, people: register.people,
        count: households.count, unit: "families", seconds: times?.median ?? 0,
        floorSeconds: floor, times: times)
    }
    if let file = other?.seconds["file"] {
      Bench.say("openfisca-core from a file of counts: \(file.text(3)) s")
    }
    return [
      measurement("relocation", reckoning, other?.seconds["calculate"]),
      measurement("relocation.register", reading, other?.seconds["register"]),
      measurement("relocation.quotes", [quoting]),
    ]
  }

  /// One walk over the memberships.
  private static func count(_ register: Register) throws(Failure) -> [Household] {
    try register.database.read { (transaction) throws(Failure) in
      try MembershipTable.households(on: Register.today, in: transaction).map(\.household)
    }
  }

  /// The rates of the day, what each family is given, and the sum.
  private static func total(_ households: [Household], _ rules: RuleBook) throws(Failure)
    -> Money
  {
    try AllowanceRates(.relocation, on: Register.today, rules).total(for: households)
  }

  /// What another program says of the same families.
  private struct Other {
    private(set) var tenge: Int64 = 0
    /// Of the reckoning (`calculate`), and with the reading of the `file` or the `register`.
    private(set) var seconds: [String: Double] = [:]

    /// Nil without a command.
    ///
    /// A file of counts, the register, the day and a number of runs are put behind its words.
    init?(_ command: [String], _ households: [Household], in register: Register) throws(Failure) {
      guard !command.isEmpty else { return nil }
      let directory = try register.directory.get()
      let (counts, answer) = (directory.file("counts.csv"), directory.file("answer"))
      var rest = households[...]
      try TemporaryFile.write(counts) { bytes in
        if rest.startIndex == 0 {
          bytes += Array("head,spouses_and_children,others\n".utf8)
        }
        for _ in 0..<min(10_000, rest.count) {
          guard let next = rest.popFirst() else { break }
          bytes += Array("\(next.head),\(next.spousesAndChildren),\(next.others)\n".utf8)
        }
      }
      Bench.say("asking \(command.joined(separator: " "))…")
      try Program.run(
        command + [counts, register.path, "\(Register.today)", "\(runs)"], output: answer)
      let text = String(decoding: try TemporaryFile.read(answer), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count == 2 else { continue }
        if words[0] == "total" { tenge = Int64(words[1]) ?? 0 }
        seconds[String(words[0])] = Double(words[1])
      }
    }
  }
}
