internal import Domain
internal import Services
internal import Storage

/// What a bank tells of the lines of a register.
struct BankAnswerPress {
  /// The row of the bank's file.
  let file: Int64
  private var position = 0

  init(file: Int64) { self.file = file }

  private mutating func entry(
    _ line: PaymentLine?, _ amount: Money, _ direction: BankEntry.Direction, on day: LocalDate
  ) -> BankEntry {
    position += 1
    return BankEntry(
      position: position, line: position + 1, reference: "\(file)-\(position)",
      endToEndID: line?.reference, amount: amount, direction: direction, account: line?.account,
      booked: day)
  }

  /// The whole of a line is paid.
  mutating func pay(
    _ line: PaymentLine, _ dues: [Due], on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let id = try BankTable.insert(
      entry(line, line.amount, .debit, on: day), of: file,
      BankMatch(.paid, counted: line.amount), line: line, in: transaction)
    for due in dues {
      try BankTable.insert(due.amount, of: due, by: line, entry: id, on: day, in: transaction)
      try DueTable.close(due, in: transaction)
    }
    for (key, dues) in Dictionary(grouping: dues, by: Book.init) {
      try Commitments.spend(
        grant: key.grant, year: key.year,
        amount: Money(tiyn: dues.reduce(0) { $0 + $1.amount.tiyn }),
        on: day, in: transaction)
    }
  }

  private struct Book: Hashable {
    let grant: Number<Grant>
    let year: Int

    init(_ due: Due) { (grant, year) = (due.grant, due.dueOn.year) }
  }

  /// It comes back, and is due again.
  mutating func giveBack(
    _ line: PaymentLine, _ payable: [PaymentTable.Payable], on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    let id = try BankTable.insert(
      entry(line, line.amount, .credit, on: day), of: file,
      BankMatch(.returned, counted: Money(tiyn: -line.amount.tiyn)), line: line, in: transaction)
    for due in payable.map(\.due).reversed() {
      try BankTable.insert(
        Money(tiyn: -due.amount.tiyn), of: due, by: line, entry: id, on: day, in: transaction)
      try Commitments.giveBack(
        grant: due.grant, year: due.dueOn.year, amount: due.amount, on: day, in: transaction)
      let grant = try GrantTable.known(due.grant, in: transaction)
      try DueTable.insert(
        Due(grant: due.grant, key: due.key, dueOn: due.dueOn, amount: due.amount),
        region: grant.region, in: transaction)
    }
    try PaymentTable.closeItems(of: line, in: transaction)
  }

  /// An entry that names no payment of ours.
  mutating func tellUnknown(on day: LocalDate, in transaction: Transaction) throws(Failure) {
    _ = try BankTable.insert(
      entry(nil, Money(tiyn: 100_000), .debit, on: day), of: file, BankMatch(.unknown), line: nil,
      in: transaction)
  }
}
