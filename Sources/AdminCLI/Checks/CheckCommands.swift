import Domain
import Reports

/// `kosh check iin`: the number of a person.
struct CheckIINCommand: Command {
  static let words = "check iin"
  static let summary = "Check an individual identification number (IIN)."
  static let examples = ["kosh check iin 061211600012"]
  static let parameters: [CommandParameter] = [.argument("value", "the twelve digits")]

  private let iin: IIN

  init(_ arguments: Arguments) throws(Failure) {
    iin = try arguments.required("value") { (text) throws(Failure) in try IIN(text) }
  }

  func run(in context: Context) throws(Failure) {
    let birth = iin.birthDate.map { "\($0)" }
    let sex = iin.sex?.rawValue
    context.console.answer(
      [
        "iin": .string("\(iin)"), "valid": true, "birth_date": .optional(birth),
        "sex": .optional(sex),
      ],
      "\(iin) is a valid IIN: born \(birth ?? "on a day it does not name"), sex \(sex ?? "not named")\n"
    )
  }
}

/// `kosh check bin`: the number of an organisation.
struct CheckBINCommand: Command {
  static let words = "check bin"
  static let summary = "Check a business identification number (BIN)."
  static let examples = ["kosh check bin 990940003030"]
  static let parameters: [CommandParameter] = [.argument("value", "the twelve digits")]

  private let bin: BIN

  init(_ arguments: Arguments) throws(Failure) {
    bin = try arguments.required("value") { (text) throws(Failure) in try BIN(text) }
  }

  func run(in context: Context) throws(Failure) {
    let unit = bin.unit.map { "\($0)" }
    let month = LocalDate(year: bin.registered.year, month: bin.registered.month, day: 1)
    let registered = month.map { String("\($0)".prefix(7)) }
    context.console.answer(
      [
        "bin": .string("\(bin)"), "valid": true, "registered": .optional(registered),
        "kind": .string("\(bin.kind)"), "unit": .optional(unit),
      ],
      "\(bin) is a valid BIN: registered \(registered ?? "?"), \(bin.kind)\(unit.map { ", \($0)" } ?? "")\n"
    )
  }
}

/// `kosh check iban`: the number of an account.
struct CheckIBANCommand: Command {
  static let words = "check iban"
  static let summary = "Check an account number of a bank in Kazakhstan (IBAN)."
  static let examples = ["kosh check iban KZ86125KZT5004100100"]
  static let parameters: [CommandParameter] = [.argument("value", "the account number")]

  private let iban: IBAN

  init(_ arguments: Arguments) throws(Failure) {
    iban = try arguments.required("value") { (text) throws(Failure) in try IBAN(text) }
  }

  func run(in context: Context) throws(Failure) {
    context.console.answer(
      ["iban": .string(iban.text), "valid": true, "bank_code": .string("\(iban.bankCode)")],
      "\(iban.printed) is a valid IBAN of bank \(iban.bankCode)\n")
  }
}

/// `kosh check mrz`: the machine-readable zone of a passport or card.
struct CheckMRZCommand: Command {
  static let words = "check mrz"
  static let summary = "Read the machine-readable zone of a passport or card, and check it."
  static let details = """
    TD1 (three lines of 30), TD2 (two of 36) and TD3 (two of 44, passports), by ICAO Doc 9303. \
    The lines may be given one by one, or as one text with `/` or line breaks between them.
    """
  static let examples = [
    "kosh check mrz 'P<KAZNURLANOV<<NURLAN<<<<<<<<<<<<<<<<<<<<<<<' "
      + "'N000000012KAZ8506151M3001019850615300012<<72'"
  ]
  static let parameters: [CommandParameter] = [
    .argument("line", "a line of the zone", repeated: true)
  ]

  private let lines: [String]

  init(_ arguments: Arguments) throws(Failure) { lines = arguments.all("line") }

  func run(in context: Context) throws(Failure) {
    let mrz = try MRZ(lines.joined(separator: "\n"), today: context.today)
    let values: [(String, String?)] = [
      ("format", "\(mrz.format)"), ("document_code", mrz.documentCode), ("issuer", mrz.issuer),
      ("document_number", mrz.documentNumber), ("nationality", mrz.nationality),
      ("surname", mrz.surname), ("given_names", mrz.givenNames),
      ("birth_date", mrz.birth.map { "\($0)" }), ("sex", mrz.sex?.rawValue),
      ("expires", mrz.expiry.map { "\($0)" }),
      ("optional_data", mrz.optionalData.joined(separator: " ")),
      ("composite_digit", "\(mrz.compositeDigit)"),
    ]
    var members = values.map { ($0.0, JSONValue.optional($0.1)) }
    members.append(("names_may_be_cut", .bool(mrz.namesMayBeCut)))
    let width = values.map(\.0.count).max() ?? 0
    let text = values.map { name, value in
      let label = name + String(repeating: " ", count: width - name.count)
      return "\(label)  \(value ?? "-")\n"
    }
    context.console.answer(.object(members), text.joined())
  }
}
