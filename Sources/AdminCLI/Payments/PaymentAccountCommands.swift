import Domain
import Reports
import Services

/// `kosh payment payer`: the command-line face of ``SetPayer``.
struct PaymentPayerCommand: Command {
  static let words = "payment payer"
  static let summary = "Say which office pays, and from which account."
  static let details = """
    Without --region the office pays in every region that has no payer of its own. A new payer takes \
    the place of the earlier one; registers that were made keep theirs.
    """
  static let examples = [
    "kosh payment payer --name 'Employment office' --bin 990340002191 "
      + "--account KZ86125KZT5004100100 --region KZ-10"
  ]
  static let parameters: [CommandParameter] = [
    .option("name", "TEXT", "the office, as the bank knows it", required: true),
    .option("bin", "BIN", "its business identification number", required: true),
    .option("account", "IBAN", "the account from which it pays", required: true),
    .option("region", "CODE", "the region in which it pays; without it, all others"),
  ]

  private let useCase: SetPayer

  init(_ arguments: Arguments) throws(Failure) {
    useCase = SetPayer(
      region: arguments.text("region"), payer: try arguments.required("name"),
      bin: try arguments.required("bin"), account: try arguments.required("account"))
  }

  func run(in context: Context) throws(Failure) {
    let payer = try context.perform(useCase)
    context.console.answer(PaymentText.json(payer), "\(PaymentText.line(payer))\n")
  }
}

/// `kosh payment payers`: the command-line face of ``ListPayers``.
struct PaymentPayersCommand: Command {
  static let words = "payment payers"
  static let summary = "List who pays in which region."
  static let examples = ["kosh payment payers"]

  init(_ arguments: Arguments) throws(Failure) {}

  func run(in context: Context) throws(Failure) {
    let payers = try context.answer(ListPayers())
    context.console.answer(
      .array(payers.map(PaymentText.json)),
      payers.isEmpty
        ? "Nobody pays yet.\n" : payers.map { "\(PaymentText.line($0))\n" }.joined())
  }
}

/// `kosh payment account`: the command-line face of ``SetFamilyAccount``.
struct PaymentAccountCommand: Command {
  static let words = "payment account"
  static let summary = "Say to which account a family is paid."
  static let details = """
    The account is of a member who lives; without --holder, of the head. A change needs its reason; \
    registers that were made keep the account they name, and are rejected and drafted anew where \
    that is wrong.
    """
  static let examples = [
    "kosh payment account F-2026-000123-7 KZ86125KZT5004100100",
    "kosh payment account F-2026-000123-7 KZ86125KZT5004100100 --holder P-2026-000002-6 "
      + "--reason 'the bank closed the old one'",
  ]
  static let parameters: [CommandParameter] = [
    GroundOptions.family,
    .argument("account", "the number of the account (IBAN)"),
    .option("holder", "PERSON", "whose account it is; without it, the head's"),
    .option("reason", "TEXT", "why it changes, where the family has one"),
  ]

  private let useCase: SetFamilyAccount

  init(_ arguments: Arguments) throws(Failure) {
    useCase = SetFamilyAccount(
      family: try arguments.family(), account: try arguments.required("account"),
      holder: try arguments.optionalPerson("holder"), reason: arguments.text("reason"))
  }

  func run(in context: Context) throws(Failure) {
    let account = try context.perform(useCase)
    context.console.answer(
      PaymentText.json(account),
      "\(account.family) is paid to \(account.iban) of \(account.holder).\n")
  }
}
