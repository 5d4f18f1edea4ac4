import Domain
import Reports
import Services

/// `kosh family register`: the command-line face of ``RegisterFamily``.
struct FamilyRegisterCommand: Command {
  static let words = "family register"
  static let summary = "Register a family from options, or from a JSON form."
  static let details = """
    The options name the head by the columns of the intake form; each --member names another \
    person as COLUMN=VALUE, parted by commas. With FORM (a file, or `-` for standard input) the \
    family is read from JSON: \
    {"origin_country":"CHN","destination_region":"KZ-55","members":[{"relation":"head",\
    "given_name":"Nurlan","sex":"M"}]}.

    --mrz gives the machine-readable zone of the head's passport or card, its lines parted by `/`, \
    spaces or line breaks, or each in a --mrz of its own; --member and the form take it as mrz. It \
    fills what they leave empty. Where they say otherwise their word stands, and a warning names \
    both; a zone whose check digits fail is refused.

    Everything is checked as in a file: what is wrong is listed field by field, and nothing is \
    saved.
    """
  static let examples = [
    "kosh family register --family-name Нұрланов --given-name Нұрлан --sex M "
      + "--birth-date 1985-06-15 --origin-country CHN --destination-region KZ-55 "
      + "--member relation=spouse,given_name=Айгүл,sex=F,birth_date=1988-03-01",
    "kosh family register --mrz 'P<KAZNURLANOV<<NURLAN<<<<<<<<<<<<<<<<<<<<<<</"
      + "N000000012KAZ8506151M3001019850615300012<<72' --destination-region KZ-55",
    "kosh family register - --key front-office-17 < form.json",
  ]
  static let parameters: [CommandParameter] =
    [.argument("form", "a JSON form, or - for standard input", optional: true)]
    + IntakeField.allCases.filter { $0 != .relation }.map(option)
    + [
      .option(
        IntakeRow.zoneName, "ZONE", "the machine-readable zone of the head's paper", repeated: true),
      .option("member", "COLUMN=VALUE,…", "another member of the family", repeated: true),
      .option("source", "NAME", "the office or list the reference belongs to"),
      .option(
        "accept-new", "REASON",
        "register them though they are or may be known, and list them for a decision"),
    ]

  private static func option(_ field: IntakeField) -> CommandParameter {
    .option(optionName(field), "TEXT", "\(field.name) of the head")
  }

  private static func optionName(_ field: IntakeField) -> String {
    String(field.name.map { $0 == "_" ? "-" : $0 })
  }

  private let form: String?
  private var rows: [IntakeRow] = []
  private let source: String?
  private let doubles: Doubles

  init(_ arguments: Arguments) throws(Failure) {
    form = arguments.text("form")
    source = arguments.text("source")
    doubles = arguments.text("accept-new").map { .accepted(reason: $0) } ?? .refused
    var head = IntakeRow(line: 0)
    var isEmpty = true
    for field in IntakeField.allCases where field != .relation {
      guard let text = arguments.text(Self.optionName(field)) else { continue }
      head[field] = text
      isEmpty = false
    }
    head.zone = arguments.all(IntakeRow.zoneName).joined(separator: "\n")
    if !head.zone.isEmpty { isEmpty = false }
    let members = try arguments.all("member") { (text) throws(Failure) in
      try FamilyForms.member(text)
    }
    if form != nil {
      guard isEmpty, members.isEmpty else {
        throw Failure(.usage, "give the family either as a form or by options, not both")
      }
      return
    }
    head[.relation] = Relation.head.rawValue
    for (index, var row) in ([head] + members).enumerated() {
      row.line = index + 1
      row[.familyRef] = head[.familyRef]
      rows.append(row)
    }
  }

  func run(in context: Context) throws(Failure) {
    var (rows, source) = (rows, source)
    if let form {
      let read = try FamilyForms.rows(json: InputFile.read(form))
      rows = read.rows
      source = source ?? read.source
    }
    let office = try context.office()
    let reading = try office.read(rows)
    for warning in reading.warnings {
      context.console.warn(IntakeLine.text(warning, unit: "member"))
    }
    guard let form = reading.form else { throw Self.refusal(of: reading.problems) }
    var submission: Submission?
    if let reference = rows.first?[.familyRef], !reference.isEmpty {
      submission = Submission(
        source: source ?? "family register", reference: reference, line: 0,
        digest: IntakeDigest.digest(of: rows))
    }
    let useCase = RegisterFamily(form: form, submission: submission, doubles: doubles)
    let dossier = try context.perform(useCase)
    context.console.answer(
      FamilyText.json(dossier),
      "Registered \(dossier.family.number): \(People.text(dossier.members.count)).\n")
    context.console.note("Next: kosh quota include \(dossier.family.number) --protocol N")
  }

  private static func refusal(of problems: [IntakeProblem]) -> Failure {
    let lines = problems.map { IntakeLine.text($0, unit: "member") }
    return Failure(
      problems.first?.code ?? .inputMalformed, lines.joined(separator: "; "),
      hint: "nothing was saved")
  }
}
