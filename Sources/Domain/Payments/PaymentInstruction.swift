/// What the office asks its bank to pay: one payment register, ready to be written as a file.
///
/// A value of this type can always be written: identifiers, texts and sums keep within what
/// `pain.001.001.09` (ISO 20022) takes, so the writers of files have nothing left to refuse.
package struct PaymentInstruction: Hashable, Sendable {
  /// Who pays.
  package struct Debtor: Hashable, Sendable {
    package let name: String
    package let account: IBAN
    package let bin: BIN?

    package init(name: String, account: IBAN, bin: BIN? = nil) {
      self.name = name
      self.account = account
      self.bin = bin
    }
  }

  /// One payment to one person.
  package struct Transfer: Hashable, Sendable {
    /// Comes back in the bank's answer; unlike every other of the register.
    package let endToEndID: String
    /// In tenge, more than zero.
    package let amount: Money
    package let name: String
    package let account: IBAN
    package let iin: IIN?
    package let purpose: String

    package init(
      endToEndID: String, amount: Money, name: String, account: IBAN, iin: IIN? = nil,
      purpose: String
    ) {
      self.endToEndID = endToEndID
      self.amount = amount
      self.name = name
      self.account = account
      self.iin = iin
      self.purpose = purpose
    }
  }

  /// The number of the payment register, as people see it.
  package let number: String
  package let created: Instant
  /// The day on which the bank should pay.
  package let executeOn: LocalDate
  package let debtor: Debtor
  package let transfers: [Transfer]
  /// The sum of the transfers.
  package let total: Money

  /// The longest identifier of the standard, in characters (`Max35Text`).
  package static let longestID = 35
  /// The longest text of the standard, in characters (`Max140Text`).
  package static let longestText = 140
  /// The largest sum of the standard: eighteen digits, two of them for tiyn.
  package static let largestTotal = Money(tiyn: 999_999_999_999_999_999)

  /// Checks the whole register; the first fault is thrown, with the transfer and the field.
  ///
  /// `field.required` for an empty text or no transfer, `field.value` for an identifier with a
  /// foreign character, a control character in a text, or an identifier given twice,
  /// `field.too-long` for an identifier over 35 or a purpose over 140 characters, and
  /// `money.invalid` for an amount that is not positive or a sum that is too large. A name may
  /// have any length: a file that has no room for it cuts it.
  package init(
    number: String, created: Instant, executeOn: LocalDate, debtor: Debtor, transfers: [Transfer]
  ) throws(Failure) {
    let desk = InstructionDesk(place: "register \(number.shown)")
    try desk.check(id: number, "number")
    try desk.check(text: debtor.name, "debtor")
    guard !transfers.isEmpty else {
      throw desk.failure("transfers", .fieldRequired, "the register has no payment")
    }
    var total = Money.zero
    var places: [String: Int] = [:]
    for (index, transfer) in transfers.enumerated() {
      let desk = InstructionDesk(place: "register \(number), transfer \(index + 1)")
      try desk.check(transfer)
      if let earlier = places.updateValue(index + 1, forKey: transfer.endToEndID) {
        throw desk.failure(
          "end_to_end_id", .fieldValue,
          "“\(transfer.endToEndID)” is the identifier of transfer \(earlier) already")
      }
      total = try total.adding(transfer.amount)
      guard total <= Self.largestTotal else {
        throw desk.failure("amount", .moneyInvalid, "the sum has more than eighteen digits")
      }
    }
    self.number = number
    self.created = created
    self.executeOn = executeOn
    self.debtor = debtor
    self.transfers = transfers
    self.total = total
  }
}

/// The checks of one place in an instruction.
private struct InstructionDesk {
  /// `register V-2026-000001-X, transfer 2`.
  let place: String

  func failure(_ field: String, _ code: Code, _ message: String) -> Failure {
    Failure(code, "\(place), \(field): \(message)")
  }

  func check(_ transfer: PaymentInstruction.Transfer) throws(Failure) {
    try check(id: transfer.endToEndID, "end_to_end_id")
    guard transfer.amount > .zero else {
      throw failure("amount", .moneyInvalid, "\(transfer.amount) is not more than zero")
    }
    try check(text: transfer.name, "name")
    try check(text: transfer.purpose, "purpose")
    guard transfer.purpose.unicodeScalars.count <= PaymentInstruction.longestText else {
      throw failure(
        "purpose", .fieldTooLong,
        "the text is longer than \(PaymentInstruction.longestText) characters")
    }
  }

  /// An identifier goes through the systems of several banks: plain letters, digits, `-./:`.
  func check(id: String, _ field: String) throws(Failure) {
    guard let first = id.utf8.first else {
      throw failure(field, .fieldRequired, "the identifier is empty")
    }
    guard Self.isLetterOrDigit(first), id.utf8.allSatisfy(Self.mayStandInID) else {
      throw failure(
        field, .fieldValue,
        "“\(id.shown)” may hold only letters A to Z, digits and - . / : and starts with one of "
          + "the first two")
    }
    guard id.utf8.count <= PaymentInstruction.longestID else {
      throw failure(
        field, .fieldTooLong,
        "“\(id.shown)” is longer than \(PaymentInstruction.longestID) characters")
    }
  }

  /// No control character and no code point that XML cannot hold; something besides spaces.
  func check(text: String, _ field: String) throws(Failure) {
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw failure(field, .fieldRequired, "the text is empty")
    }
    for scalar in text.unicodeScalars {
      let isForeign = scalar.value == 0xFFFE || scalar.value == 0xFFFF
      guard scalar.properties.generalCategory != .control, !isForeign else {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        throw failure(field, .fieldValue, "the text contains the control character U+\(padded)")
      }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func mayStandInID(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"): true
    default: isLetterOrDigit(byte)
    }
  }
}
