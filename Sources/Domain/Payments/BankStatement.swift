/// What a bank says happened to money: the one form into which every answer file is read.
package struct BankStatement: Hashable, Sendable {
  /// The bank's number of the message; nil where the form of the file has none.
  package var messageID: String?
  /// When the bank made the message; nil where the form of the file does not say.
  package var created: Instant?
  /// In the order of the file.
  package var entries: [BankEntry]

  package init(messageID: String? = nil, created: Instant? = nil, entries: [BankEntry]) {
    self.messageID = messageID
    self.created = created
    self.entries = entries
  }
}

/// One movement on the office's account.
package struct BankEntry: Hashable, Sendable {
  /// Whether money left the office's account or came to it.
  package enum Direction: String, Hashable, Sendable, CaseIterable {
    case debit, credit
  }

  package enum Status: String, Hashable, Sendable, CaseIterable {
    case booked
    /// Announced or expected; it may still not happen.
    case pending
  }

  /// Why money came back.
  package struct ReturnReason: Hashable, Sendable {
    /// A code of ISO 20022 such as `AC04`, or one of the bank's own.
    package var code: String?
    package var text: String?

    package init(code: String? = nil, text: String? = nil) {
      self.code = code
      self.text = text
    }
  }

  /// The place among the entries of the file, from 1.
  package var position: Int
  /// The line on which the entry starts, for a message.
  package var line: Int
  /// The bank's reference; made of the place in the file where the bank gives none.
  package var reference: String
  /// The identifier that the office gave the payment; nil where the bank names none.
  package var endToEndID: String?
  /// In tenge, more than zero: ``direction`` says which way it went.
  package var amount: Money
  package var direction: Direction
  package var status: Status
  /// True where the bank took back an entry of its own.
  package var isReversal: Bool
  /// The office's account, as the bank writes it.
  package var ownAccount: String?
  /// The account of the other side: upper case, no spaces, not checked, since it is a report of
  /// what the bank did.
  package var account: String?
  package var booked: LocalDate?
  /// Not nil where the payment was returned.
  package var returnReason: ReturnReason?

  package init(
    position: Int, line: Int, reference: String, endToEndID: String? = nil, amount: Money,
    direction: Direction, status: Status = .booked, isReversal: Bool = false,
    ownAccount: String? = nil, account: String? = nil, booked: LocalDate? = nil,
    returnReason: ReturnReason? = nil
  ) {
    self.position = position
    self.line = line
    self.reference = reference
    self.endToEndID = endToEndID
    self.amount = amount
    self.direction = direction
    self.status = status
    self.isReversal = isReversal
    self.ownAccount = ownAccount
    self.account = account
    self.booked = booked
    self.returnReason = returnReason
  }

  /// An account as it is compared: upper case, without spaces; nil for an empty one.
  package static func account(_ written: String) -> String? {
    let plain = written.filter { !$0.isWhitespace }.uppercased()
    return plain.isEmpty ? nil : plain
  }

  /// Reads a bank's amount: digits, and after a point one or two more; no sign, not zero.
  ///
  /// Throws `money.invalid`, without a place: the caller knows the file and the line.
  package static func amount(_ written: String) throws(Failure) -> Money {
    let places = written.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    guard (places?.utf8.count ?? 0) <= 2 else {
      throw Failure(
        .moneyInvalid, "“\(written.shown)” has more than two places after the point")
    }
    guard let money = Money(decimal: written) else {
      throw Failure(.moneyInvalid, "“\(written.shown)” is not an amount of tenge")
    }
    guard money > .zero else {
      throw Failure(.moneyInvalid, "“\(written.shown)” is not more than zero")
    }
    return money
  }
}
