package import Domain

/// What is due of grants: a row is open until it is paid, called off or replaced.
package enum DueTable {
  static let layout = Layout(
    40, "allowance_due", closes: true,
    ["grant_id", "person_id", "month", "region", "due_on", "amount"])

  /// `region` is that of the grant: the queue of what may be paid is asked region by region.
  package static func insert(_ due: Due, region: String, in transaction: Transaction)
    throws(Failure)
  {
    let (row, _) = try transaction.row(in: layout)
    row.add(due.grant)
    row.add(due.key.person?.raw)
    row.add(due.key.month)
    row.add(region)
    row.add(due.dueOn)
    row.add(due.amount)
    try row.insert()
  }

  package static func close(_ due: Due, in transaction: Transaction) throws(Failure) {
    try transaction.close(layout, id: due.id)
  }

  /// What was open of a grant, as known after act `knowledge`, in the order of writing.
  package static func open(
    of grant: Number<Grant>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Due] {
    try transaction.all(
      """
      SELECT id, grant_id, person_id, month, due_on, amount FROM allowance_due
      WHERE grant_id = \(grant) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY id
      """, decode)
  }

  /// What is open of a grant, each without what was paid of it.
  package static func unpaid(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [Due]
  {
    try transaction.all(
      """
      SELECT id, grant_id, person_id, month, due_on, \(raw: rest)
      FROM allowance_due AS d WHERE grant_id = \(grant) AND closed_by IS NULL ORDER BY id
      """, decode)
  }

  /// The amount of a claim `d` without what was paid of it.
  static let rest: StaticString = """
    d.amount - (SELECT coalesce(sum(amount), 0) FROM payment_entry WHERE due_id = d.id)
    """

  static func decode(_ row: inout Row) throws(Failure) -> Due {
    let (id, grant): (Int64, Number<Grant>) = (row.integer(), row.number())
    let person: Number<Person>? = row.optionalNumber()
    let key = DueKey(person: person, month: try row.optionalDate())
    return Due(id: id, grant: grant, key: key, dueOn: try row.date(), amount: row.money())
  }
}
