/// A file in which a bank said what it did, as the register keeps it.
package struct BankFile: Hashable, Sendable {
  package let id: Int64
  package let act: Int64
  /// SHA-256 of its bytes: the same file is read once.
  package let digest: String
  package let name: String
  package let format: BankFormat
  package let messageID: String?

  package init(
    id: Int64, act: Int64, digest: String, name: String, format: BankFormat, messageID: String?
  ) {
    self.id = id
    self.act = act
    self.digest = digest
    self.name = name
    self.format = format
    self.messageID = messageID
  }
}

/// The forms in which banks answer.
package enum BankFormat: String, Hashable, Sendable, CaseIterable {
  case csv
  /// ISO 20022.
  case camt054 = "camt.054"
}

/// An entry of a bank's file with what it was read as.
package struct BankRecord: Hashable, Sendable {
  package let id: Int64
  package let file: Int64
  package let entry: BankEntry
  package let match: BankMatch
  /// The line that it names; nil where it names none.
  package let line: PaymentLine?
  /// How an official settled it; nil where nobody had to, or has yet.
  package let resolution: Resolution?

  package struct Resolution: Hashable, Sendable {
    package let action: SuspenseAction
    package let act: Int64
    package let reason: String
    package let counted: Money

    package init(action: SuspenseAction, act: Int64, reason: String, counted: Money) {
      self.action = action
      self.act = act
      self.reason = reason
      self.counted = counted
    }
  }

  package init(
    id: Int64, file: Int64, entry: BankEntry, match: BankMatch, line: PaymentLine?,
    resolution: Resolution?
  ) {
    self.id = id
    self.file = file
    self.entry = entry
    self.match = match
    self.line = line
    self.resolution = resolution
  }

  package var isInSuspense: Bool { match.verdict.isSuspense && resolution == nil }

  /// What of the entry is not explained: it waits for a decision.
  package var open: Money {
    guard isInSuspense else { return .zero }
    return Money(tiyn: entry.amount.tiyn - abs(match.counted.tiyn))
  }
}

/// What an official makes of an entry that the register could not place.
package enum SuspenseAction: String, Hashable, Sendable, CaseIterable {
  /// It is of a line that the bank named wrongly.
  case assigned
  /// What is too much came back to the office's account.
  case refunded
  /// The family keeps what is too much, and owes it.
  case owed
  /// It has nothing to do with the register.
  case foreign = "not-ours"
}
