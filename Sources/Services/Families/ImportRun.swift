internal import Domain
internal import Storage

/// One run of an import: reads families ahead of the transaction that saves them.
struct ImportRun {
  private let work: ImportFamilies
  private var file: IntakeSource
  private let user: String
  private let facts: Facts
  private let watch: ImportFamilies.Watch
  var summary = ImportFamilies.Summary()
  /// The families that this run has registered.
  private(set) var registered: [Int64] = []
  /// Whether the keys of everything that was saved have been made.
  private(set) var isIndexed = false
  /// Where families are looked up before they are saved.
  private var desk: MatchDesk?
  private var next = 0
  private var ahead: [Candidate] = []

  /// A family of the file, read but not yet held against the register.
  private struct Candidate {
    var rows: [IntakeRow]
    var reading: IntakeReader.Reading
    var submission: Submission
  }

  init(
    work: ImportFamilies, file: IntakeSource, user: String, facts: Facts,
    watch: ImportFamilies.Watch
  ) {
    self.work = work
    self.file = file
    self.user = user
    self.facts = facts
    self.watch = watch
    summary.read = file.rowCount
    if let warning = file.openingWarning { warn(warning) }
  }

  /// Reads the next batch, outside any transaction.
  mutating func readAhead() throws(Failure) {
    guard ahead.isEmpty else { return }
    let end = min(next + ImportFamilies.batch, file.familyCount)
    while next < end {
      ahead.append(try candidate(next))
      next += 1
    }
  }

  /// Saves a batch; false when the file is done.
  mutating func takeBatch(in transaction: Transaction) throws(Failure) -> Bool {
    try readAhead()
    let batch = ahead
    ahead = []
    if work.matches == .refuse {
      desk = try MatchDesk.open(Reference.matchWeights(), in: transaction)
    }
    for candidate in batch { try take(candidate, in: transaction) }
    let isDone = next >= file.familyCount
    let waiting = try NameIndex.pending(in: transaction)
    if isDone || waiting >= NameIndex.mostWaiting { try NameIndex.catchUp(in: transaction) }
    guard isDone else { return true }
    if let warning = file.closingWarning { warn(warning) }
    try close(in: transaction)
    return false
  }

  func reportProgress() { watch.progress(next, file.familyCount) }

  func reportChecked() { watch.checked(next, file.familyCount) }

  // MARK: One family

  private mutating func candidate(_ index: Int) throws(Failure) -> Candidate {
    let (rows, reading) = try file.read(index)
    let head = rows.first { $0[.relation] == Relation.head.rawValue } ?? rows.first
    let submission = Submission(
      source: work.source, reference: head?[.familyRef] ?? reading.problems.first?.familyRef ?? "",
      line: head?.line ?? reading.problems.first?.line ?? 0,
      digest: reading.form == nil ? [] : IntakeDigest.digest(of: rows),
      lines: IntakeFile.lines(of: rows))
    return Candidate(rows: rows, reading: reading, submission: submission)
  }

  private mutating func take(_ candidate: Candidate, in transaction: Transaction) throws(Failure) {
    for warning in candidate.reading.warnings { warn(warning) }
    guard let form = candidate.reading.form else {
      return refuse(candidate.reading.problems)
    }
    let submission = candidate.submission
    if let known = try SubmissionTable.find(submission, in: transaction) {
      if known.digest == submission.digest {
        summary.unchanged += 1
      } else {
        refuse([
          IntakeProblem(
            line: submission.line, familyRef: submission.reference, field: .familyRef,
            code: .submissionDiffers,
            message: Failure.differs(submission, known.family).detail,
            value: submission.reference)
        ])
      }
      return
    }
    if try refuseKnown(form, candidate, in: transaction) { return }
    do {
      let useCase = RegisterFamily(form: form, submission: submission)
      registered.append(try Office.run(useCase, as: user, in: transaction, given: facts))
    } catch {
      guard error.code == .iinTaken else { throw error }
      return try refuseTaken(candidate.rows, in: transaction)
    }
    summary.registered += 1
    summary.persons += form.members.count
  }

  private mutating func warn(_ warning: IntakeProblem) {
    summary.warnings += 1
    watch.warned(warning)
  }

  private mutating func refuse(_ problems: [IntakeProblem]) {
    summary.rejected += 1
    for problem in problems { watch.refused(problem) }
  }

  /// One problem for each person of the form who is registered already; true where there are any.
  private mutating func refuseKnown(
    _ form: FamilyForm, _ candidate: Candidate, in transaction: Transaction
  ) throws(Failure) -> Bool {
    guard let desk else { return false }
    // The family before this one in the file counts as registered too.
    try MatchKeyTable.catchUp(in: transaction)
    let family = MatchFamily(form, ids: Array(form.members.indices))
    let others = try desk.candidates(for: family, in: transaction)
    let known = desk.matcher.decide(family, against: others).filter { $0.decision == .match }
    guard !known.isEmpty else { return false }
    var problems: [IntakeProblem] = []
    for result in known {
      problems.append(
        IntakeProblem(
          line: candidate.submission.lines[Int(result.person)],
          familyRef: candidate.submission.reference, field: nil, code: .personKnown,
          message: try Doubles.words(of: result, in: form, transaction)))
    }
    refuse(problems)
    return true
  }

  /// One problem for each row whose IIN someone of the register bears.
  private mutating func refuseTaken(_ rows: [IntakeRow], in transaction: Transaction)
    throws(Failure)
  {
    var problems: [IntakeProblem] = []
    for row in rows where !row[.iin].isEmpty {
      guard let holder = try PersonTable.holder(of: row[.iin], in: transaction) else { continue }
      problems.append(
        IntakeProblem(
          line: row.line, familyRef: row[.familyRef], column: file.iinColumn, code: .iinTaken,
          message: "the IIN belongs to \(holder), who is registered already", value: row[.iin]))
    }
    refuse(problems)
  }

  /// The run itself stands in the trail, also where it changed nothing.
  private mutating func close(in transaction: Transaction) throws(Failure) {
    // Those of a large file are made after it, in transactions of their own.
    isIndexed = try MatchKeyTable.pending(in: transaction) <= MatchKeyTable.mostByTheWay
    if isIndexed { try MatchKeyTable.catchUp(in: transaction) }
    try ActTable.begin(in: transaction)
    try ActTable.finish(
      ActEntry(
        at: facts.now, today: facts.today, user: user, action: ImportFamilies.name,
        detail: "\(work.source): \(summary.registered) registered, \(summary.unchanged) unchanged, "
          + "\(summary.rejected) refused"), in: transaction)
  }
}
