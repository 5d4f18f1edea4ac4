internal import Hashing
package import Domain
internal import ISO20022
package import Storage

/// Reads a bank's answer: each entry lands where it belongs, or waits for a decision.
///
/// The file is kept as it came, under its digest; the same file is read once.
package struct ReconcilePayments: UseCase {
  package static let name = "payment.reconcile"
  package static let permission = Permission.preparePayments

  package var bytes: [UInt8]
  /// As it is named in messages and in the register: without folders.
  package var file: String
  /// Nil: by what the file starts with.
  package var format: BankFormat?

  package init(bytes: [UInt8], file: String, format: BankFormat? = nil) {
    self.bytes = bytes
    self.file = file
    self.format = format
  }

  package var detail: String { file }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let digest = SHA256.digest(of: bytes).hexadecimal
    if let known = try BankTable.file(digest: digest, in: transaction) { return known.id }
    let format = format ?? Self.format(of: bytes)
    let statement =
      switch format {
      case .csv: try BankAnswerFile.read(bytes, name: file)
      case .camt054: try BankStatement.camt054(bytes, name: file)
      }
    let id = try BankTable.insert(
      digest: digest, name: file, format: format, messageID: statement.messageID, content: bytes,
      in: transaction)
    var touched: Set<Number<PaymentRegister>> = []
    for entry in statement.entries {
      if let register = try place(entry, of: id, in: transaction, given: facts) {
        touched.insert(register)
      }
    }
    for register in touched.sorted() { try register.settleIfAnswered(in: transaction) }
    return id
  }

  /// XML starts with a bracket, after spaces or a byte order mark; a table does not.
  private static func format(of bytes: [UInt8]) -> BankFormat {
    let first = bytes.first { byte in !(byte <= 0x20 || byte >= 0x80) }
    return first == UInt8(ascii: "<") ? .camt054 : .csv
  }

  /// Keeps an entry and counts what it pays; gives the register that it touched.
  private func place(
    _ entry: BankEntry, of file: Int64, in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> Number<PaymentRegister>? {
    let line = try entry.endToEndID.flatMap { (reference) throws(Failure) in
      try PaymentTable.line(reference, in: transaction)
    }
    let standing = try line.map { (line) throws(Failure) in
      try LineStanding.load(line, in: transaction)
    }
    var match = BankMatch.make(entry, standing)
    if entry.status == .booked, try BankTable.isTold(entry, before: file, in: transaction) {
      match = BankMatch(.repeated)
    }
    let id = try BankTable.insert(entry, of: file, match, line: line, in: transaction)
    guard let line else { return nil }
    try PaymentBooking(line: line, entry: id, day: entry.booked ?? facts.today)
      .book(match, in: transaction)
    return line.register
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> BankAnswer
  {
    try BankAnswer.load(subject, in: transaction)
  }
}

extension LineStanding {
  static func load(_ line: PaymentLine, in transaction: Transaction) throws(Failure)
    -> LineStanding
  {
    var sentOn: LocalDate?
    if let export = try PaymentTable.export(of: line.register, in: transaction) {
      sentOn = try ActTable.find(export.act, in: transaction)?.today
    }
    return LineStanding(
      account: line.account, expected: line.transferred,
      paid: try line.transferredSoFar(in: transaction),
      isOver: try !PaymentTable.isOpen(line, in: transaction), sentOn: sentOn)
  }
}

extension PaymentLine {
  /// What the bank paid of it and did not take back: what was withheld was never the bank's to pay.
  func transferredSoFar(in transaction: Transaction) throws(Failure) -> Money {
    let paid = try BankTable.paid(by: self, in: transaction)
    return Money(tiyn: max(0, paid.tiyn - withheld.tiyn))
  }
}

extension PaymentTable {
  /// The line that a reference names; nil where it names none.
  static func line(_ reference: String, in transaction: Transaction) throws(Failure)
    -> PaymentLine?
  {
    guard let (register, position) = PaymentLine.parse(reference) else { return nil }
    return try line(position, of: register, in: transaction)
  }

  /// Throws `payment.not-found`.
  static func knownLine(_ reference: String, in transaction: Transaction) throws(Failure)
    -> PaymentLine
  {
    guard let line = try line(reference, in: transaction) else {
      throw Failure(
        .paymentNotFound, "no register has a line “\(reference)”",
        hint: "a line is named by register and place, such as R-2026-000001-J-12")
    }
    return line
  }
}

extension Number<PaymentRegister> {
  /// Settles a register that went out when nothing of it is open.
  func settleIfAnswered(in transaction: Transaction) throws(Failure) {
    let record = try PaymentTable.known(self, in: transaction)
    guard record.state == .exported else { return }
    guard try PaymentTable.openLines(of: self, in: transaction) == 0 else { return }
    try PaymentTable.add(.settled, to: self, in: transaction)
  }
}

/// A bank's file as it was read, entry by entry.
package struct BankAnswer: Hashable, Sendable {
  package let file: BankFile
  package let entries: [BankRecord]
  /// False where the file was read before, and nothing was counted again.
  package let isNew: Bool

  package func count(_ verdict: BankVerdict) -> Int {
    entries.count { $0.match.verdict == verdict }
  }

  static func load(_ id: Int64, in transaction: Transaction) throws(Failure) -> BankAnswer {
    guard let file = try BankTable.file(id, in: transaction) else {
      throw Failure(
        .paymentNotFound, "no file of a bank is numbered \(id)",
        hint: "kosh payment answers lists them")
    }
    return BankAnswer(
      file: file, entries: try BankTable.entries(of: id, in: transaction),
      isNew: file.act == transaction.act)
  }
}

/// Shows a bank's file as it was read.
package struct ShowBankAnswer: Query {
  package static let name = "payment.answer"
  package static let permission = Permission.preparePayments
  package static let isPersonal = true

  package var file: Int64

  package init(file: Int64) { self.file = file }

  package var detail: String { "file \(file)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> BankAnswer
  {
    try BankAnswer.load(file, in: transaction)
  }
}

/// The files that banks sent, the newest first.
package struct ListBankAnswers: Query {
  package static let name = "payment.answers"
  package static let permission = Permission.readReports

  package init() {}

  package var detail: String { "" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [BankFile]
  {
    try BankTable.files(in: transaction)
  }
}
