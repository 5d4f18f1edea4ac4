package import Domain

/// What was paid of claims, and what of it came back.
extension BankTable {
  package static func insert(
    _ amount: Money, of due: Due, by line: PaymentLine, entry: Int64, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: payments)
    row.add(due.id)
    row.add(line.id)
    row.add(entry)
    row.add(amount)
    row.add(day)
    try row.insert()
  }

  /// What was paid of a claim and did not come back.
  package static func paid(of due: Due, in transaction: Transaction) throws(Failure) -> Money {
    Money(
      tiyn: try transaction.integer(
        "SELECT sum(amount) FROM payment_entry WHERE due_id = \(due.id)"))
  }

  /// A payment of a claim, or what of one came back.
  package struct Payment: Hashable, Sendable {
    package let key: DueKey
    /// Below zero where money came back.
    package let amount: Money
    package let on: LocalDate
    /// Of the line.
    package let reference: String
    package let family: Number<Family>
  }

  /// Whatever was paid of a grant, and came back, in order.
  package static func payments(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [Payment]
  {
    try transaction.all(
      """
      SELECT d.person_id, d.month, e.amount, e.on_date, l.register_id, l.position, l.family_id
      FROM allowance_due AS d JOIN payment_entry AS e ON e.due_id = d.id
      JOIN payment_line AS l ON l.id = e.line_id
      WHERE d.grant_id = \(grant) ORDER BY e.id
      """
    ) { (row: inout Row) throws(Failure) in
      let person: Number<Person>? = row.optionalNumber()
      let key = DueKey(person: person, month: try row.optionalDate())
      let (amount, on) = (row.money(), try row.date())
      let register: Number<PaymentRegister> = row.number()
      return Payment(
        key: key, amount: amount, on: on, reference: "\(register)-\(row.int())",
        family: row.number())
    }
  }

  /// What was paid by a line and did not come back.
  package static func paid(by line: PaymentLine, in transaction: Transaction) throws(Failure)
    -> Money
  {
    Money(
      tiyn: try transaction.integer(
        "SELECT sum(amount) FROM payment_entry WHERE line_id = \(line.id)"))
  }
}
