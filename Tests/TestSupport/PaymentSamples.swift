package import Domain

/// A payment register of made-up people, for tests of its files.
package enum PaymentSamples {
  package static func debtor() throws -> PaymentInstruction.Debtor {
    PaymentInstruction.Debtor(
      name: "Абай облысының жұмыспен қамту басқармасы",
      account: try IBAN("KZ861250000000000001"), bin: try BIN("990940003030"))
  }

  /// A transfer whose parts a test can set.
  package static func transfer(
    id: String = "V-1/1", tiyn: Int64 = 83_381_500, name: String = "Сәуле Ахметова",
    purpose: String = "Relocation allowance"
  ) throws -> PaymentInstruction.Transfer {
    PaymentInstruction.Transfer(
      endToEndID: id, amount: Money(tiyn: tiyn), name: name,
      account: try IBAN("KZ591250000000000002"), iin: try IIN("900101300007"), purpose: purpose)
  }

  /// A register with these transfers.
  package static func instruction(
    number: String = "V-2026-000001", _ transfers: [PaymentInstruction.Transfer]
  ) throws -> PaymentInstruction {
    try PaymentInstruction(
      number: number, created: Instant(milliseconds: 1_773_153_005_250),
      executeOn: LocalDate(dayNumber: 20_523), debtor: debtor(), transfers: transfers)
  }

  /// Two payments: one with a name that XML and a spreadsheet must be kept from reading as their
  /// own, to a person without an IIN.
  package static func twoTransfers() throws -> PaymentInstruction {
    try instruction([
      transfer(),
      PaymentInstruction.Transfer(
        endToEndID: "V-1/2", amount: Money(tiyn: 125), name: "=Бек & \"Жан\" <Оғлы>",
        account: try IBAN("KZ63125KZT0000000009"), purpose: "Rent, March 2026"),
    ])
  }
}
