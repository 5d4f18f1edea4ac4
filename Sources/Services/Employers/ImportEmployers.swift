package import Domain
internal import Storage

/// Registers the employers of a file: `identifier, name, region, section, form, size`.
///
/// The good ones are saved, the others refused with line, field and rule. `section` and `size` may
/// be empty. The file may be read again: who is registered with the same content is unchanged, and
/// with other content a conflict.
package struct ImportEmployers: Sendable {
  package static let name = "employer.import"
  package static let columns = ["identifier", "name", "region", "section", "form", "size"]
  /// Employers in one transaction, so that other offices get their turn.
  static let batch = 500

  package var bytes: [UInt8]
  /// What the file is called in messages.
  package var fileName: String
  /// Save everything or, with one refusal, nothing.
  package var allOrNothing: Bool
  /// Check and count, and save nothing.
  package var dryRun: Bool

  package init(
    bytes: [UInt8], fileName: String, allOrNothing: Bool = false, dryRun: Bool = false
  ) {
    self.bytes = bytes
    self.fileName = fileName
    self.allOrNothing = allOrNothing
    self.dryRun = dryRun
  }

  package struct Summary: Hashable, Sendable {
    /// Rows read.
    package var read = 0
    package var registered = 0
    package var unchanged = 0
    package var rejected = 0
  }
}

extension Office {
  /// Imports a file; see ``ImportEmployers``.
  ///
  /// A problem has the identifier as its `familyRef`. `progress` is told rows done, and in all.
  package func run(
    _ work: ImportEmployers, as user: String, progress: (Int, Int) -> Void = { _, _ in },
    refused: (IntakeProblem) -> Void = { _ in }
  ) throws(Failure) -> ImportEmployers.Summary {
    let facts = facts
    var sheet = try EmployerSheet(
      work.bytes, name: work.fileName, required: ["identifier", "name", "region", "form"],
      optional: ["section", "size"])
    var rows: [EmployerRow] = []
    while let line = try sheet.next() { rows.append(EmployerRow(line, on: facts.today)) }
    var summary = ImportEmployers.Summary()
    summary.read = rows.count
    let isWhole = work.allOrNothing || work.dryRun
    var next = 0
    repeat {
      let end = isWhole ? rows.count : min(next + ImportEmployers.batch, rows.count)
      try database.write { (transaction) throws(Failure) in
        try Self.check(user, may: .keepEmployers, in: transaction)
        for row in rows[next..<end] {
          let problems = try row.save(
            into: &summary, as: user, in: transaction, given: facts)
          for problem in problems { refused(problem) }
        }
        if work.dryRun || (work.allOrNothing && summary.rejected > 0) { transaction.leaveNoTrace() }
      }
      next = end
      progress(next, rows.count)
    } while next < rows.count
    if work.allOrNothing, summary.rejected > 0 { summary.registered = 0 }
    return summary
  }
}

/// A row of the file, read and not yet held against the register.
private struct EmployerRow {
  private let line: EmployerSheet.Line
  private var problems: [IntakeProblem] = []
  private var useCase: RegisterEmployer?

  init(_ line: EmployerSheet.Line, on day: LocalDate) {
    self.line = line
    if let problem = line.problem {
      refuse("", problem)
      return
    }
    let form = take("form") { (text) throws(Failure) in
      try FieldWord.read(text, as: EmployerForm.self)
    }
    let identifier = take("identifier") { (text) throws(Failure) in
      // Without a form nobody can say which number it should have.
      try form?.identifier(text) ?? text
    }
    let name = take("name") { (text) throws(Failure) in try EmployerFields.name(text) }
    let region = take("region") { (text) throws(Failure) in
      try EmployerFields.region(text, on: day)
    }
    let section = takeOptional("section") { (text) throws(Failure) in
      try Reference.sections().resolve(text).code
    }
    let size = takeOptional("size") { (text) throws(Failure) in
      try FieldWord.read(text, as: EmployerSize.self)
    }
    guard let form, let identifier, let name, let region, problems.isEmpty else { return }
    useCase = RegisterEmployer(
      identifier: identifier, title: name, region: region, section: section, form: form,
      size: size)
  }

  /// Registers the employer; gives what stands against it.
  func save(
    into summary: inout ImportEmployers.Summary, as user: String, in transaction: Transaction,
    given facts: Facts
  ) throws(Failure) -> [IntakeProblem] {
    guard let useCase else {
      summary.rejected += 1
      return problems
    }
    let (identifier, draft) = try useCase.read(on: facts.today)
    guard let known = try EmployerTable.find(identifier: identifier, in: transaction) else {
      try Office.run(useCase, as: user, in: transaction, given: facts)
      summary.registered += 1
      return []
    }
    guard EmployerTable.Draft(known) != draft else {
      summary.unchanged += 1
      return []
    }
    summary.rejected += 1
    return [problem("identifier", .employerExists(known))]
  }

  private mutating func take<Value>(
    _ field: String, _ read: (String) throws(Failure) -> Value
  ) -> Value? {
    guard line.text(field).isEmpty else { return takeOptional(field, read) }
    refuse(field, Failure(.fieldRequired, "it is empty"))
    return nil
  }

  private mutating func takeOptional<Value>(
    _ field: String, _ read: (String) throws(Failure) -> Value
  ) -> Value? {
    guard !line.text(field).isEmpty else { return nil }
    do {
      return try read(line.text(field))
    } catch {
      refuse(field, error)
      return nil
    }
  }

  private mutating func refuse(_ field: String, _ failure: Failure) {
    problems.append(problem(field, failure))
  }

  private func problem(_ field: String, _ failure: Failure) -> IntakeProblem {
    IntakeProblem(
      line: line.number, familyRef: line.text("identifier"), column: field, code: failure.code,
      message: failure.detail, value: line.text(field))
  }
}
