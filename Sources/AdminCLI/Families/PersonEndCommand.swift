import Domain
import Services

/// `kosh person end`: the command-line face of ``EndFact``.
struct PersonEndCommand: Command {
  static let words = "person end"
  static let summary = "End a fact about a person on a day, also one to come."
  static let details = """
    The fact stays in the register with its days. What only the form says, without days, becomes \
    a dated fact that ends. VALUE may be left out where one fact of the kind holds.
    """
  static let examples = [
    "kosh person end P-2026-000001-8 citizenship CHN --on 2026-02-01 --reason 'given up'",
    "kosh person end P-2026-000001-8 occupation --on 2026-12-31 --reason 'contract ends'",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("person", "the person's number"),
      .argument("kind", "what it is about", choices: PersonFactKind.recorded),
      .argument("value", "what is no longer true", optional: true),
      .option("on", "DATE", "the first day on which it is no longer true", required: true),
    ] + GroundOptions.ofPerson()

  private let useCase: EndFact

  init(_ arguments: Arguments) throws(Failure) {
    guard let kind = try arguments.choice("kind", PersonFactKind.self) else {
      throw Failure(.usage, "KIND is missing")
    }
    useCase = EndFact(
      person: try arguments.person(), kind: kind, value: arguments.text("value"),
      ground: try arguments.ground(day: "on"))
  }

  func run(in context: Context) throws(Failure) {
    try PersonText.tell(try context.perform(useCase), in: context)
  }
}
