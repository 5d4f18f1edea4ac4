import Domain
import TestSupport
import Testing

/// What may be asked of a bank, and the register as a table.
@Suite("Payment instruction")
struct PaymentInstructionTests {
  @Test("The register as CSV, letter by letter")
  func csv() throws {
    let instruction = try PaymentSamples.twoTransfers()
    #expect(instruction.total == Money(tiyn: 83_381_625))
    #expect(
      String(decoding: instruction.csv, as: UTF8.self)
        == "position,end_to_end_id,name,iin,account,amount,purpose\r\n"
        + "1,V-1/1,Сәуле Ахметова,900101300007,KZ591250000000000002,833815.00,Relocation allowance\r\n"
        + "2,V-1/2,\"'=Бек & \"\"Жан\"\" <Оғлы>\",,KZ63125KZT0000000009,1.25,\"Rent, March 2026\"\r\n"
    )
  }

  struct Refused: Sendable {
    var transfer: @Sendable () throws -> PaymentInstruction.Transfer
    var code: Code
    var detail: String

    init(
      _ code: Code, _ detail: String,
      _ transfer: @escaping @Sendable () throws -> PaymentInstruction.Transfer
    ) {
      self.transfer = transfer
      self.code = code
      self.detail = detail
    }
  }

  static let refused: [Refused] = [
    Refused(.fieldRequired, "end_to_end_id: the identifier is empty") {
      try PaymentSamples.transfer(id: "")
    },
    Refused(
      .fieldTooLong,
      "end_to_end_id: “\(String(repeating: "1", count: 36))” is longer than 35 "
        + "characters"
    ) { try PaymentSamples.transfer(id: String(repeating: "1", count: 36)) },
    Refused(
      .fieldValue,
      "end_to_end_id: “=1” may hold only letters A to Z, digits and - . / : and starts with one "
        + "of the first two"
    ) { try PaymentSamples.transfer(id: "=1") },
    Refused(
      .fieldValue,
      "end_to_end_id: “В-1” may hold only letters A to Z, digits and - . / : and starts with one "
        + "of the first two"
    ) { try PaymentSamples.transfer(id: "В-1") },
    Refused(.moneyInvalid, "amount: 0.00 is not more than zero") {
      try PaymentSamples.transfer(tiyn: 0)
    },
    Refused(.moneyInvalid, "amount: -0.01 is not more than zero") {
      try PaymentSamples.transfer(tiyn: -1)
    },
    Refused(.moneyInvalid, "amount: the sum has more than eighteen digits") {
      try PaymentSamples.transfer(tiyn: 1_000_000_000_000_000_000)
    },
    Refused(.fieldRequired, "name: the text is empty") { try PaymentSamples.transfer(name: " ") },
    Refused(.fieldValue, "name: the text contains the control character U+0000") {
      try PaymentSamples.transfer(name: "Бек\0")
    },
    Refused(.fieldValue, "name: the text contains the control character U+000A") {
      try PaymentSamples.transfer(name: "Бек\nЖан")
    },
    Refused(.fieldValue, "name: the text contains the control character U+0085") {
      try PaymentSamples.transfer(name: "Бек\u{85}")
    },
    Refused(.fieldValue, "name: the text contains the control character U+FFFE") {
      try PaymentSamples.transfer(name: "\u{FFFE}Бек")
    },
    Refused(.fieldTooLong, "purpose: the text is longer than 140 characters") {
      try PaymentSamples.transfer(purpose: String(repeating: "ә", count: 141))
    },
  ]

  @Test("What a file could not carry is refused with its place", arguments: refused)
  func faulty(refused: Refused) throws {
    let transfers = [try PaymentSamples.transfer(id: "V-1/0", tiyn: 1), try refused.transfer()]
    let failure = failure { try PaymentSamples.instruction(transfers) }
    #expect(failure?.code == refused.code)
    #expect(failure?.detail == "register V-2026-000001, transfer 2, \(refused.detail)")
  }

  @Test("The limits themselves are taken")
  func limits() throws {
    let transfer = try PaymentSamples.transfer(
      id: String(repeating: "z", count: 35), tiyn: PaymentInstruction.largestTotal.tiyn,
      name: String(repeating: "Ұ", count: 500), purpose: String(repeating: "ә", count: 140))
    let instruction = try PaymentSamples.instruction([transfer])
    #expect(instruction.total.description == "9999999999999999.99")
  }

  @Test("A register without payments, without a number, or with one identifier twice is refused")
  func register() throws {
    let transfer = try PaymentSamples.transfer()
    let detail = { (body: () throws -> PaymentInstruction) in refusalDetail(body) }
    #expect(
      detail { try PaymentSamples.instruction([]) }
        == "register V-2026-000001, transfers: the register has no payment")
    #expect(
      detail { try PaymentSamples.instruction(number: "", [transfer]) }
        == "register , number: the identifier is empty")
    #expect(
      detail { try PaymentSamples.instruction([transfer, transfer]) }
        == "register V-2026-000001, transfer 2, end_to_end_id: “V-1/1” is the identifier of "
        + "transfer 1 already")
  }
}
