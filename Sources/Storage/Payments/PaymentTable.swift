package import Domain

/// Payment registers: what each pays to whom, and what was done with it.
package enum PaymentTable {
  static let registers = Layout(
    47, "payment_register", isNumbered: true,
    ["region", "kind", "through", "payer_id", "lines", "amount"])
  static let lines = Layout(
    48, "payment_line",
    [
      "register_id", "position", "family_id", "holder_id", "holder_name", "iin", "iban", "amount",
      "withheld",
    ])
  static let items = Layout(49, "payment_item", closes: true, ["line_id", "due_id", "amount"])
  static let steps = Layout(
    50, "payment_step",
    [
      "register_id", "step", "reason", "made_at", "execute_on", "xml_sha256", "csv_sha256",
      "signature", "public_key",
    ])

  // MARK: Writing

  package struct Draft {
    package let region: String
    package let kind: AllowanceKind?
    package let through: LocalDate
    package let payer: Payer
    package let lines: Int
    package let amount: Money

    package init(
      region: String, kind: AllowanceKind?, through: LocalDate, payer: Payer, lines: Int,
      amount: Money
    ) {
      self.region = region
      self.kind = kind
      self.through = through
      self.payer = payer
      self.lines = lines
      self.amount = amount
    }
  }

  package static func insert(_ draft: Draft, registered: Int, in transaction: Transaction)
    throws(Failure) -> Number<PaymentRegister>
  {
    let number: Number<PaymentRegister> = try transaction.nextNumber(
      in: registers, year: registered)
    let row = try transaction.row(in: registers, id: number.raw)
    row.add(draft.region)
    row.add(draft.kind?.rawValue)
    row.add(draft.through)
    row.add(draft.payer.id)
    row.add(draft.lines)
    row.add(draft.amount)
    try row.insert()
    return number
  }

  /// Adds a line and what it pays.
  @discardableResult
  package static func insert(_ line: PaymentLine, paying dues: [Due], in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: lines)
    row.add(line.register)
    row.add(line.position)
    row.add(line.family)
    row.add(line.holder)
    row.add(line.holderName)
    row.add(line.iin)
    row.add(line.account)
    row.add(line.amount)
    row.add(line.withheld)
    try row.insert()
    for due in dues {
      let (item, _) = try transaction.row(in: items)
      item.add(id)
      item.add(due.id)
      item.add(due.amount)
      try item.insert()
    }
    return id
  }

  package static func add(
    _ step: PaymentStep, to register: Number<PaymentRegister>, reason: String? = nil,
    export: PaymentExport? = nil, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: steps)
    row.add(register)
    row.add(word: step)
    row.add(reason)
    row.add(export?.madeAt.milliseconds)
    row.add(export?.executeOn)
    row.add(export?.xmlDigest)
    row.add(export?.csvDigest)
    row.add(export?.signature)
    row.add(export?.publicKey)
    try row.insert()
  }

  /// Gives up what a line claims: it is due again, and may stand on another register.
  package static func closeItems(of line: PaymentLine, in transaction: Transaction)
    throws(Failure)
  {
    let open = try transaction.all(
      "SELECT id FROM payment_item WHERE line_id = \(line.id) AND closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for id in open { try transaction.close(items, id: id) }
  }

  // MARK: Reading

  package static func find(_ number: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> PaymentRecord?
  {
    let head = try transaction.first(
      "SELECT \(raw: columns) FROM payment_register WHERE id = \(number)", head)
    return try head.map { (head) throws(Failure) in try record(head, in: transaction) }
  }

  /// Throws `payment.not-found`.
  package static func known(_ number: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> PaymentRecord
  {
    guard let record = try find(number, in: transaction) else {
      throw Failure(
        .paymentNotFound, "no payment register is numbered \(number)",
        hint: "kosh payment list shows them")
    }
    return record
  }

  /// Registers, the newest first; of one region or year where one is given.
  package static func all(region: String?, year: Int?, in transaction: Transaction)
    throws(Failure) -> [PaymentRecord]
  {
    let range = year.map { Number<PaymentRegister>.range(of: $0) }
    let heads = try transaction.all(
      """
      SELECT \(raw: columns) FROM payment_register
      WHERE region = coalesce(\(region), region)
        AND id BETWEEN \(range?.lowerBound ?? 0) AND \(range?.upperBound ?? Int64.max)
      ORDER BY id DESC
      """, head)
    var records: [PaymentRecord] = []
    for head in heads { records.append(try record(head, in: transaction)) }
    return records
  }

  private static let columns: StaticString = """
    id, act, region, kind, through, payer_id, lines, amount
    """

  private static func head(_ row: inout Row) throws(Failure) -> Head {
    Head(
      number: row.number(), act: row.integer(), region: row.text(), kind: try row.optionalWord(),
      through: try row.date(), payer: row.integer(), lines: row.int(), amount: row.money())
  }

  private struct Head {
    let number: Number<PaymentRegister>
    let act: Int64
    let region: String
    let kind: AllowanceKind?
    let through: LocalDate
    let payer: Int64
    let lines: Int
    let amount: Money
  }

  private static func record(_ head: Head, in transaction: Transaction) throws(Failure)
    -> PaymentRecord
  {
    guard let payer = try AccountTable.payer(head.payer, in: transaction) else {
      throw .damaged("the payer \(head.payer)", "nothing")
    }
    var state = PaymentState.draft
    for step in try steps(of: head.number, in: transaction) {
      guard let next = state.after(step.step) else {
        throw .damaged("a step from \(state.rawValue)", step.step.rawValue)
      }
      state = next
    }
    return PaymentRecord(
      number: head.number, act: head.act, region: head.region, kind: head.kind,
      through: head.through, payer: payer, state: state, lines: head.lines, amount: head.amount)
  }

  package struct Step: Hashable, Sendable {
    package let step: PaymentStep
    package let act: Int64
    package let reason: String?
  }

  /// In the order in which they were made.
  package static func steps(of register: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> [Step]
  {
    try transaction.all(
      "SELECT step, act, reason FROM payment_step WHERE register_id = \(register) ORDER BY id"
    ) { (row: inout Row) throws(Failure) in
      Step(step: try row.word(), act: row.integer(), reason: row.optionalText())
    }
  }

  package static func export(of register: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> PaymentExport?
  {
    try transaction.first(
      """
      SELECT act, made_at, execute_on, xml_sha256, csv_sha256, signature, public_key
      FROM payment_step WHERE register_id = \(register) AND step = 'exported'
      """
    ) { (row: inout Row) throws(Failure) in
      PaymentExport(
        act: row.integer(), madeAt: Instant(milliseconds: row.integer()),
        executeOn: try row.date(), xmlDigest: row.text(), csvDigest: row.text(),
        signature: row.optionalText(), publicKey: row.optionalText())
    }
  }
}
