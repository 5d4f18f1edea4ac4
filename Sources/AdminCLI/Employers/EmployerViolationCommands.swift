import Domain
import Services

/// `kosh employer violation`: the command-line face of ``RecordViolation``.
struct EmployerViolationCommand: Command {
  static let words = "employer violation"
  static let summary = "Enter what an employer was found to have done."
  static let details = """
    illegal-hire: a foreigner worked without a permit or in another occupation, after which new \
    permits are refused for a time; permit-terms: the terms of a permit were broken; registration: \
    a foreigner was not registered; other.
    """
  static let examples = [
    "kosh employer violation 190740000011 --ground illegal-hire --found 2026-09-14 "
      + "--document 'ruling 31' --article 519"
  ]
  static let parameters: [CommandParameter] = [
    EmployerOptions.employer,
    .option(
      "ground", "GROUND", "what it was", required: true,
      choices: ViolationGround.allCases.map(\.rawValue)),
    .option("found", "DATE", "the day on which it was found", required: true),
    .option("document", "TEXT", "the protocol or ruling", required: true),
    .option("article", "TEXT", "of the Code of Administrative Offences, such as 519"),
    .option("note", "TEXT", "what else is to be known"),
  ]

  private let useCase: RecordViolation

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RecordViolation(
      employer: try arguments.employer(),
      violationGround: try arguments.choice("ground", ViolationGround.self) ?? .other,
      article: arguments.text("article"), foundOn: try arguments.requiredDate("found"),
      document: try arguments.required("document"), note: arguments.text("note"))
  }

  func run(in context: Context) throws(Failure) { try context.show(try context.perform(useCase)) }
}

/// `kosh employer annul-violation`: the command-line face of ``AnnulViolation``.
struct EmployerAnnulViolationCommand: Command {
  static let words = "employer annul-violation"
  static let summary = "Take a violation back that was entered wrongly or was not upheld."
  static let details = "It no longer counts; what was entered and the reason stay in the trail."
  static let examples = [
    "kosh employer annul-violation 190740000011 --violation 3 --reason 'the court set it aside'"
  ]
  static let parameters: [CommandParameter] = [
    EmployerOptions.employer,
    .option("violation", "N", "its number, as kosh employer show lists it", required: true),
    EmployerOptions.reason,
  ]

  private let useCase: AnnulViolation

  init(_ arguments: Arguments) throws(Failure) {
    useCase = AnnulViolation(
      employer: try arguments.employer(),
      violation: try arguments.count("violation", least: 1) ?? 0,
      reason: try arguments.required("reason"))
  }

  func run(in context: Context) throws(Failure) { try context.show(try context.perform(useCase)) }
}
