import Domain
import Reports
import Services

/// `kosh allowance explain`: the command-line face of ``ExplainAllowance``.
struct AllowanceExplainCommand: Command {
  static let words = "allowance explain"
  static let summary = "Explain a grant, or each grant of a family, down to the article."
  static let details = """
    Shows the people counted on the day, the MCI and the day it took effect, each line's \
    arithmetic, article and standing, and who decided: all as it was frozen at the decision.
    """
  static let examples = [
    "kosh allowance explain G-2026-000017-X", "kosh allowance explain F-2026-000123-7 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("number", "the number of a grant or of a family")
  ]

  private let query: ExplainAllowance

  init(_ arguments: Arguments) throws(Failure) {
    query = ExplainAllowance(
      try arguments.required("number") { (text) throws(Failure) -> ExplainAllowance.Subject in
        if text.first == "F" || text.first == "f" { return .family(try Number<Family>(text)) }
        return .grant(try Number<Grant>(text))
      })
  }

  func run(in context: Context) throws(Failure) {
    let dossiers = try context.answer(query)
    let language = context.global.language
    let values = dossiers.map { AllowanceText.json($0, language) }
    context.console.answer(
      values.count == 1 ? (values.first ?? .null) : .array(values),
      dossiers.map { AllowanceText.text($0, language) }.joined(separator: "\n"))
  }
}
