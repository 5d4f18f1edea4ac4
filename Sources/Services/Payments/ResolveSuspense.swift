package import Domain
package import Storage

/// What the bank did and the register could not place: it waits for a decision.
package struct ListSuspense: Query {
  package static let name = "payment.suspense"
  package static let permission = Permission.preparePayments
  package static let isPersonal = true

  package init() {}

  package var detail: String { "" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [BankRecord]
  {
    try BankTable.suspense(in: transaction)
  }
}

/// Decides about an entry that the register could not place.
package struct ResolveSuspense: UseCase {
  package static let name = "payment.resolve"
  package static let permission = Permission.approvePayments

  package var entry: Int64
  package var action: SuspenseAction
  /// By its reference; what `assigned` needs.
  package var line: String?
  package var reason: String

  package init(entry: Int64, action: SuspenseAction, line: String? = nil, reason: String) {
    self.entry = entry
    self.action = action
    self.line = line
    self.reason = reason
  }

  package var detail: String { "entry \(entry): \(action.rawValue), \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a decision about the bank's entry")
    guard let record = try BankTable.entry(entry, in: transaction) else {
      throw Failure(
        .paymentNotFound, "the bank has told no entry \(entry)",
        hint: "kosh payment suspense lists what waits")
    }
    guard record.isInSuspense else {
      throw Failure(
        .paymentState,
        record.resolution.map { "entry \(entry) was settled: \($0.action.rawValue)" }
          ?? "entry \(entry) was placed by itself: \(record.match.verdict.rawValue)")
    }
    var counted = Money.zero
    let line = try line.map { (reference) throws(Failure) in
      try PaymentTable.knownLine(reference, in: transaction)
    }
    if action == .assigned {
      counted = try assign(record.entry, to: line, in: transaction, given: facts)
    } else if action == .owed {
      try owe(record, in: transaction, given: facts)
    }
    try BankTable.insert(
      action, of: entry, line: line ?? record.line, counted: counted, reason: reason,
      in: transaction)
    if let line { try line.register.settleIfAnswered(in: transaction) }
    return entry
  }

  /// Counts an entry as one of a line; throws `payment.amount` where it does not fit.
  private func assign(
    _ entry: BankEntry, to line: PaymentLine?, in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> Money {
    guard let line else {
      throw Failure(.fieldRequired, "say with --line of which payment the entry is")
    }
    let standing = try LineStanding.load(line, in: transaction)
    let match = BankMatch.make(entry, standing, isNamed: true)
    guard !match.verdict.isSuspense else {
      throw Failure(
        .paymentAmount,
        "entry \(self.entry) of \(entry.amount.grouped) tenge does not fit \(line.reference), of "
          + "which \(standing.paid.grouped) of \(standing.expected.grouped) tenge is paid: "
          + match.verdict.rawValue)
    }
    try PaymentBooking(line: line, entry: self.entry, day: entry.booked ?? facts.today)
      .book(match, in: transaction)
    return match.counted
  }

  /// Opens a recovery of what is too much from the family to which it was paid.
  private func owe(_ record: BankRecord, in transaction: Transaction, given facts: Facts)
    throws(Failure)
  {
    guard let line = record.line, record.entry.direction == .debit,
      let due = try PaymentTable.dues(of: line, in: transaction).first
    else {
      throw Failure(
        .paymentAmount, "entry \(entry) was paid to no family of the register",
        hint: "assigned, refunded or not-ours settle it")
    }
    let grant = try GrantTable.known(due.grant, in: transaction)
    let rule = try Reference.recoveryRules().rule(on: grant.decidedOn)
    _ = try RecoveryTable.insert(
      RecoveryTable.Draft(
        family: line.family, grant: grant.number, ground: .paidTwice, amount: record.open,
        on: facts.today, reason: reason, document: "\(record.entry.reference), \(line.reference)",
        citation: rule.citation), registered: facts.today.year, in: transaction)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> BankRecord
  {
    guard let record = try BankTable.entry(subject, in: transaction) else {
      throw Failure(.fault, "entry \(subject) cannot be read back")
    }
    return record
  }
}
