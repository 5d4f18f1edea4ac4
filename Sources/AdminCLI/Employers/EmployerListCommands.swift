import Domain
import Reports
import Services

extension Context {
  fileprivate func list(_ records: [EmployerRecord], ifNone: String) {
    if records.isEmpty { console.note(ifNone) }
    console.answer(
      .array(records.map { .object(EmployerText.members($0)) }),
      records.map { "\(EmployerText.line($0))\n" }.joined())
  }
}

/// `kosh employer list`: the command-line face of ``ListEmployers``.
struct EmployerListCommand: Command {
  static let words = "employer list"
  static let summary = "List the employers, of one region or section where it is named."
  static let examples = ["kosh employer list --region KZ-55 --section F"]
  static let parameters: [CommandParameter] = [
    .option("region", "CODE", "only those registered there: ISO 3166-2 or KATO"),
    .option("section", "CODE", "only those of this section, A to U, or of a code in it"),
  ]

  private let query: ListEmployers

  init(_ arguments: Arguments) throws(Failure) {
    query = ListEmployers(region: arguments.text("region"), section: arguments.text("section"))
  }

  func run(in context: Context) throws(Failure) {
    context.list(try context.answer(query), ifNone: "No such employer is registered.")
  }
}

/// `kosh employer find`: the command-line face of ``FindEmployers``.
struct EmployerFindCommand: Command {
  static let words = "employer find"
  static let summary = "Find employers by words of the name, a number, a BIN or an IIN."
  static let details = """
    Every word must start a word of the name, in any order, without regard to case and to the \
    Kazakh letters that Russian papers replace: “сары курыл” finds Сарыарқа Құрылыс. Of a number \
    every character must be right.
    """
  static let examples = [
    "kosh employer find 'сарыарка курылыс'", "kosh employer find 190740000011",
  ]
  static let parameters = FoundText.parameters

  private let query: FindEmployers

  init(_ arguments: Arguments) throws(Failure) {
    let (text, limit) = try FoundText.question(arguments)
    query = FindEmployers(text: text, limit: limit)
  }

  func run(in context: Context) throws(Failure) {
    context.list(try context.answer(query), ifNone: "No employer was found by “\(query.text)”.")
  }
}
