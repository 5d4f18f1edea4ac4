import Domain
import Services

/// `kosh person record`: the command-line face of ``RecordFact``.
struct PersonRecordCommand: Command {
  static let words = "person record"
  static let summary = "Record a dated fact about a person, such as a citizenship or a language."
  static let details = """
    A citizenship is a country of three letters; a language a code of ISO 639-3; education one of \
    higher, secondary_special, secondary, none; an occupation words, or a code of the classifier \
    NK RK 01-2017 with or without words behind it; a need a group of the standardized specific \
    needs codes, such as ER. Abroad is the country in which the person lives since leaving \
    Kazakhstan; the return ends it. The refusal of a wrong value lists the right ones.

    A person has one education, one occupation and one stay abroad at a time: an earlier one ends where this \
    begins. Of the others there may be several, but not the same one twice at once. Without --from \
    nobody knows since when it is true.
    """
  static let examples = [
    "kosh person record P-2026-000001-8 citizenship KAZ --from 2026-02-01 "
      + "--document 'decree 17' --reason 'citizenship received'",
    "kosh person record P-2026-000001-8 occupation '4110-9 clerk' --from 2026-03-01 "
      + "--reason 'told at the centre'",
    "kosh person record P-2026-000001-8 abroad CHN --from 2026-05-01 --reason 'left for good'",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("person", "the person's number"),
      .argument("kind", "what it is about", choices: PersonFactKind.recorded),
      .argument("value", "what is true"),
      .option("from", "DATE", "the first day on which it is true"),
      .option("to", "DATE", "the first day on which it is no longer true"),
    ] + GroundOptions.ofPerson()

  private let useCase: RecordFact

  init(_ arguments: Arguments) throws(Failure) {
    guard let kind = try arguments.choice("kind", PersonFactKind.self) else {
      throw Failure(.usage, "KIND is missing")
    }
    useCase = RecordFact(
      person: try arguments.person(), kind: kind, value: try arguments.required("value"),
      to: try arguments.date("to"), ground: try arguments.ground(day: "from"))
  }

  func run(in context: Context) throws(Failure) {
    try PersonText.tell(try context.perform(useCase), in: context)
  }
}

extension PersonFactKind {
  /// A death is an act of the family and has a command there.
  static let recorded = allCases.filter { $0 != .death }.map(\.rawValue)
}
