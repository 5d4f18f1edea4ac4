import Domain
import Services

/// `kosh person correct`: the command-line face of ``CorrectPerson``.
struct PersonCorrectCommand: Command {
  static let words = "person correct"
  static let summary = "Correct what is held of a person: the record, a name or a document."
  static let details = """
    Each option says what is known now; what was known stays in the register as what was known \
    then, and the person is still found by the names that were known. --clear names what is not \
    known after all.

    Parts of a name correct the name of their script, or of --name, that stands on --paper, or on \
    the form without it; parts that are not given stay. The options --document-… correct the \
    document of that type, or the one that --replaces names.
    """
  static let examples = [
    "kosh person correct P-2026-000003-4 --birth-date 1985-06-16 --reason 'passport was misread'",
    "kosh person correct P-2026-000003-4 --given-name Нұрлан --clear patronymic "
      + "--reason 'as in the passport'",
    "kosh person correct P-2026-000003-4 --document-number N00000011 --replaces N00000001 "
      + "--reason 'a digit was mistyped'",
  ]
  private static let nameFields: [IntakeField] = [.familyName, .givenName, .patronymic]
  private static let clearable =
    CorrectPerson.fields.filter { $0 != .sex } + nameFields

  static let parameters: [CommandParameter] =
    [.argument("person", "the person's number")]
    + CorrectPerson.fields.map {
      .option(MemberOptions.name($0), "TEXT", "\($0.name), as it is known now")
    } + nameFields.map { .option(MemberOptions.name($0), "TEXT", "\($0.name) on the paper") } + [
      .option("full-name", "TEXT", "the name on a paper that does not part it"),
      .option(
        "name", "SCRIPT", "which name is meant, where its parts do not tell",
        choices: NameScript.allCases.map(\.rawValue)),
      .option("paper", "TEXT", "the paper that the name stands on"),
      .option("document-type", "TEXT", "the type of a document"),
      .option("document-number", "TEXT", "its number"),
      .option("document-issuer", "COUNTRY", "who issued it"),
      .option("document-expires", "DATE", "the day on which it expires"),
      .option("replaces", "NUMBER", "the number under which the document is held"),
      .option(
        "clear", "FIELD", "what is not known after all", repeated: true,
        choices: clearable.map(MemberOptions.name)),
    ] + GroundOptions.parameters(on: "the day of the correction; without it, today")

  private let useCase: CorrectPerson

  init(_ arguments: Arguments) throws(Failure) {
    useCase = CorrectPerson(
      person: try arguments.person(), changes: try arguments.changes(CorrectPerson.fields),
      name: try Self.name(arguments), document: try Self.document(arguments),
      ground: try arguments.ground())
  }

  private static func name(_ arguments: Arguments) throws(Failure) -> NameCorrection? {
    let parts = try arguments.changes(nameFields)
    let fullName = arguments.text("full-name")
    let script = try arguments.choice("name", NameScript.self)
    func text(_ field: IntakeField) -> String? { parts.first { $0.field == field }?.text }
    guard !parts.isEmpty || fullName != nil else {
      guard script == nil, arguments.text("paper") == nil else {
        throw Failure(.usage, "--name and --paper say which name, and no part of it is given")
      }
      return nil
    }
    return NameCorrection(
      script: script, familyName: text(.familyName), givenName: text(.givenName),
      patronymic: text(.patronymic), fullName: fullName, paper: arguments.text("paper"),
      without: parts.filter { $0.text == nil }.map(\.field))
  }

  private static func document(_ arguments: Arguments) throws(Failure) -> DocumentCorrection? {
    let correction = DocumentCorrection(
      replaces: arguments.text("replaces"), type: arguments.text("document-type"),
      number: arguments.text("document-number"), issuer: arguments.text("document-issuer"),
      expires: try arguments.date("document-expires"))
    return correction == DocumentCorrection() ? nil : correction
  }

  func run(in context: Context) throws(Failure) {
    FamilyActText.answer(try context.perform(useCase), in: context)
  }
}
