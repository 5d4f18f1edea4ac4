import Domain
import Reports
import Services

/// `kosh budget programmes`: what the budget pays for.
struct BudgetProgrammesCommand: Command {
  static let words = "budget programmes"
  static let summary = "List what money is appropriated for, and which schemes each programme pays."
  static let examples = ["kosh budget programmes", "kosh budget programmes --json"]

  init(_ arguments: Arguments) throws(Failure) {}

  func run(in context: Context) throws(Failure) {
    let programmes = try Reference.budgetProgrammes().all
    let language = context.global.language
    let texts = programmes.map { programme in
      "\(programme.code): \(programme.name[language])\n"
        + "  pays       \(programme.schemes.joined(separator: ", "))\n"
        + "  source     \(AllowanceText.source(programme.citation))\n"
        + (programme.note.map { "  Note: \($0)\n" } ?? "")
    }
    let values = programmes.map { programme -> JSONValue in
      [
        "code": .string(programme.code), "name": .string(programme.name[language]),
        "schemes": .array(programme.schemes.map { .string($0) }),
        "citation": .string("\(programme.citation)"),
        "standing": .string(programme.citation.standing.rawValue),
        "note": .optional(programme.note),
      ]
    }
    context.console.answer(.array(values), texts.joined())
  }
}
