package import Domain

/// The lines of payment registers, and what may stand on one.
extension PaymentTable {
  /// In their order.
  package static func lines(of register: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> [PaymentLine]
  {
    try transaction.all(
      "SELECT \(raw: lineColumns) FROM payment_line WHERE register_id = \(register) ORDER BY position",
      line)
  }

  package static func line(
    _ position: Int, of register: Number<PaymentRegister>, in transaction: Transaction
  ) throws(Failure) -> PaymentLine? {
    try transaction.first(
      """
      SELECT \(raw: lineColumns) FROM payment_line
      WHERE register_id = \(register) AND position = \(position)
      """, line)
  }

  package static func line(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> PaymentLine?
  {
    try transaction.first(
      "SELECT \(raw: lineColumns) FROM payment_line WHERE id = \(id)", line)
  }

  /// True where a line still claims something that is not paid in full.
  package static func isOpen(_ line: PaymentLine, in transaction: Transaction) throws(Failure)
    -> Bool
  {
    try transaction.integer(
      """
      SELECT count(*) FROM payment_item AS i JOIN allowance_due AS d ON d.id = i.due_id
      WHERE i.line_id = \(line.id) AND i.closed_by IS NULL AND d.closed_by IS NULL
      """) > 0
  }

  /// How many lines of a register still claim something that is not paid in full.
  package static func openLines(of register: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> Int
  {
    Int(
      try transaction.integer(
        """
        SELECT count(DISTINCT l.id) FROM payment_line AS l
        JOIN payment_item AS i ON i.line_id = l.id AND i.closed_by IS NULL
        JOIN allowance_due AS d ON d.id = i.due_id AND d.closed_by IS NULL
        WHERE l.register_id = \(register)
        """))
  }

  private static let lineColumns: StaticString = """
    id, register_id, position, family_id, holder_id, holder_name, iin, iban, amount, withheld
    """

  private static func line(_ row: inout Row) -> PaymentLine {
    PaymentLine(
      id: row.integer(), register: row.number(), position: row.int(), family: row.number(),
      holder: row.number(), holderName: row.text(), iin: row.optionalText(), account: row.text(),
      amount: row.money(), withheld: row.money())
  }

  /// What a line pays, or paid before it came to nothing.
  package static func dues(of line: PaymentLine, in transaction: Transaction) throws(Failure)
    -> [Due]
  {
    try transaction.all(
      """
      SELECT d.id, d.grant_id, d.person_id, d.month, d.due_on, i.amount
      FROM payment_item AS i JOIN allowance_due AS d ON d.id = i.due_id
      WHERE i.line_id = \(line.id) ORDER BY i.id
      """, DueTable.decode)
  }

  /// What a line claims and is not paid in full.
  package static func openDues(of line: PaymentLine, in transaction: Transaction) throws(Failure)
    -> [Due]
  {
    try transaction.all(
      """
      SELECT d.id, d.grant_id, d.person_id, d.month, d.due_on, d.amount
      FROM payment_item AS i JOIN allowance_due AS d ON d.id = i.due_id
      WHERE i.line_id = \(line.id) AND i.closed_by IS NULL AND d.closed_by IS NULL ORDER BY i.id
      """, DueTable.decode)
  }

  /// What of a grant stands on registers that were approved and is not paid: it waits for the bank.
  package static func underWay(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [Due]
  {
    try transaction.all(
      """
      SELECT d.id, d.grant_id, d.person_id, d.month, d.due_on, \(raw: DueTable.rest)
      FROM allowance_due AS d
      JOIN payment_item AS i ON i.due_id = d.id AND i.closed_by IS NULL
      JOIN payment_line AS l ON l.id = i.line_id
      WHERE d.grant_id = \(grant) AND d.closed_by IS NULL
        AND EXISTS (SELECT 1 FROM payment_step AS s
          WHERE s.register_id = l.register_id AND s.step = 'approved')
      ORDER BY d.id
      """, DueTable.decode)
  }

  /// The grants of which a register pays something, in their order.
  package static func grants(of register: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> [Number<Grant>]
  {
    try transaction.all(
      """
      SELECT DISTINCT d.grant_id FROM payment_line AS l
      JOIN payment_item AS i ON i.line_id = l.id JOIN allowance_due AS d ON d.id = i.due_id
      WHERE l.register_id = \(register) ORDER BY d.grant_id
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }

  // MARK: What may be paid

  /// A claim with the family to whom it is due.
  package struct Payable: Hashable, Sendable {
    package let due: Due
    package let family: Number<Family>
    package let kind: AllowanceKind
  }

  /// What is due in a region up to and with a day and stands on no register, by family.
  package static func payable(
    region: String, kind: AllowanceKind?, through: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [Payable] {
    try transaction.all(
      """
      SELECT d.id, d.grant_id, d.person_id, d.month, d.due_on, d.amount,
        coalesce(v.family_id, g.family_id) AS family, g.kind
      FROM allowance_due AS d JOIN allowance_grant AS g ON g.id = d.grant_id
      LEFT JOIN allowance_division AS v ON v.grant_id = d.grant_id
        AND v.person_id IS d.person_id AND v.closed_by IS NULL
      WHERE d.closed_by IS NULL AND d.region = \(region) AND d.due_on <= \(through)
        AND g.kind = coalesce(\(kind), g.kind)
        AND NOT EXISTS (SELECT 1 FROM payment_item AS i
          WHERE i.due_id = d.id AND i.closed_by IS NULL)
      ORDER BY family, d.grant_id, d.id
      """
    ) { (row: inout Row) throws(Failure) in
      let due = try DueTable.decode(&row)
      return Payable(due: due, family: row.number(), kind: try row.word())
    }
  }

  /// The register on which a claim stands; nil where it stands on none.
  package static func claiming(_ due: Due, in transaction: Transaction) throws(Failure)
    -> Number<PaymentRegister>?
  {
    try transaction.first(
      """
      SELECT l.register_id FROM payment_item AS i JOIN payment_line AS l ON l.id = i.line_id
      WHERE i.due_id = \(due.id) AND i.closed_by IS NULL
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }
}
