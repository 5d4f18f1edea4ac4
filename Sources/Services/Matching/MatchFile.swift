package import Domain
internal import Seeds
internal import Storage

/// Holds every person of an intake file against the register, and changes nothing but the trail.
package struct MatchFile: Sendable {
  package static let name = "match.file"
  static let permission = Permission.readFamilies

  package var bytes: [UInt8]
  package var fileName: String
  /// Another file of weights than the one that ships with Kosh.
  package var weights: [UInt8]?

  package init(bytes: [UInt8], fileName: String, weights: [UInt8]? = nil) {
    self.bytes = bytes
    self.fileName = fileName
    self.weights = weights
  }

  /// One person of the file, and the likeliest person of the register.
  package struct Line: Hashable, Sendable {
    /// In the file, from 1.
    package let line: Int
    /// Nil where nobody comes near.
    package let candidate: Number<Person>?
    /// The reference under which the candidate's family came, else its number.
    package let familyReference: String
    /// The line of the candidate's own row in the file it came from.
    package let sourceLine: Int?
    /// The probability in thousandths.
    package let score: Int
    package let decision: MatchDecision
    package let reasons: String
  }

  package struct Outcome: Hashable, Sendable {
    /// In the order of the file.
    package var lines: [Line] = []
    package var families = 0
    /// Families whose rows make no form; their lines are in the list, with the rule.
    package var unreadable = 0

    package func count(_ decision: MatchDecision) -> Int {
      lines.count { $0.decision == decision }
    }
  }
}

extension Office {
  /// Matches a file; `progress` is told of the families done and of all.
  package func run(
    _ work: MatchFile, as user: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> MatchFile.Outcome {
    let file = try IntakeFile(work.bytes, name: work.fileName)
    let facts = facts
    let reader = IntakeReader(
      regions: try Reference.regions(), countries: try Reference.countries(), today: facts.today)
    let weights = try Reference.matchWeights(work.weights)
    let desk = try database.write { (transaction) throws(Failure) in
      try Self.check(user, may: MatchFile.permission, in: transaction)
      let desk = try MatchDesk.open(weights, in: transaction)
      try ActTable.begin(in: transaction)
      try ActTable.finish(
        ActEntry(
          at: facts.now, today: facts.today, user: user, action: MatchFile.name,
          detail: "\(work.fileName): \(file.rowCount) people"), in: transaction)
      return desk
    }
    let run = MatchFileRun(file: file, reader: reader, desk: desk, database: database)
    return try run.outcome(progress: progress)
  }
}

/// One run over a file, on several threads.
struct MatchFileRun: Sendable {
  let file: IntakeFile
  let reader: IntakeReader
  let desk: MatchDesk
  let database: Database

  /// Families that a thread takes at a time.
  private static let batch = 32
  /// Below this a candidate is not worth a look.
  private static let leastScore = 10

  func outcome(progress: (Int, Int) -> Void) throws(Failure) -> MatchFile.Outcome {
    let next = Lock(0)
    let done = Lock(0)
    let found = Lock(MatchFile.Outcome())
    let total = file.familyCount
    try Workers.run(meanwhile: { progress(done.with { $0 }, total) }) {
      (_) throws(Failure) in
      var own = file
      while true {
        let start = next.with { place in
          defer { place += Self.batch }
          return place
        }
        guard start < total else { return }
        let end = min(start + Self.batch, total)
        var outcome = MatchFile.Outcome()
        try database.read { (transaction) throws(Failure) in
          for family in start..<end { try match(family, of: &own, into: &outcome, transaction) }
        }
        found.with { all in
          all.lines += outcome.lines
          all.families += outcome.families
          all.unreadable += outcome.unreadable
        }
        done.with { $0 += end - start }
      }
    }
    var outcome = found.with { $0 }
    outcome.lines.sort { $0.line < $1.line }
    return outcome
  }

  private func match(
    _ index: Int, of file: inout IntakeFile, into outcome: inout MatchFile.Outcome,
    _ transaction: Transaction
  ) throws(Failure) {
    outcome.families += 1
    let (rows, problems) = try file.rows(ofFamily: index)
    let reading =
      problems.isEmpty ? reader.read(rows) : IntakeReader.Reading(problems: problems)
    guard let form = reading.form else {
      outcome.unreadable += 1
      let rule = reading.problems.first.map { "\($0.field): \($0.message) (\($0.code.rawValue))" }
      let lines = rows.isEmpty ? problems.map(\.line) : rows.map(\.line)
      outcome.lines += Set(lines).map { nobody($0, "not read: \(rule ?? "")") }
      return
    }
    let family = MatchFamily(form, ids: IntakeFile.lines(of: rows))
    let candidates = try desk.candidates(for: family, in: transaction)
    for result in desk.matcher.decide(family, against: candidates) {
      outcome.lines.append(try line(result, in: transaction))
    }
  }

  private func line(_ result: MatchResult, in transaction: Transaction) throws(Failure)
    -> MatchFile.Line
  {
    guard let candidate = result.candidate, result.score >= Self.leastScore else {
      return nobody(Int(result.person), "")
    }
    let origin = try MatchFamilyTable.origin(of: candidate, in: transaction)
    let number = try result.family(in: transaction).map { "\($0)" }
    return MatchFile.Line(
      line: Int(result.person), candidate: Number(raw: candidate),
      familyReference: origin?.reference ?? number ?? "", sourceLine: origin?.line,
      score: result.score, decision: result.decision, reasons: MatchCases.words(result.reasons))
  }

  private func nobody(_ line: Int, _ reason: String) -> MatchFile.Line {
    MatchFile.Line(
      line: line, candidate: nil, familyReference: "", sourceLine: nil, score: 0,
      decision: .none, reasons: reason)
  }
}

extension Reference {
  /// The weights of a file, or those that ship with Kosh.
  package static func matchWeights(_ file: [UInt8]?) throws(Failure) -> MatchWeights {
    guard let file else { return try matchWeights() }
    return try Seeds.matchWeights(weights: file)
  }
}
