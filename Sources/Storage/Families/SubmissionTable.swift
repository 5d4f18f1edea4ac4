package import Domain

/// Where a family's first record came from.
package enum SubmissionTable {
  static let sources = Layout(2, "intake_source", ["name"])
  static let submissions = Layout(
    4, "submission", ["family_id", "source_id", "family_ref", "line", "digest"],
    later: ["lines"])

  /// The source's row, made where it is new.
  package static func source(_ name: String, in transaction: Transaction) throws(Failure) -> Int64 {
    let known = try transaction.integer("SELECT id FROM intake_source WHERE name = \(name)")
    guard known == 0 else { return known }
    let (row, id) = try transaction.row(in: sources)
    row.add(name)
    try row.insert()
    return id
  }

  package static func insert(
    _ submission: Submission, of family: Number<Family>, in transaction: Transaction
  ) throws(Failure) {
    let source = try source(submission.source, in: transaction)
    let (row, _) = try transaction.row(in: submissions)
    row.add(family)
    row.add(source)
    row.add(submission.reference)
    row.add(submission.line)
    row.add(submission.digest)
    row.addLater(
      submission.lines.isEmpty ? nil : submission.lines.map { "\($0)" }.joined(separator: " "))
    try row.insert()
  }

  /// The family that came from there under that reference, and the digest of its rows.
  package static func find(_ submission: Submission, in transaction: Transaction)
    throws(Failure) -> (family: Number<Family>, digest: [UInt8])?
  {
    try transaction.first(
      """
      SELECT s.family_id, s.digest FROM submission AS s
      JOIN intake_source AS i ON i.id = s.source_id
      WHERE i.name = \(submission.source) AND s.family_ref = \(submission.reference)
      """
    ) { (row: inout Row) throws(Failure) in (row.number(), row.blob()) }
  }

  /// A family's submissions, as known after act `knowledge`.
  package static func all(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [SubmissionRecord] {
    try transaction.all(
      """
      SELECT s.family_id, i.name, s.family_ref, s.line, s.digest FROM submission AS s
      JOIN intake_source AS i ON i.id = s.source_id
      WHERE s.family_id = \(family) AND s.act <= \(knowledge) ORDER BY s.id
      """
    ) { (row: inout Row) throws(Failure) in
      SubmissionRecord(
        family: row.number(), source: row.text(), reference: row.text(), line: row.int(),
        digest: row.blob())
    }
  }
}
