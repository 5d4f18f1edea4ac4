import Domain
import Services

/// `kosh person add-document`: the command-line face of ``AddDocument``.
struct PersonAddDocumentCommand: Command {
  static let words = "person add-document"
  static let summary = "Add a document of identity to a person."
  static let details = """
    Earlier documents stay, with their days. A document that has expired is taken with a warning; \
    where another person is recorded with the same one, that person is named.
    """
  static let examples = [
    "kosh person add-document P-2026-000001-8 --type passport --number N00000001 --issuer KAZ "
      + "--issued 2026-02-01 --expires 2036-01-31 --reason 'citizenship received'"
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("person", "the person's number"),
      .option("type", "TEXT", "such as passport, id_card or birth_certificate", required: true),
      .option("number", "TEXT", "the number of the document", required: true),
      .option("issuer", "CODE", "the state that issued it, three letters"),
      .option("issued", "DATE", "the day from which it is valid"),
      .option("expires", "DATE", "the last day on which it is valid"),
    ] + GroundOptions.ofPerson()

  private let useCase: AddDocument

  init(_ arguments: Arguments) throws(Failure) {
    useCase = AddDocument(
      person: try arguments.person(),
      document: IdentityDocument(
        type: try arguments.required("type"), number: try arguments.required("number"),
        issuer: arguments.text("issuer"), expires: try arguments.date("expires"),
        issued: try arguments.date("issued")),
      ground: try arguments.ground(day: nil))
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.perform(useCase)
    if let expires = useCase.document.expires, expires < context.today {
      context.console.warn(
        "the \(useCase.document.type) \(useCase.document.number) expired on \(expires)")
    }
    for paper in dossier.papers where paper.document == useCase.document && !paper.others.isEmpty {
      let others = paper.others.map { "\($0)" }.joined(separator: ", ")
      context.console.warn(
        "the \(paper.document.type) \(paper.document.number) is recorded with \(others) too")
    }
    try PersonText.tell(dossier, in: context)
  }
}
