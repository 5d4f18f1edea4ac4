package import Domain

/// Decisions by which grants came to more or less.
package enum DifferenceTable {
  static let differences = Layout(
    56, "allowance_difference", isNumbered: true, ["grant_id", "amount", "reason", "document"])
  static let lines = Layout(
    57, "allowance_difference_line",
    ["difference_id", "person_id", "month", "was", "now", "why"])

  package static func insert(
    _ difference: GrantDifference, reason: String, document: String?, registered: Int,
    in transaction: Transaction
  ) throws(Failure) -> Number<Difference> {
    let number: Number<Difference> = try transaction.nextNumber(in: differences, year: registered)
    let row = try transaction.row(in: differences, id: number.raw)
    row.add(difference.grant.number)
    row.add(difference.amount)
    row.add(reason)
    row.add(document)
    try row.insert()
    for line in difference.lines {
      let (row, _) = try transaction.row(in: lines)
      row.add(number)
      row.add(line.key.person?.raw)
      row.add(line.key.month)
      row.add(line.was)
      row.add(line.now)
      row.add(line.why)
      try row.insert()
    }
    return number
  }

  /// The decisions about a grant, in their order.
  package static func all(of grant: Number<Grant>, in transaction: Transaction) throws(Failure)
    -> [GrantAdjustment]
  {
    let heads = try transaction.all(
      """
      SELECT id, act, amount, reason, document FROM allowance_difference
      WHERE grant_id = \(grant) ORDER BY act
      """
    ) { (row: inout Row) throws(Failure) in
      GrantAdjustment(
        number: row.number(), act: row.integer(), amount: row.money(), reason: row.text(),
        document: row.optionalText(), lines: [])
    }
    var decided: [GrantAdjustment] = []
    for head in heads {
      decided.append(
        GrantAdjustment(
          number: head.number, act: head.act, amount: head.amount, reason: head.reason,
          document: head.document, lines: try lines(of: head.number, in: transaction)))
    }
    return decided
  }

  private static func lines(of difference: Number<Difference>, in transaction: Transaction)
    throws(Failure) -> [DifferenceLine]
  {
    try transaction.all(
      """
      SELECT person_id, month, was, now, why FROM allowance_difference_line
      WHERE difference_id = \(difference) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      let person: Number<Person>? = row.optionalNumber()
      let key = DueKey(person: person, month: try row.optionalDate())
      return DifferenceLine(key: key, was: row.money(), now: row.money(), why: row.text())
    }
  }
}
