package import Domain

/// Stops of the payments of grants.
package enum StopTable {
  static let layout = Layout(
    55, "allowance_stop", closes: true,
    ["grant_id", "cause", "from_date", "is_final", "reason", "document"])

  package static func insert(_ stop: AllowanceStop, in transaction: Transaction) throws(Failure) {
    let (row, _) = try transaction.row(in: layout)
    row.add(stop.grant)
    row.add(word: stop.cause)
    row.add(stop.from)
    row.add(stop.isFinal ? 1 : 0)
    row.add(stop.reason)
    row.add(stop.document)
    try row.insert()
  }

  package static func close(_ stop: AllowanceStop, in transaction: Transaction) throws(Failure) {
    try transaction.close(layout, id: stop.id)
  }

  /// The stop that holds now; nil where payments run.
  package static func stop(of grant: Number<Grant>, in transaction: Transaction) throws(Failure)
    -> AllowanceStop?
  {
    try transaction.first(
      """
      SELECT id, grant_id, cause, from_date, is_final, reason, document FROM allowance_stop
      WHERE grant_id = \(grant) AND closed_by IS NULL
      """
    ) { (row: inout Row) throws(Failure) in
      let (id, grant): (Int64, Number<Grant>) = (row.integer(), row.number())
      let cause: AllowanceStop.Cause = try row.word()
      let (from, final) = (try row.date(), row.int() == 1)
      return AllowanceStop(
        id: id, grant: grant, cause: cause, from: from, isFinal: final, reason: row.text(),
        document: row.optionalText())
    }
  }

  /// The claims of which final stops called something off.
  package static func calledOff(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [DueKey]
  {
    try transaction.all(
      """
      SELECT d.person_id, d.month FROM allowance_stop AS s
      JOIN allowance_due AS d ON d.grant_id = s.grant_id AND d.closed_by = s.act
      WHERE s.grant_id = \(grant) AND s.is_final = 1 ORDER BY d.id
      """
    ) { (row: inout Row) throws(Failure) in
      let person: Number<Person>? = row.optionalNumber()
      return DueKey(person: person, month: try row.optionalDate())
    }
  }
}
