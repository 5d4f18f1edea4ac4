package import Domain

/// What banks say they did, how it was placed, and what came of it.
package enum BankTable {
  static let files = Layout(
    51, "bank_file", ["sha256", "name", "format", "message_id", "content"])
  static let entries = Layout(
    52, "bank_entry",
    [
      "file_id", "position", "line", "reference", "end_to_end", "amount", "direction", "status",
      "is_reversal", "account", "booked", "reason_code", "reason_text", "verdict", "counted",
      "line_id",
    ])
  static let resolutions = Layout(
    53, "bank_resolution", ["entry_id", "action", "line_id", "counted", "reason"])
  static let payments = Layout(
    54, "payment_entry", ["due_id", "line_id", "bank_entry_id", "amount", "on_date"])

  // MARK: Files

  package static func insert(
    digest: String, name: String, format: BankFormat, messageID: String?, content: [UInt8],
    in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let (row, id) = try transaction.row(in: files)
    row.add(digest)
    row.add(name)
    row.add(word: format)
    row.add(messageID)
    row.add(content)
    try row.insert()
    return id
  }

  package static func file(_ id: Int64, in transaction: Transaction) throws(Failure) -> BankFile? {
    try transaction.first("SELECT \(raw: fileColumns) FROM bank_file WHERE id = \(id)", file)
  }

  package static func file(digest: String, in transaction: Transaction) throws(Failure)
    -> BankFile?
  {
    try transaction.first(
      "SELECT \(raw: fileColumns) FROM bank_file WHERE sha256 = \(digest)", file)
  }

  /// The newest first.
  package static func files(in transaction: Transaction) throws(Failure) -> [BankFile] {
    try transaction.all("SELECT \(raw: fileColumns) FROM bank_file ORDER BY id DESC", file)
  }

  /// The bytes of a file, as it came.
  package static func content(of file: Int64, in transaction: Transaction) throws(Failure)
    -> [UInt8]?
  {
    try transaction.first("SELECT content FROM bank_file WHERE id = \(file)") {
      (row: inout Row) throws(Failure) in row.blob()
    }
  }

  private static let fileColumns: StaticString = "id, act, sha256, name, format, message_id"

  private static func file(_ row: inout Row) throws(Failure) -> BankFile {
    BankFile(
      id: row.integer(), act: row.integer(), digest: row.text(), name: row.text(),
      format: try row.word(), messageID: row.optionalText())
  }

  // MARK: Entries

  package static func insert(
    _ entry: BankEntry, of file: Int64, _ match: BankMatch, line: PaymentLine?,
    in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let (row, id) = try transaction.row(in: entries)
    row.add(file)
    row.add(entry.position)
    row.add(entry.line)
    row.add(entry.reference)
    row.add(entry.endToEndID)
    row.add(entry.amount)
    row.add(word: entry.direction)
    row.add(word: entry.status)
    row.add(entry.isReversal ? 1 : 0)
    row.add(entry.account)
    row.add(entry.booked)
    row.add(entry.returnReason?.code)
    row.add(entry.returnReason?.text)
    row.add(word: match.verdict)
    row.add(match.counted)
    row.add(line?.id)
    try row.insert()
    return id
  }

  /// True where another file told an entry of the same reference, payment, amount, day and side.
  package static func isTold(_ entry: BankEntry, before file: Int64, in transaction: Transaction)
    throws(Failure) -> Bool
  {
    try transaction.integer(
      """
      SELECT count(*) FROM bank_entry
      WHERE reference = \(entry.reference) AND file_id <> \(file)
        AND end_to_end IS \(entry.endToEndID) AND amount = \(entry.amount.tiyn)
        AND booked IS \(entry.booked) AND direction = \(entry.direction.rawValue)
        AND status = 'booked'
      """) > 0
  }

  package static func insert(
    _ action: SuspenseAction, of entry: Int64, line: PaymentLine?, counted: Money, reason: String,
    in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: resolutions)
    row.add(entry)
    row.add(word: action)
    row.add(line?.id)
    row.add(counted)
    row.add(reason)
    try row.insert()
  }

  package static func entry(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> BankRecord?
  {
    try records("SELECT \(raw: entryColumns) WHERE e.id = \(id)", in: transaction).first
  }

  /// In the order of the file.
  package static func entries(of file: Int64, in transaction: Transaction) throws(Failure)
    -> [BankRecord]
  {
    try records(
      "SELECT \(raw: entryColumns) WHERE e.file_id = \(file) ORDER BY e.position", in: transaction)
  }

  /// What the bank said about a line, by itself or by an official's word, in the order of reading.
  package static func entries(about line: PaymentLine, in transaction: Transaction)
    throws(Failure) -> [BankRecord]
  {
    try records(
      """
      SELECT \(raw: entryColumns)
      WHERE e.id IN (SELECT id FROM bank_entry WHERE line_id = \(line.id)
        UNION SELECT entry_id FROM bank_resolution WHERE line_id = \(line.id))
      ORDER BY e.id
      """, in: transaction)
  }

  /// What waits for a decision, the oldest first.
  package static func suspense(in transaction: Transaction) throws(Failure) -> [BankRecord] {
    try records(
      """
      SELECT \(raw: entryColumns)
      WHERE e.verdict NOT IN ('paid', 'partial', 'returned', 'pending', 'repeated')
        AND r.id IS NULL
      ORDER BY e.id
      """, in: transaction)
  }

  private static let entryColumns: StaticString = """
    e.id, e.file_id, e.position, e.line, e.reference, e.end_to_end, e.amount, e.direction,
      e.status, e.is_reversal, e.account, e.booked, e.reason_code, e.reason_text, e.verdict,
      e.counted, e.line_id, r.action, r.act, r.reason, r.counted, r.line_id
    FROM bank_entry AS e LEFT JOIN bank_resolution AS r ON r.entry_id = e.id
    """

  private struct Raw {
    let id: Int64
    let file: Int64
    let entry: BankEntry
    let match: BankMatch
    let resolution: BankRecord.Resolution?
    let line: Int64?
  }

  private static func records(_ sql: SQL, in transaction: Transaction) throws(Failure)
    -> [BankRecord]
  {
    var found: [BankRecord] = []
    for raw in try transaction.all(sql, decode) {
      let line = try raw.line.flatMap { (id) throws(Failure) in
        try PaymentTable.line(id, in: transaction)
      }
      found.append(
        BankRecord(
          id: raw.id, file: raw.file, entry: raw.entry, match: raw.match, line: line,
          resolution: raw.resolution))
    }
    return found
  }

  private static func decode(_ row: inout Row) throws(Failure) -> Raw {
    let (id, file) = (row.integer(), row.integer())
    var entry = BankEntry(
      position: row.int(), line: row.int(), reference: row.text(),
      endToEndID: row.optionalText(), amount: row.money(), direction: try row.word())
    entry.status = try row.word()
    entry.isReversal = row.int() == 1
    entry.account = row.optionalText()
    entry.booked = try row.optionalDate()
    let (code, text) = (row.optionalText(), row.optionalText())
    if code != nil || text != nil {
      entry.returnReason = BankEntry.ReturnReason(code: code, text: text)
    }
    let match = BankMatch(try row.word(), counted: row.money())
    let named = row.optionalInteger()
    let action: SuspenseAction? = try row.optionalWord()
    guard let action else {
      return Raw(id: id, file: file, entry: entry, match: match, resolution: nil, line: named)
    }
    let resolution = BankRecord.Resolution(
      action: action, act: row.integer(), reason: row.text(), counted: row.money())
    return Raw(
      id: id, file: file, entry: entry, match: match, resolution: resolution,
      line: row.optionalInteger() ?? named)
  }
}
