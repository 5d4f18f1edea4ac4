/// What a bank's entry is to a payment of the register.
package enum BankVerdict: String, Hashable, Sendable, CaseIterable {
  /// The whole of what the line was to transfer.
  case paid
  /// Less than that; the rest is still expected.
  case partial
  /// More than that: the line is paid, and what is beyond it waits for a decision.
  case over
  /// It came back, or was never carried out: what the line claimed is due again.
  case returned
  /// Announced, and not yet booked: nothing is counted.
  case pending
  /// Another file told the same entry: nothing is counted twice.
  case repeated
  /// It names no payment of ours.
  case unknown
  /// It names a payment of a register that has not gone out.
  case notSent = "not-sent"
  /// It went to another account than the line's.
  case otherAccount = "other-account"
  /// It was booked before the register went out.
  case tooEarly = "too-early"
  /// The line was paid in full, or came to nothing, before.
  case duplicate
  /// It came back with another amount than was paid.
  case otherAmount = "other-amount"

  /// Whether an official must decide what it is.
  package var isSuspense: Bool {
    switch self {
    case .paid, .partial, .returned, .pending, .repeated: false
    default: true
    }
  }
}

/// How a line stands when the bank's next entry about it is read.
package struct LineStanding: Hashable, Sendable {
  package let account: String
  /// What the line was to transfer.
  package let expected: Money
  /// What the bank paid of it and did not take back.
  package let paid: Money
  /// True where it no longer claims anything: it was paid in full or came to nothing.
  package let isOver: Bool
  /// The day on which its register went out; nil where it has not.
  package let sentOn: LocalDate?

  package init(
    account: String, expected: Money, paid: Money, isOver: Bool, sentOn: LocalDate?
  ) {
    self.account = account
    self.expected = expected
    self.paid = paid
    self.isOver = isOver
    self.sentOn = sentOn
  }
}

/// What an entry comes to: how it is read, and what is counted of it.
package struct BankMatch: Hashable, Sendable {
  package let verdict: BankVerdict
  /// Added to what is paid of the line; below zero where money came back.
  package let counted: Money

  package init(_ verdict: BankVerdict, counted: Money = .zero) {
    self.verdict = verdict
    self.counted = counted
  }

  /// Reads an entry by identifier, account, day and amount, in this order; nil stands for an
  /// identifier that names no line.
  ///
  /// `isNamed` is true where an official has said that the entry is of the line: account and day
  /// are then not looked at.
  package static func make(_ entry: BankEntry, _ line: LineStanding?, isNamed: Bool = false)
    -> BankMatch
  {
    guard entry.status == .booked else { return BankMatch(.pending) }
    guard let line else { return BankMatch(.unknown) }
    guard let sentOn = line.sentOn else { return BankMatch(.notSent) }
    if !isNamed {
      if let account = entry.account, account != line.account { return BankMatch(.otherAccount) }
      if let booked = entry.booked, booked < sentOn { return BankMatch(.tooEarly) }
    }
    return entry.direction == .debit ? payment(entry.amount, line) : back(entry.amount, line)
  }

  private static func payment(_ amount: Money, _ line: LineStanding) -> BankMatch {
    let open = Money(tiyn: line.expected.tiyn - line.paid.tiyn)
    guard !line.isOver, open > .zero else { return BankMatch(.duplicate) }
    if amount == open { return BankMatch(.paid, counted: amount) }
    if amount < open { return BankMatch(.partial, counted: amount) }
    return BankMatch(.over, counted: open)
  }

  private static func back(_ amount: Money, _ line: LineStanding) -> BankMatch {
    if line.paid > .zero {
      guard amount <= line.paid else { return BankMatch(.otherAmount) }
      return BankMatch(.returned, counted: Money(tiyn: -amount.tiyn))
    }
    guard !line.isOver else { return BankMatch(.duplicate) }
    return BankMatch(amount == line.expected ? .returned : .otherAmount)
  }
}
