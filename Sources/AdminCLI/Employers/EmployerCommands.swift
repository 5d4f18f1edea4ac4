import Domain
import Reports
import Services

extension Context {
  func show(_ dossier: EmployerDossier) throws(Failure) {
    let text = try EmployerText.page(dossier, global.language)
    console.answer(EmployerText.json(dossier), text)
  }
}

/// `kosh employer register`: the command-line face of ``RegisterEmployer``.
struct EmployerRegisterCommand: Command {
  static let words = "employer register"
  static let summary = "Register an employer under its BIN, or the IIN of one who is a person."
  static let details = """
    The number must be that of the form: a BIN for a company, a branch, a representation or a state \
    body, an IIN for a sole entrepreneur and for a private person who employs in the household. \
    The sixth digit of a BIN says whether it is of a branch (1) or a representation (2).
    """
  static let examples = [
    "kosh employer register 190740000011 --name 'Saryarka Qurylys' --form company "
      + "--region KZ-55 --section F --size medium"
  ]
  static let parameters: [CommandParameter] =
    [.argument("identifier", "the BIN; of a person, the IIN")]
    + EmployerOptions.fields(required: true) + [EmployerOptions.document]

  private let useCase: RegisterEmployer

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RegisterEmployer(
      identifier: try arguments.required("identifier"), title: try arguments.required("name"),
      region: try arguments.required("region"), section: arguments.text("section"),
      form: try arguments.choice("form", EmployerForm.self) ?? .company,
      size: try arguments.choice("size", EmployerSize.self),
      document: arguments.text("document"))
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.perform(useCase)
    try context.show(dossier)
    context.console.note(
      "Next: kosh employer staff \(dossier.record.number) --as-of DATE --file FILE")
  }
}

/// `kosh employer show`: the command-line face of ``ShowEmployer``.
struct EmployerShowCommand: Command {
  static let words = "employer show"
  static let summary = "Show an employer, its staff and what it was found to have done."
  static let details = """
    The staff is that of the latest count up to the day, with the citizens and foreigners of each \
    category and the local content of categories 1 and 2, and of 3 and 4.
    """
  static let examples = [
    "kosh employer show 190740000011", "kosh employer show E-2026-000001-3 --on 2026-09-01",
  ]
  static let parameters: [CommandParameter] = [
    EmployerOptions.employer, .option("on", "DATE", "the day; without it, today"),
    .option("known-at", "INSTANT", "as it was known then"),
  ]

  private let query: ShowEmployer

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowEmployer(
      try arguments.employer(), on: try arguments.date("on"),
      knownAt: try arguments.instant("known-at"))
  }

  func run(in context: Context) throws(Failure) { try context.show(try context.answer(query)) }
}

/// `kosh employer correct`: the command-line face of ``CorrectEmployer``.
struct EmployerCorrectCommand: Command {
  static let words = "employer correct"
  static let summary = "Say what is known now of an employer."
  static let details = """
    What was known stays in the register as what was known then. A form must fit the employer's \
    number. --clear names what nobody knows any more.
    """
  static let examples = [
    "kosh employer correct 190740000011 --region KZ-10 --reason 'moved' --document 'certificate 7'",
    "kosh employer correct E-2026-000001-3 --clear size --reason 'no paper says it'",
  ]
  static let parameters: [CommandParameter] =
    [EmployerOptions.employer] + EmployerOptions.fields(required: false) + [
      .option(
        "clear", "FIELD", "what nobody knows any more", repeated: true,
        choices: CorrectEmployer.Clearable.allCases.map(\.rawValue)),
      EmployerOptions.reason, EmployerOptions.document,
    ]

  private let useCase: CorrectEmployer

  init(_ arguments: Arguments) throws(Failure) {
    let cleared = arguments.all("clear")
    for name in cleared where arguments.text(name) != nil {
      throw Failure(.usage, "--\(name) is given, and cleared too")
    }
    useCase = CorrectEmployer(
      employer: try arguments.employer(), title: arguments.text("name"),
      region: arguments.text("region"), section: arguments.text("section"),
      form: try arguments.choice("form", EmployerForm.self),
      size: try arguments.choice("size", EmployerSize.self),
      cleared: Set(cleared.compactMap(CorrectEmployer.Clearable.init)),
      reason: try arguments.required("reason"), document: arguments.text("document"))
  }

  func run(in context: Context) throws(Failure) { try context.show(try context.perform(useCase)) }
}
