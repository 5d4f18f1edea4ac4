import Domain
import Reports
import Services

/// `kosh payment reconcile`: the command-line face of ``ReconcilePayments``.
struct PaymentReconcileCommand: Command {
  static let words = "payment reconcile"
  static let summary = "Read the bank's answer, and count what it paid and sent back."
  static let details = """
    The file is kept as it came. Every entry is matched by identifier, account, day and amount: paid, \
    partial, over or returned. What cannot be placed waits for a decision (kosh payment suspense). \
    What comes back is due again, and goes to the account that the family then has.

    The same file read twice is counted once, and so is an entry that two files tell.

    CSV has the columns end_to_end_id, amount, account, date, status (paid, returned, reversed), \
    reference and reason.
    """
  static let examples = [
    "kosh payment reconcile answer.xml", "kosh payment reconcile answer.csv --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the bank's file: ISO 20022 camt.054, or CSV"),
    .option(
      "format", "FORMAT", "its form; without it, by what it starts with",
      choices: BankFormat.allCases.map(\.rawValue)),
  ]

  private let file: String
  private let format: BankFormat?

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    format = try arguments.choice("format", BankFormat.self)
  }

  func run(in context: Context) throws(Failure) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let answer = try context.perform(
      ReconcilePayments(bytes: try InputFile.read(file), file: name, format: format))
    context.console.answer(BankText.json(answer), BankText.page(answer))
    let waiting = answer.entries.count(where: \.isInSuspense)
    if waiting > 0 { context.console.note("Next: kosh payment suspense") }
  }
}

/// `kosh payment answer`: the command-line face of ``ShowBankAnswer``.
struct PaymentAnswerCommand: Command {
  static let words = "payment answer"
  static let summary = "Show a bank's file again, entry by entry, as it was read."
  static let examples = ["kosh payment answer 3"]
  static let parameters: [CommandParameter] = [
    .argument("number", "the number of the file, as kosh payment answers shows it")
  ]

  private let query: ShowBankAnswer

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowBankAnswer(file: try arguments.count("number", least: 1) ?? 0)
  }

  func run(in context: Context) throws(Failure) {
    let answer = try context.answer(query)
    context.console.answer(BankText.json(answer), BankText.page(answer))
  }
}

/// `kosh payment answers`: the command-line face of ``ListBankAnswers``.
struct PaymentAnswersCommand: Command {
  static let words = "payment answers"
  static let summary = "List the files that banks sent, the newest first."
  static let examples = ["kosh payment answers"]

  init(_ arguments: Arguments) throws(Failure) {}

  func run(in context: Context) throws(Failure) {
    let files = try context.answer(ListBankAnswers())
    context.console.answer(
      .array(files.map { .object(BankText.members($0)) }),
      files.isEmpty
        ? "No bank has answered yet.\n" : files.map { "\(BankText.line($0))\n" }.joined()
    )
  }
}

/// `kosh payment suspense`: the command-line face of ``ListSuspense``.
struct PaymentSuspenseCommand: Command {
  static let words = "payment suspense"
  static let summary = "List what the bank did and the register could not place."
  static let details = "The list empties by decisions only: kosh payment resolve."
  static let examples = ["kosh payment suspense"]

  init(_ arguments: Arguments) throws(Failure) {}

  func run(in context: Context) throws(Failure) {
    let records = try context.answer(ListSuspense())
    context.console.answer(
      .array(records.map(BankText.json)),
      records.isEmpty
        ? "Nothing waits for a decision.\n" : records.map { "\(BankText.line($0))\n" }.joined())
    if let first = records.first {
      context.console.note("Next: kosh payment resolve \(first.id) ACTION --reason TEXT")
    }
  }
}

/// `kosh payment resolve`: the command-line face of ``ResolveSuspense``.
struct PaymentResolveCommand: Command {
  static let words = "payment resolve"
  static let summary = "Decide about an entry of the bank that the register could not place."
  static let details = """
    assigned: it is of the payment --line, which the bank named wrongly, and is counted there.

    refunded: what is too much came back to the office's account.

    owed: the family keeps what is too much, and owes it; a recovery is opened.

    not-ours: it has nothing to do with the register.
    """
  static let examples = [
    "kosh payment resolve 12 assigned --line R-2026-000001-J-3 --reason 'a digit was mistyped'",
    "kosh payment resolve 13 refunded --reason 'came back on 3 December'",
  ]
  static let parameters: [CommandParameter] = [
    .argument("entry", "its number, as kosh payment suspense shows it"),
    .argument("action", "what it is", choices: SuspenseAction.allCases.map(\.rawValue)),
    .option("line", "REFERENCE", "of assigned: which payment it is"),
    .why,
  ]

  private let useCase: ResolveSuspense

  init(_ arguments: Arguments) throws(Failure) {
    guard let action = try arguments.choice("action", SuspenseAction.self) else {
      throw Failure(.usage, "ACTION is missing")
    }
    guard (action == .assigned) == (arguments.text("line") != nil) else {
      throw Failure(.usage, "--line goes with assigned, and assigned needs it")
    }
    useCase = ResolveSuspense(
      entry: try arguments.count("entry", least: 1) ?? 0, action: action,
      line: arguments.text("line"), reason: try arguments.required("reason"))
  }

  func run(in context: Context) throws(Failure) {
    let record = try context.perform(useCase)
    context.console.answer(BankText.json(record), "\(BankText.line(record))\n")
  }
}
