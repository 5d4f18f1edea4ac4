import Domain
import Services
import TestSupport

/// An office that pays families: each is included in Pavlodar's quota, granted the relocation
/// payment of 2026 (302,750 tenge a person) and has an account.
struct PaymentDesk {
  static let maker = TestRegister.administrator
  static let checker = "dana"
  static let rate: Int64 = 302_750

  let register: TestRegister
  var families: [Number<Family>] = []

  init(on day: String = "2026-05-04", appropriated: Int64 = 100_000_000) throws {
    register = try TestRegister(on: day, isDurable: false)
    if appropriated > 0 { try appropriate(appropriated) }
    try register.perform(AddUser(name: Self.checker, fullName: "", roles: [.approver]))
    try register.perform(
      SetPayer(payer: "Office", bin: "190740000011", account: Self.account(1)))
  }

  /// So many tenge for Pavlodar in all, by an order of its own.
  func appropriate(_ tenge: Int64) throws {
    try register.perform(
      LoadBudgetOrder(
        order: Samples.budget("to \(tenge)", from: "2026-01-01", [("KZ-55", tenge)])))
  }

  /// What is set aside in Pavlodar, in tenge.
  func committed() throws -> Int64 {
    try register.answer(BudgetExecution(year: 2026)).rows
      .reduce(0) { $0 + $1.line.committed.tiyn / 100 }
  }

  /// A family of so many, granted and with an account.
  @discardableResult
  mutating func add(_ people: Int) throws -> Number<Grant> {
    let serial = families.count + 2
    let family = try register.register(Samples.family("pay-\(serial)", count: people))
    try register.perform(
      IncludeFamily(
        family: family, kind: .kandas, year: 2026, region: nil, protocolNumber: "\(serial)"))
    families.append(family)
    try register.perform(SetFamilyAccount(family: family, account: Self.account(serial)))
    return try register.perform(GrantAllowance(family: family, kind: .relocation)).grant.number
  }

  /// An account of bank 125 with right check digits (ISO 7064 MOD 97-10).
  static func account(_ serial: Int) -> String {
    let body = "125" + String(repeating: "0", count: 13 - "\(serial)".count) + "\(serial)"
    var rest = 0
    for digit in (body + "203500") {
      rest = (rest * 10 + (digit.wholeNumberValue ?? 0)) % 97
    }
    let check = 98 - rest
    return "KZ" + (check < 10 ? "0" : "") + "\(check)" + body
  }

  func draft() throws -> Number<PaymentRegister> {
    try register.perform(DraftPayments(region: "KZ-55")).record.number
  }

  /// A register that went out.
  func send() throws -> Number<PaymentRegister> {
    let number = try draft()
    _ = try register.office.perform(ApprovePayments(register: number), as: Self.checker)
    _ = try register.perform(ExportPayments(register: number))
    return number
  }

  /// One line of a bank's table.
  struct Told {
    var reference: String
    var amount: Int64
    var account: String?
    var status = "paid"
    var bank: String
    var day = "2026-05-05"
  }

  func read(_ told: [Told], as file: String = "answer.csv") throws -> BankAnswer {
    var text = "end_to_end_id,amount,account,date,status,reference,reason\n"
    for line in told {
      text += "\(line.reference),\(line.amount).00,\(line.account ?? ""),\(line.day),"
      text += "\(line.status),\(line.bank),\n"
    }
    return try register.perform(ReconcilePayments(bytes: Array(text.utf8), file: file))
  }
}
