package import Domain
internal import Storage

/// Registers the families of a file, in the intake form or as an office exports them: the good ones
/// are saved, the others refused with line, field and rule.
///
/// Families are saved in batches, each one transaction, so other offices get their turn and what
/// was reported as saved is saved. The file may be read again: a family that came from the same
/// source under the same reference is unchanged, or a conflict if its rows differ now.
package struct ImportFamilies: Sendable {
  package static let name = "family.import"
  /// Families in one transaction: about a twentieth of a second of work.
  static let batch = 500

  package var bytes: [UInt8]
  /// What the file is called in messages.
  package var fileName: String
  package var format: IntakeFormat
  /// With the family's reference, the identity of a submission.
  package var source: String
  /// Save everything or, with one refusal, nothing.
  package var allOrNothing: Bool
  /// Check and count, and save nothing.
  package var dryRun: Bool
  package var matches: Matches

  /// What is done about people of the file who are, or may be, registered already.
  package enum Matches: Hashable, Sendable {
    /// Nothing; ``MatchAll`` finds them later.
    case none
    /// They are registered, and the pairs are listed for a decision; nothing is done where the
    /// file brings more than `most` families, for then ``MatchAll`` is the quicker way.
    case list(most: Int)
    /// A family with someone who is registered is refused as `person.known`; those who only may
    /// be are listed. Each family is looked up before it is saved, which takes a load long.
    case refuse
  }

  package init(
    bytes: [UInt8], fileName: String, format: IntakeFormat = .intake, source: String,
    allOrNothing: Bool = false, dryRun: Bool = false, matches: Matches = .none
  ) {
    self.bytes = bytes
    self.fileName = fileName
    self.format = format
    self.source = source
    self.allOrNothing = allOrNothing
    self.dryRun = dryRun
    self.matches = matches
  }

  package struct Summary: Hashable, Sendable {
    /// Rows read.
    package var read = 0
    package var registered = 0
    package var unchanged = 0
    package var rejected = 0
    /// People registered by this run.
    package var persons = 0
    package var warnings = 0
    /// What was found about people registered before; nil where nobody looked.
    package var doubles: Doubles?

    /// Pairs found, by decision, and those that were put on the list.
    package struct Doubles: Hashable, Sendable {
      package var match = 0
      package var review = 0
      package var listed = 0
    }
  }

  /// What a caller may watch while it runs.
  package struct Watch {
    /// Families done and saved, and families in all.
    package var progress: (Int, Int) -> Void
    /// Families checked and not yet saved, and families in all: where all are saved at the end.
    package var checked: (Int, Int) -> Void
    /// Names whose keys for matching were made, and names in all.
    package var indexed: (Int, Int) -> Void
    /// Families that were looked up among those registered before, and families in all.
    package var matched: (Int, Int) -> Void
    package var refused: (IntakeProblem) -> Void
    package var warned: (IntakeProblem) -> Void

    package init(
      progress: @escaping (Int, Int) -> Void = { _, _ in },
      checked: @escaping (Int, Int) -> Void = { _, _ in },
      indexed: @escaping (Int, Int) -> Void = { _, _ in },
      matched: @escaping (Int, Int) -> Void = { _, _ in },
      refused: @escaping (IntakeProblem) -> Void = { _ in },
      warned: @escaping (IntakeProblem) -> Void = { _ in }
    ) {
      self.progress = progress
      self.checked = checked
      self.indexed = indexed
      self.matched = matched
      self.refused = refused
      self.warned = warned
    }
  }
}

extension Office {
  /// Imports a file; see ``ImportFamilies``.
  package func run(
    _ work: ImportFamilies, as user: String, watch: ImportFamilies.Watch = .init()
  ) throws(Failure) -> ImportFamilies.Summary {
    let facts = facts
    let reader = IntakeReader(
      regions: try Reference.regions(), countries: try Reference.countries(), today: facts.today)
    let file = try IntakeSource(work, reader)
    var run = ImportRun(work: work, file: file, user: user, facts: facts, watch: watch)
    if work.allOrNothing || work.dryRun {
      try database.write { (transaction) throws(Failure) in
        try Self.check(user, may: .registerFamilies, in: transaction)
        while try run.takeBatch(in: transaction) { run.reportChecked() }
        if work.dryRun || run.summary.rejected > 0 { transaction.leaveNoTrace() }
      }
      if run.summary.rejected > 0, work.allOrNothing { run.summary.forgetSaved() }
    } else {
      var isOpen = true
      while isOpen {
        try run.readAhead()
        isOpen = try database.write { (transaction) throws(Failure) in
          try Self.check(user, may: .registerFamilies, in: transaction)
          return try run.takeBatch(in: transaction)
        }
        run.reportProgress()
      }
    }
    if !work.dryRun {
      if !run.isIndexed { try IndexMatches.catchUp(database, progress: watch.indexed) }
      run.summary.doubles = try listDoubles(of: run, work, as: user, watch: watch)
    }
    return run.summary
  }

  /// Lists the people of new families who were registered before; nil where nobody is to look.
  private func listDoubles(
    of run: ImportRun, _ work: ImportFamilies, as user: String, watch: ImportFamilies.Watch
  ) throws(Failure) -> ImportFamilies.Summary.Doubles? {
    var most = Int.max
    switch work.matches {
    case .none: return nil
    case .list(let few): most = few
    case .refuse: break
    }
    let families = run.summary.registered > 0 ? run.registered : []
    guard families.count <= most else { return nil }
    var doubles = ImportFamilies.Summary.Doubles()
    let desk = try database.read { (transaction) throws(Failure) in
      try MatchDesk(Reference.matchWeights(), in: transaction)
    }
    let weighing = MatchWeighing(desk: desk, database: database)
    let found = try weighing.found(
      families.map { MatchWeighing.Task(family: $0, others: nil) }, progress: watch.matched)
    doubles.match = found.count { $0.decision == .match }
    doubles.review = found.count - doubles.match
    guard !found.isEmpty else { return doubles }
    doubles.listed = try MatchCases.list(found, by: ImportFamilies.name, as: user, office: self)
    return doubles
  }
}

extension ImportFamilies.Summary {
  /// With one refusal, an all-or-nothing run has saved nothing.
  fileprivate mutating func forgetSaved() { (registered, persons) = (0, 0) }
}
